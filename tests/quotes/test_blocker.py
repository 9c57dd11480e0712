"""What keeps a quote from going out."""

from typing import Any

from quotekit.quotes import Quote, blockers


def asked(*items: tuple[str, str]) -> Quote:
    """Return a quote with questions of scope and their answers."""
    scope: list[dict[str, Any]] = [{"item": item, "answer": answer} for item, answer in items]
    return Quote.model_validate({"number": "Q", "currency": "EUR", "tasks": [], "scope": scope})


def test_unanswered_questions() -> None:
    """Only what nobody has answered blocks, at its place."""
    found = blockers(asked(("Photos", "included"), ("Texts", "unknown"), ("Server", "assumed")))
    assert [(one.code, one.keys) for one in found] == [("unknown:texts", ("scope", 1, "answer"))]
    assert blockers(asked(("Photos", "excluded"))) == ()


def test_codes_can_be_typed() -> None:
    """A code is ASCII, and no two are the same."""
    names = ("Über uns?", "über uns", "写真", "a" * 90)
    codes = [one.code for one in blockers(asked(*((name, "unknown") for name in names)))]
    assert codes[:3] == ["unknown:uber-uns", "unknown:uber-uns-2", "unknown:item-3"]
    assert codes[3] == f"unknown:{'a' * 40}"
