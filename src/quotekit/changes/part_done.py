"""What the part done of a task comes to: as it is agreed, and as it would be after a revision."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from quotekit.changes.added_work import total
from quotekit.changes.draft import with_keys
from quotekit.changes.progress import done_quantity, rescaled_percent
from quotekit.pricing import Line, price
from quotekit.quotes import Quote, Rate, Task, counts
from quotekit.values import ZERO

_NO_PRICE = frozenset({"tax", "phase", "after", "discounts", "surcharges", "if_changed"})
"""What a task is priced without, where only its own price is asked for."""
_LEFT_OUT: dict[str, Any] = {
    "tax": None, "taxes": {}, "discounts": (), "surcharges": (), "payments": (), "scope": (),
}  # fmt: skip
"""The same of its quote."""


class PartsDone:
    """Price the parts done of one task before and after a revision, its adjustments left aside.

    A rate that changes for all that is priced with it counts for neither: both sides are priced
    at what was agreed.
    """

    def __init__(self, before: Quote, after: Quote) -> None:
        """Take the agreed quote and the revised one."""
        self._before = before
        self._after = after
        self._rates: Mapping[str, Rate] = {**after.rates, **before.rates}

    def agreed(self, task: Task, percent: Decimal) -> Decimal:
        """Return what so many percent of a task of the agreed quote come to."""
        return self._done(task, percent, self._before)

    def revised(self, was: Task, task: Task, percent: Decimal) -> Decimal:
        """Return what they come to once it is a task of the revised quote.

        They are rescaled as progress is when an order is accepted.
        """
        old, new = self._alone(was, self._before), self._alone(task, self._after)
        scaled = rescaled_percent(percent, old.quantity, new.quantity)
        return self._done(task, scaled, self._after)

    def _done(self, task: Task, percent: Decimal, quote: Quote) -> Decimal:
        if not counts(task, quote.selected):
            return ZERO
        if task.expense is not None:
            return total(self._alone(task, quote))
        quantity = done_quantity(task, percent, self._rates)
        return total(self._alone(task, quote, quantity=quantity, estimate=None))

    def _alone(self, task: Task, quote: Quote, **keys: Any) -> Line:  # noqa: ANN401 - of a task
        """Price a task by itself, with other values for some keys."""
        stated = {name: task.__dict__[name] for name in task.model_fields_set - _NO_PRICE} | keys
        alone = Task.model_validate({key: one for key, one in stated.items() if one is not None})
        bare = with_keys(quote, rates=self._rates, tasks=[alone], schedule=None, **_LEFT_OUT)
        return price(bare).lines[0]
