"""What of a contract is earned: its tasks priced at the part that is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from quotekit.pricing import Line, PricedQuote, likely_quantity, price
from quotekit.quotes import Adjustment, Quote, Task, TaskAdjustment, counts, minor_units
from quotekit.values import EXACT, ZERO, divided, quantum, rounded, writable


@dataclass(frozen=True, eq=False)
class EarnedWork:
    """Price the tasks of a contract at quantity × progress, by the engine that priced them.

    Tiers and discounts hold as agreed, document adjustments count in proportion, and an expense
    that is begun counts whole. `progress` is in percent of the quantity of each task.
    """

    contract: PricedQuote
    progress: Mapping[str, Decimal]

    @cached_property
    def priced(self) -> PricedQuote:
        """Return the quote of the part that is done, priced."""
        quote = self.contract.quote
        tasks = [self._done(task) for task in quote.tasks if counts(task, quote.selected)]
        lines = price(_with(quote, tasks=tasks, discounts=(), surcharges=(), payments=()))
        whole = self.contract.totals.lines
        share = divided(lines.totals.lines, whole) if whole else ZERO
        return price(
            _with(
                quote,
                tasks=tasks,
                discounts=tuple(self._in_proportion(one, share) for one in quote.discounts),
                surcharges=tuple(self._in_proportion(one, share) for one in quote.surcharges),
                payments=(),
            )
        )

    def lines(self) -> tuple[tuple[Line, Decimal, Decimal], ...]:
        """Return each counted line of the contract, its progress and what of it is earned."""
        earned = {line.id: line.total for line in self.priced.lines}
        return tuple(
            (line, self.percent(line.id), earned[line.id])
            for line in self.contract.lines
            if line.counted
        )

    def percent(self, task: str) -> Decimal:
        """Return how far a task has come, in percent of its quantity."""
        return self.progress.get(task, ZERO)

    def _done(self, task: Task) -> Task:
        percent = self.percent(task.id)
        # What was ended keeps just the part that is done, and all of that is earned.
        if task.ended is not None or percent == 100 or (task.expense is not None and percent):  # noqa: PLR2004
            return task
        stated: dict[str, Any] = {name: task.__dict__[name] for name in task.model_fields_set}
        stated |= {"id": task.id, "estimate": None}
        stated["quantity"] = _part(likely_quantity(task), percent)
        for name in ("discounts", "surcharges"):
            stated[name] = tuple(_part_of(one, percent) for one in getattr(task, name))
        stated = {name: value for name, value in stated.items() if value is not None}
        return Task.model_validate(stated)

    def _in_proportion(self, one: Adjustment, share: Decimal) -> Adjustment:
        stated = {name: one.__dict__[name] for name in one.model_fields_set}
        unit = quantum(minor_units(self.contract.quote.currency))
        for name in ("amount", "base"):
            if stated.get(name) is not None:
                stated[name] = rounded(EXACT.multiply(stated[name], share), unit)
        return Adjustment.model_validate(stated)


def _part(amount: Decimal, percent: Decimal) -> Decimal:
    return writable(EXACT.multiply(amount, EXACT.scaleb(percent, -2)))


def _part_of(one: TaskAdjustment, percent: Decimal) -> TaskAdjustment:
    stated = {name: one.__dict__[name] for name in one.model_fields_set}
    for name in ("amount", "base", "quantity"):
        if stated.get(name) is not None:
            stated[name] = _part(stated[name], percent)
    return TaskAdjustment.model_validate(stated)


def _with(quote: Quote, **keys: Any) -> Quote:  # noqa: ANN401 - any keys of a quote
    data = {name: getattr(quote, name) for name in Quote.model_fields} | keys
    stated = {name: value for name, value in data.items() if value is not None}
    return Quote.model_validate(stated, context={"references": False})
