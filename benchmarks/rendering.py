"""Rendering: a long quote as text, against plain calls of Babel for its numbers alone."""

from collections.abc import Iterator

from babel.numbers import format_currency, format_decimal, format_percent

import quotekit as qk
from benchmarks.long_quote import quote_text
from benchmarks.measure import Effort, Row, cost_row, outcome, ratios

_LINES = 10_000
_MOST = 0.15
_LANGUAGE = "en_DE"


def rendering_rows(effort: Effort) -> Iterator[Row]:
    """Measure rendering 10,000 lines, and hold their numbers against Babel's."""
    priced = qk.price(qk.parse_quote(quote_text(_LINES)))
    # What follows from the quote is worked out before, so that only rendering is measured.
    _ = priced.lines, priced.totals, priced.phases, priced.instalments, priced.digest

    def render() -> str:
        return qk.render(priced, language=_LANGUAGE)

    def format_numbers() -> list[str]:
        return list(numbers_of(priced))

    numbers = format_numbers()
    what = f"render {_LINES:,} lines"
    measured = ratios({what: render}, format_numbers, effort.pairs(24))
    yield cost_row(what, "every number by a Babel call", _MOST, measured[what])
    wrong = first_missing(numbers, render())
    yield Row(
        f"the {len(numbers):,} numbers of its lines",
        "what Babel writes",
        "byte-equal",
        "byte-equal" if wrong is None else f"{wrong!r} is missing",
        outcome(within=wrong is None),
    )


def numbers_of(priced: qk.PricedQuote) -> Iterator[str]:
    """Yield the numbers of every line as Babel formats them, in the order of the document."""
    currency = priced.currency
    percents = {name: tax.percent for name, tax in priced.quote.taxes.items()}
    for line in priced.lines:
        # A fixed price that counts once says nothing but its total.
        if line.rate is not None:
            yield format_decimal(line.quantity, locale=_LANGUAGE)
            yield format_currency(line.price, currency, locale=_LANGUAGE)
        yield format_currency(line.total, currency, locale=_LANGUAGE)
        if line.per != 1:
            yield format_decimal(line.per, locale=_LANGUAGE)
        for tax in line.task.tax or ():
            yield format_percent((percents[tax] or 0) / 100, locale=_LANGUAGE)


def first_missing(numbers: list[str], text: str) -> str | None:
    """Return the first number that does not stand in the text behind the one before it."""
    at = 0
    for number in numbers:
        found = text.find(number, at)
        if found < 0:
            return number
        at = found + len(number)
    return None
