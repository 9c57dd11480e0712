"""Rendering: a long quote as text, against plain calls of Babel for its numbers alone."""

from collections.abc import Iterator

from babel.numbers import format_currency, format_decimal

import quotekit as qk
from benchmarks.long_quote import quote_text
from benchmarks.measure import Effort, Row, cost_row, outcome, ratios

_LINES = 10_000
_MOST = 0.15
_LANGUAGE = "de_DE"


def rendering_rows(effort: Effort) -> Iterator[Row]:
    """Measure rendering 10,000 lines in German, and hold its numbers against Babel's."""
    priced = qk.price(qk.parse_quote(quote_text(_LINES)))
    # What follows from the quote is worked out before, so that only rendering is measured.
    _ = priced.lines, priced.totals, priced.phases, priced.instalments, priced.digest

    def render() -> str:
        return qk.render(priced, language=_LANGUAGE)

    def format_numbers() -> list[str]:
        return list(numbers_of(priced))

    what = f"render {_LINES:,} lines"
    measured = ratios({what: render}, format_numbers, effort.pairs(24))
    yield cost_row(what, "every number by a Babel call", _MOST, measured[what])
    wrong = first_missing(format_numbers(), render())
    yield Row(
        f"the {3 * _LINES:,} numbers of its lines",
        "what Babel writes",
        "byte-equal",
        "byte-equal" if wrong is None else f"{wrong!r} is missing",
        outcome(within=wrong is None),
    )


def numbers_of(priced: qk.PricedQuote) -> Iterator[str]:
    """Yield quantity, price and total of every line as Babel formats them."""
    currency = priced.currency
    for line in priced.lines:
        yield format_decimal(line.quantity, locale=_LANGUAGE)
        yield format_currency(line.price, currency, locale=_LANGUAGE)
        yield format_currency(line.total, currency, locale=_LANGUAGE)


def first_missing(numbers: list[str], text: str) -> str | None:
    """Return the first number that does not stand in the text behind the one before it."""
    at = 0
    for number in numbers:
        found = text.find(number, at)
        if found < 0:
            return number
        at = found + len(number)
    return None
