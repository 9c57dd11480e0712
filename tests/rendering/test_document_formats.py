"""What can be rendered, and as what."""

import json

import pytest

from quotekit.errors import Fault, InvalidInputError, UnknownNameError
from quotekit.pricing import price
from quotekit.quotes import Agreement, Quote
from quotekit.rendering import render

PRICED = price(Quote.model_validate({"number": "Q", "currency": "EUR", "tasks": []}))


@pytest.mark.parametrize("document", [PRICED, Agreement()])
def test_unknown_format_is_refused(document: object) -> None:
    """With what there is."""
    with pytest.raises(UnknownNameError, match="there is no format"):
        render(document, format="pdf")  # type: ignore[arg-type]


def test_error_renders_as_its_lines() -> None:
    """One line for each fault, with nothing hidden in it."""
    error = InvalidInputError(Fault("x", "a\x1bfact", "a remedy", file="f.yaml", line=3, column=1))
    assert render(error) == "f.yaml:3:1: a<U+001B>fact; a remedy\n"


def test_error_renders_as_faults() -> None:
    """Every key of a fault is there."""
    error = InvalidInputError(Fault("x", "a fact", "a remedy").at("tasks", 2))
    assert json.loads(render(error, format="json")) == {
        "quotekit": "faults/1",
        "faults": [
            {
                "code": "x",
                "file": None,
                "line": None,
                "column": None,
                "path": "tasks[2]",
                "value": None,
                "message": "a fact",
                "remedy": "a remedy",
            }
        ],
    }


@pytest.mark.parametrize("width", [50, 80, 120])
def test_agreement_renders(width: int) -> None:
    """The terms in words, no line too long."""
    terms = Agreement.model_validate(
        {
            "currency": "EUR",
            "changes": {"handling_fee": 60, "rush": {"within_days": 3, "percent": 50}},
        }
    )
    text = render(terms, language="de", width=width)
    assert "60,00\u00a0€" in text
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("format", ["text", "json"])
@pytest.mark.parametrize("width", [19, 1, 0, -1])
def test_too_narrow_a_page_is_refused(width: int, format: str) -> None:
    """No word fits into a line of nothing; 20 cells are the least."""
    with pytest.raises(InvalidInputError, match=f"cannot be {width} columns wide; make it 20"):
        render(PRICED, format=format, width=width)


def test_narrowest_page() -> None:
    """At 20 cells every document still prints."""
    assert render(PRICED, width=20)
