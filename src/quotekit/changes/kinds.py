"""What a kind of request may not do: a clarification change a price, a defect raise one."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from quotekit.errors import Fault
from quotekit.pricing import PricedQuote, Totals
from quotekit.quotes import Payment
from quotekit.values import plain


def clarification_faults(
    before: PricedQuote, after: PricedQuote, payments: Sequence[Payment]
) -> Iterator[Fault]:
    """Find what a clarification would change of prices and dates; it is charged nothing.

    `payments` are those of the quote after, which is priced without them.
    """
    old_figures = (*_figures(before), _untitled(before.quote.payments))
    new_figures = (*_figures(after), _untitled(payments))
    for what, old, new in zip(_WORDS, old_figures, new_figures, strict=True):
        if old != new:
            fact = f"a clarification changes no price and no date, and this changes {what}"
            yield Fault("not_a_clarification", fact, "write kind: scope").at("kind")
            return


_WORDS = (
    "the sum", "what recurs", "a rate", "the price of a task", "the price of an option",
    "an announced price", "a date", "a date", "what is binding", "how a task is billed",
    "a payment",
)  # fmt: skip


def _figures(priced: PricedQuote) -> tuple[Any, ...]:
    """Return prices and dates, without the titles that a clarification may well put right."""
    quote = priced.quote
    announced = {
        task.id: {one.id: (one.amount, one.days) for one in priced.announced(task.id)}
        for task in quote.tasks
        if task.if_changed
    }
    dates = quote.date, quote.valid_until, quote.schedule, [item.by for item in quote.scope]
    return (
        _sums(priced.totals),
        [(part.every, _sums(part.totals)) for part in priced.recurring],
        {name: (one.price, one.per, one.tiers, one.increment) for name, one in quote.rates.items()},
        {line.id: (line.price, line.total) for line in priced.lines if line.price or line.total},
        {one.name: (one.selected, one.total) for one in priced.options},
        announced,
        priced.timeline,
        dates,
        (quote.binding, quote.exceptions),
        {task.id for task in quote.tasks if task.billed == "actual"},
    )


def _sums(totals: Totals) -> tuple[Any, ...]:
    adjustments = (*totals.discounts, *totals.surcharges)
    taxes = [(tax.name, tax.percent, tax.base, tax.amount, tax.withheld) for tax in totals.taxes]
    return (
        totals.net, totals.total, totals.payable, taxes,
        [(one.id, one.percent, one.amount) for one in adjustments],
    )  # fmt: skip


def _untitled(payments: Sequence[Payment]) -> list[dict[str, Any]]:
    return [{**payment.__dict__, "title": None} for payment in payments]


def defect_faults(change: Decimal) -> Iterator[Fault]:
    """Find a defect that would still raise the sum once the work on it is credited."""
    if change > 0:
        fact = f"a defect is never charged, and this raises the sum by {plain(change)}"
        yield Fault("defect_charged", fact, "take out what raises it, or write kind: scope").at(
            "kind"
        )
