"""What a kind of request may not do: a clarification change a price, a defect raise one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from quotekit.changes.carrying_out import Stage, stages
from quotekit.changes.circumstances import Circumstances
from quotekit.changes.fees import change_of
from quotekit.changes.free_work import credited
from quotekit.changes.request import ChangeRequest
from quotekit.errors import Fault
from quotekit.pricing import PricedQuote, Totals
from quotekit.quotes import Payment, Quote
from quotekit.values import EXACT, ZERO, plain


def kind_faults(request: ChangeRequest, here: Circumstances, new: Quote | None) -> Iterator[Fault]:
    """Find the actions by which a request is not of the kind that it says it is.

    `new` is the quote that its actions make; where some of them are at fault it is None, and
    those that are not are judged by themselves.
    """
    judge = {"clarification": _clarified, "defect": _mended}.get(request.kind)
    if judge is None or (new is not None and not list(judge(here, [Stage((), new)]))):
        return
    found = list(stages(here.before.quote, request.actions, here.stopping.perform))
    if list(judge(here, found[-1:])):
        yield from judge(here, found)


def _clarified(here: Circumstances, found: Sequence[Stage]) -> Iterator[Fault]:
    """Find what changes prices or dates in a clarification, which is charged nothing."""
    before = here.before
    figures = [(*_figures(before), _untitled(before.quote.payments))]
    # Payments wait for what is payable: they are held as they are written.
    figures += (
        (*_figures(here.work(one.quote).after), _untitled(one.quote.payments)) for one in found
    )
    for stage, (old, new) in zip(found, pairwise(figures), strict=True):
        changed = [
            what for what, *sides in zip(_WORDS, old, new, strict=True) if sides[0] != sides[1]
        ]
        if changed:
            fact = f"a clarification changes no price and no date, and this changes {changed[0]}"
            fault = Fault("not_a_clarification", fact, "write kind: scope")
            yield fault.at(*_place(stage))


def _mended(here: Circumstances, found: Sequence[Stage]) -> Iterator[Fault]:
    """Find what raises the sum of a defect though the work on it is credited."""
    before = here.before
    changes = [ZERO]
    for stage in found:
        work = here.work(credited(here.number, here.work(stage.quote)))
        changes.append(change_of(before, work.after))
    for stage, (old, new) in zip(found, pairwise(changes), strict=True):
        rise = EXACT.subtract(new, old)
        if rise > 0:
            fact = f"a defect is never charged, and this raises the sum by {plain(rise)}"
            fault = Fault("defect_charged", fact, "take out what raises it, or write kind: scope")
            yield fault.at(*_place(stage))


def _place(stage: Stage) -> tuple[str | int, ...]:
    """Return the place of the action that has led to a stage; of several, none can be told."""
    return ("actions", *stage.positions) if len(stage.positions) == 1 else ("kind",)


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
