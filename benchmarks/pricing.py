"""Pricing: every line and the totals, and once more after one change."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from moneyed import EUR, Money

import quotekit as qk
from benchmarks.long_quote import quote_text
from benchmarks.measure import Effort, Row, cost_row, ratios, speed_row

_LINES = 10_000
_REPEATED = 300
_CENT = Decimal("0.01")


def pricing_rows(effort: Effort) -> Iterator[Row]:
    """Measure pricing against loops that do less, and repricing against pricing."""
    quote = qk.parse_quote(quote_text(_LINES))
    factors = [
        (line.price, line.quantity, None if line.per == 1 else line.per)
        for line in qk.price(quote).lines
    ]
    money = [
        (Money(price, EUR), quantity, None if per is None else 1 / per)
        for price, quantity, per in factors
    ]

    def price_all() -> qk.PricedQuote:
        priced = qk.price(quote)
        # Totals and lines are worked out when they are asked for.
        _ = priced.totals, priced.lines
        return priced

    def add_decimals() -> Decimal:
        total = Decimal(0)
        for price, quantity, per in factors:
            value = price * quantity if per is None else price * quantity / per
            total += value.quantize(_CENT, ROUND_HALF_UP)
        return total

    def add_money() -> Money:
        total = Money(0, EUR)
        for price, quantity, part in money:
            value = price * quantity if part is None else price * quantity * part
            total += value.round(2)
        return total

    lines = price_all().totals.lines
    # All three must mean the same work.
    assert lines == add_decimals() == add_money().amount  # noqa: S101

    pairs = effort.pairs(120)
    what = f"price {_LINES:,} lines, a result for each"
    measured = ratios({what: price_all}, add_decimals, pairs)
    yield cost_row(what, "a bare loop: multiply, round, add", 5, measured[what])
    measured = ratios({what: price_all}, add_money, pairs)
    yield speed_row(what, "py-moneyed, totals only", 1, measured[what])
    yield from _reprice_rows(quote, pairs)


def _reprice_rows(quote: qk.Quote, pairs: int) -> Iterator[Row]:
    before = qk.price(quote)
    _ = before.totals
    tasks = list(quote.tasks)
    middle = len(tasks) // 2
    tasks[middle] = qk.Task.model_validate({**dict(tasks[middle]), "quantity": "33.5"})

    def build() -> qk.Quote:
        return qk.Quote.model_validate({**dict(quote), "tasks": tuple(tasks)})

    changed = build()

    def reprice() -> qk.PricedQuote:
        return qk.reprice(before, changed)

    def price() -> qk.PricedQuote:
        return qk.price(changed)

    def reprice_with_totals() -> qk.Totals:
        return reprice().totals

    def price_with_totals() -> qk.Totals:
        return price().totals

    assert reprice() == price()  # noqa: S101 - or they are no peers
    what = f"reprice one change in {len(tasks):,}"
    peer = "price from scratch"
    measured = ratios({what: reprice}, price, pairs, repeated=_REPEATED)
    yield speed_row(what, peer, 500, measured[what])
    measured = ratios({what: reprice_with_totals}, price_with_totals, pairs, repeated=_REPEATED)
    yield speed_row(f"{what}, read totals", f"{peer}, read totals", None, measured[what])
