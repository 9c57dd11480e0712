"""One line of a priced quote.

Lines are named tuples, the cheapest frozen thing there is, since a long quote makes many of them.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from quotekit.quotes import Rate, Task

TaxSet = tuple[str, ...]
"""The names of the taxes a line carries, in the order of the quote's `taxes`."""


class Exact(NamedTuple):
    """The unrounded total of a line, likely, at its low and at its high quantity."""

    total: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """One discount or surcharge and what it comes to; `percent` is None where it is an amount."""

    id: str
    title: str | None
    percent: Decimal | None
    amount: Decimal


class Details(NamedTuple):
    """What only some lines have: adjustments of their own, an estimate, or unrounded totals."""

    discounts: tuple[AdjustmentRow, ...]
    surcharges: tuple[AdjustmentRow, ...]
    low: Decimal | None
    high: Decimal | None
    exact: Exact | None


class Line(NamedTuple):
    """One task with its price.

    `counted` is False for an option that is not selected and for a line that recurs without
    end. `price` is for `per` units, an expense's with its markup. `low` and `high` are the
    totals at the bounds of an estimate, None without one.
    """

    task: Task
    rate: Rate | None
    taxes: TaxSet
    counted: bool
    quantity: Decimal
    price: Decimal
    sum: Decimal
    total: Decimal
    details: Details | None = None

    @property
    def discounts(self) -> tuple[AdjustmentRow, ...]:
        """Return the task's own discounts."""
        return () if self.details is None else self.details.discounts

    @property
    def surcharges(self) -> tuple[AdjustmentRow, ...]:
        """Return the task's own surcharges."""
        return () if self.details is None else self.details.surcharges

    @property
    def low(self) -> Decimal | None:
        """Return the total if the estimate turns out low."""
        return None if self.details is None else self.details.low

    @property
    def high(self) -> Decimal | None:
        """Return the total if the estimate turns out high."""
        return None if self.details is None else self.details.high

    @property
    def exact(self) -> Exact | None:
        """Return the unrounded totals, in the rounding mode `total` only."""
        return None if self.details is None else self.details.exact

    @property
    def id(self) -> str:
        """Return the id of the task."""
        return self.task.id

    @property
    def title(self) -> str | None:
        """Return the title of the task."""
        return self.task.title

    @property
    def phase(self) -> str | None:
        """Return the phase the task belongs to."""
        return self.task.phase

    @property
    def option(self) -> str | None:
        """Return the option the task is part of."""
        return self.task.option

    @property
    def every(self) -> str | None:
        """Return the period in which the line recurs."""
        return self.task.every

    @property
    def unit(self) -> str | None:
        """Return the unit of the quantity, the rate's or the task's own."""
        return self.task.unit if self.rate is None else self.rate.unit

    @property
    def per(self) -> Decimal:
        """Return how many units the price is for."""
        if self.rate is not None:
            return self.rate.per
        return Decimal(1) if self.task.per is None else self.task.per

    @property
    def open_ended(self) -> bool:
        """Say whether the line recurs without end."""
        return self.task.every is not None and self.task.times is None

    def totals(self) -> Exact:
        """Return the totals that sums are made of: unrounded where the mode rounds at the end."""
        details = self.details
        if details is None:
            return Exact(self.total, self.total, self.total)
        if details.exact is not None:
            return details.exact
        low, high = details.low, details.high
        return Exact(
            self.total, self.total if low is None else low, self.total if high is None else high
        )
