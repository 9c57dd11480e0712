"""The free rounds of corrections: who has used how many, and whether one more fits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from quotekit.changes.actions import Apply
from quotekit.changes.order import RoundsUsed
from quotekit.changes.request import ChangeRequest
from quotekit.pricing import Line, PricedQuote
from quotekit.quotes import Allowance, Quote, Schedule
from quotekit.values import EXACT, ZERO

WHOLE_QUOTE = "*"
"""Stands for a round of the whole quote, where rounds are not counted by task."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """Count the free rounds of a contract: so many of each task, or of the whole quote.

    `taken` says how many orders, accepted or pending, have used one of a task; `*` stands for the
    quote as a whole.
    """

    granted: Allowance | None
    taken: Mapping[str, int] = field(default_factory=dict)

    def used(self, task: str | None = None) -> int:
        """Return how many rounds of a task are used, or of the quote, as they are counted."""
        return self.taken.get(self._key(task), 0)

    def left(self, task: str | None = None) -> int:
        """Return how many rounds are left."""
        granted = 0 if self.granted is None else self.granted.revisions
        return max(0, granted - self.used(task))

    def _key(self, task: str | None) -> str:
        by_task = self.granted is not None and self.granted.per == "task"
        return task if by_task and task is not None else WHOLE_QUOTE

    def used_by(self, request: ChangeRequest, work: "Growth") -> tuple[str, ...]:
        """Return the rounds that a correction uses up; none if it does not fit the allowance."""
        named = tuple(dict.fromkeys(tasks_named(request, work.before.quote)))
        if self.granted is None or not named:
            return ()
        for task in named:
            most = self.granted.hours
            if not self.left(task) or (most is not None and work.hours(task) > most):
                return ()
        return tuple(dict.fromkeys(self._key(task) for task in named))

    def after(
        self, request: ChangeRequest, quote: Quote, rounds: tuple[str, ...]
    ) -> RoundsUsed | None:
        """Say how many are used and left once an order stands; of several tasks, the scarcest."""
        if self.granted is None or request.kind != "revision":
            return None
        keys = {self._key(task) for task in tasks_named(request, quote)}
        used = max((self.taken.get(key, 0) + (key in rounds) for key in keys), default=0)
        return RoundsUsed(used, max(0, self.granted.revisions - used), bool(rounds))


def tasks_named(request: ChangeRequest, quote: Quote) -> Iterator[str]:
    """Yield the tasks of a quote that the actions of a request name."""
    for action in request.actions:
        target = action.target(quote)
        if target is not None:
            yield target


class Growth:
    """Measure by how many hours of work tasks grow."""

    def __init__(self, request: ChangeRequest, before: PricedQuote, after: PricedQuote) -> None:
        """Take what was asked for, and the quote before and after it."""
        self.before = before
        self._request = request
        self._before = {line.id: line for line in before.lines}
        self._after = {line.id: line for line in after.lines}
        schedule = after.quote.schedule
        self._day = (Schedule() if schedule is None else schedule).hours_per_day

    def hours(self, task: str) -> Decimal:
        """Return the hours by which a task grows, what was announced for it included.

        Those are hours of its quantity, else of its effort, else of its days, stated or as its
        quantity; else none.
        """
        found = ZERO
        for name in dict.fromkeys((task, *self._applied(task))):
            new, old = self._after.get(name), self._before.get(name)
            if new is not None:
                was = ZERO if old is None else self._measured(old, new)
                found = EXACT.add(found, EXACT.subtract(self._measured(new, new), was))
        return found

    def _applied(self, task: str) -> Iterator[str]:
        for action in self._request.actions:
            if isinstance(action, Apply) and action.target(self.before.quote) == task:
                yield action.apply

    def _measured(self, line: Line, by: Line) -> Decimal:
        """Return the hours of a line, in the way that `by` has them."""
        if by.unit == "hour":
            return line.quantity if line.unit == "hour" else ZERO
        effort, days = line.task.effort, line.task.days
        if by.task.effort is not None:
            return ZERO if effort is None else effort
        if by.task.days is None and by.unit == line.unit == "day":
            days = line.quantity
        return ZERO if days is None else EXACT.multiply(days, self._day)
