"""What of a contract is earned: its tasks priced at the part that is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from quotekit.pricing import Line, PricedQuote, likely_quantity, price
from quotekit.quotes import Adjustment, Quote, Task, TaskAdjustment
from quotekit.values import EXACT, HUNDRED, ZERO, divided, writable

_DUST = Decimal("1e-12")
_ONE = Decimal(1)


@dataclass(frozen=True, eq=False)
class EarnedWork:
    """Price the tasks of a contract at quantity × progress, by the engine that priced them.

    Tiers, increments and discounts hold as agreed. A document adjustment counts in the proportion
    in which the lines it applies to are earned, and an expense that is begun counts whole.
    `progress` is in percent of the quantity of each task.
    """

    contract: PricedQuote
    progress: Mapping[str, Decimal]

    @cached_property
    def priced(self) -> PricedQuote:
        """Return the quote of the part that is done, priced."""
        quote = self.contract.quote
        tasks = [self._done(line) for line in self.contract.lines if line.counted]
        bare = price(_with(quote, tasks=tasks, discounts=(), surcharges=(), payments=()))
        return price(
            _with(
                quote,
                tasks=tasks,
                discounts=tuple(self._in_proportion(one, bare) for one in quote.discounts),
                surcharges=tuple(self._in_proportion(one, bare) for one in quote.surcharges),
                payments=(),
            )
        )

    def lines(self) -> tuple[tuple[Line, Decimal, Decimal], ...]:
        """Return each counted line of the contract, its progress and what of it is earned."""
        counted = (line for line in self.contract.lines if line.counted)
        return tuple(
            (line, self.percent(line.task), earned.total)
            for line, earned in zip(counted, self.priced.lines, strict=True)
        )

    def percent(self, task: Task) -> Decimal:
        """Return how far a task has come, in percent of its quantity.

        What was ended keeps just the part that is done, and all of that is earned.
        """
        return HUNDRED if task.ended is not None else self.progress.get(task.id, ZERO)

    def _is_whole(self, task: Task) -> bool:
        percent = self.percent(task)
        return percent == HUNDRED or (task.expense is not None and percent > 0)

    def _done(self, line: Line) -> Task:
        task = line.task
        if self._is_whole(task):
            return task
        percent = self.percent(task)
        # Of what recurs so many times, the part is one of all its times together: a week that is
        # done would else be rounded up to an increment in each of them.
        whole = likely_quantity(task) if task.times is None else line.quantity
        stated: dict[str, Any] = {name: task.__dict__[name] for name in task.model_fields_set}
        stated |= {"id": task.id, "estimate": None, "times": None, "every": None}
        # What a rescaled percent left far behind the point is no work that anybody has done.
        stated["quantity"] = EXACT.quantize(_part(whole, percent), _DUST)
        for name in ("discounts", "surcharges"):
            stated[name] = tuple(_part_of(one, percent) for one in getattr(task, name))
        stated = {name: value for name, value in stated.items() if value is not None}
        return Task.model_validate(stated)

    def _in_proportion(self, one: Adjustment, done: PricedQuote) -> Adjustment:
        share = self._share(one, done)
        stated = {name: one.__dict__[name] for name in one.model_fields_set}
        for name in ("amount", "base"):
            if stated.get(name) is not None and share != _ONE:
                stated[name] = writable(EXACT.multiply(stated[name], share))
        return Adjustment.model_validate(stated)

    def _share(self, one: Adjustment, done: PricedQuote) -> Decimal:
        """Return which part is earned of the lines that an adjustment applies to, 0 to 1."""
        lines = [line for line in self.contract.lines if line.counted]
        named = frozenset(one.of or ())
        applied = [line for line in lines if line.id in named or line.phase in named] or lines
        if all(self._is_whole(line.task) for line in applied):
            return _ONE
        earned = {line.id: line.totals().total for line in done.lines}
        whole = part = ZERO
        for line in applied:
            whole = EXACT.add(whole, line.totals().total)
            part = EXACT.add(part, earned[line.id])
        return min(_ONE, max(ZERO, divided(part, whole))) if whole > 0 else ZERO


def _part(amount: Decimal, percent: Decimal) -> Decimal:
    return EXACT.multiply(amount, EXACT.scaleb(percent, -2))


def _part_of(one: TaskAdjustment, percent: Decimal) -> TaskAdjustment:
    stated = {name: one.__dict__[name] for name in one.model_fields_set}
    for name in ("amount", "base", "quantity"):
        if stated.get(name) is not None:
            stated[name] = writable(_part(stated[name], percent))
    return TaskAdjustment.model_validate(stated)


def _with(quote: Quote, **keys: Any) -> Quote:  # noqa: ANN401 - any keys of a quote
    data = {name: getattr(quote, name) for name in Quote.model_fields} | keys
    stated = {name: value for name, value in data.items() if value is not None}
    return Quote.model_validate(stated, context={"references": False})
