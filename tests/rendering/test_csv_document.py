"""The CSV of a priced quote: numbers for a spreadsheet, and text that stays text."""

import csv
import io
from typing import Any

import pytest

from quotekit.pricing import price
from quotekit.quotes import Quote
from quotekit.rendering import render
from quotekit.rendering.csv_document import COLUMNS, safe


def rows(**keys: Any) -> list[dict[str, str]]:
    """Return the rows of a small quote."""
    document = {"number": "Q", "currency": "EUR", "tasks": [{"id": "a", "price": "100"}], **keys}
    text = render(price(Quote.model_validate(document)), format="csv")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_formula_becomes_text(start: str) -> None:
    """A title from elsewhere does nothing in a spreadsheet."""
    title = f'{start}HYPERLINK("x")'
    (line,) = (
        row
        for row in rows(tasks=[{"id": "a", "title": title, "price": "1"}])
        if row["kind"] == "line"
    )
    assert line["title"] == f"'{title}"


def test_negative_amount_stays_a_number() -> None:
    """A credit is summed up like any other line."""
    found = rows(tasks=[{"id": "a", "price": "5", "quantity": "-2"}])
    assert found[0]["amount"] == "-10.00"


def test_hidden_characters_are_written_out() -> None:
    """No override reverses what a reader sees."""
    assert safe("a\u202eb") == "a<U+202E>b"


def test_every_row_has_every_column() -> None:
    """A row for the line, the totals, each tax and each instalment."""
    found = rows(
        taxes={"vat": {"percent": "19"}}, tax="vat", payments=[{"id": "p", "percent": "100"}]
    )
    assert all(tuple(row) == COLUMNS for row in found)
    assert [row["kind"] for row in found] == [
        "line", "lines", "net", "tax", "sum_tax", "sum_total", "sum_withheld", "sum_rounding",
        "sum_payable", "instalment",
    ]  # fmt: skip
