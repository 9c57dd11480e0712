"""The questions of scope that nobody has answered."""

from typing import Any

from quotekit.advice.open_scope import open_scope
from quotekit.quotes import Quote


def asked(*items: tuple[str, str]) -> Quote:
    """Return a quote with questions of scope and their answers."""
    scope: list[dict[str, Any]] = [{"item": item, "answer": answer} for item, answer in items]
    return Quote.model_validate({"number": "Q", "currency": "EUR", "tasks": [], "scope": scope})


def test_unanswered_questions() -> None:
    """Only what nobody has answered has a code, by its place."""
    quote = asked(("Photos", "included"), ("Texts", "unknown"), ("Server", "assumed"))
    assert open_scope(quote) == {1: "unknown:texts"}
    assert open_scope(asked(("Photos", "excluded"))) == {}


def test_codes_can_be_typed() -> None:
    """A code is ASCII, and no two are the same."""
    names = ("Über uns?", "über uns", "写真", "a" * 90)
    codes = open_scope(asked(*((name, "unknown") for name in names)))
    assert [*codes.values()] == [
        "unknown:uber-uns", "unknown:uber-uns-2", "unknown:item-3", f"unknown:{'a' * 40}",
    ]  # fmt: skip
