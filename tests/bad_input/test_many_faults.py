"""Files with more faults than anybody reads: the first hundred, and that there are more."""

from pathlib import Path

import pytest

from quotekit.errors import Fault, InvalidInputError
from quotekit.files import load_quote, parse_agreement, parse_quote

HEAD = "quotekit: quote/1\nnumber: Q-1\ncurrency: EUR\n"
TASK = "tasks: [{id: a, price: 5}]\n"
MANY = range(2000)


def listed(key: str, *items: str) -> str:
    """Write a list of such items below a key."""
    return f"{key}:\n" + "".join(f"  - {item}\n" for item in items)


TEXTS = {
    "words in braces": HEAD + TASK + "title: {" + "a, " * 2000 + "}\n",
    "labels": HEAD + TASK + "seller:\n  name: x\n  ids:\n" + "    a: b\n" * 2000,
    "controls": HEAD + TASK + listed("assumptions", *['"\\x1b"'] * 2000),
    "unknown keys": HEAD + TASK + "".join(f"key{at}: 1\n" for at in MANY),
    "values": HEAD + listed("tasks", *(f"{{id: t{at}, price: x}}" for at in MANY)),
    "tasks": HEAD + listed("tasks", *(f"{{id: t{at}, price: 1, after: [r{at}]}}" for at in MANY)),
    "ids": HEAD + listed("tasks", *["{id: a, price: 1}"] * 2000),
    "options": f"{HEAD}{TASK}selected: [{', '.join(f'o{at}' for at in MANY)}]\n",
}


def refused(text: str) -> tuple[Fault, ...]:
    """Return the faults of a text."""
    with pytest.raises(InvalidInputError) as refusal:
        parse_quote(text, source="quote.yaml")
    return refusal.value.faults


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_first_hundred(text: str) -> None:
    """Each of the hundred has its place, and one line behind them says that there are more."""
    *told, last = refused(text)
    assert len(told) == 100
    assert all(fault.line for fault in told)
    assert str(last) == ("quote.yaml: there are more faults than these 100; mend these first")


def test_hundred_are_all() -> None:
    """Nothing is said of more where there are none."""
    text = HEAD + listed("tasks", *(f"{{id: t{at}, price: x}}" for at in range(100)))
    assert {fault.code for fault in refused(text)} == {"not_a_number"}


def test_faults_of_several_files() -> None:
    """Those of the quote and of its studio file are a hundred together."""
    quote = HEAD + "studio: s.yaml\n" + TASK + "".join(f"key{at}: 1\n" for at in range(80))
    studio = "quotekit: studio/1\n" + "".join(f"other{at}: 1\n" for at in range(80))
    with pytest.raises(InvalidInputError) as refusal:
        parse_quote(quote, studio, source="quote.yaml")
    assert len(refusal.value.faults) == 101
    assert refusal.value.faults[-1].code == "more_faults"


def test_faults_of_an_agreement() -> None:
    """What holds for a quote holds for every document."""
    with pytest.raises(InvalidInputError) as refusal:
        parse_agreement("quotekit: agreement/1\n" + "".join(f"key{at}: 1\n" for at in MANY))
    assert len(refusal.value.faults) == 101


@pytest.mark.parametrize("key", ["studio", "agreement"])
def test_path_longer_than_any(key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody follows half a million folders to find out that they are not there."""
    monkeypatch.chdir(tmp_path)
    Path("quote.yaml").write_text(f"{HEAD}{TASK}{key}: {'a/' * 500_000}\n")
    with pytest.raises(InvalidInputError) as refusal:
        load_quote("quote.yaml")
    said = "a/" * 29 + "a…"
    assert str(refusal.value) == (
        f'quote.yaml:5:{len(key) + 3}: {key}: "{said}" is longer than any path; '
        "write the path relative to this file"
    )
