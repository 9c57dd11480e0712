"""What pricing gives: lines, totals, instalments and dates, each rounded and final.

Amounts are `Decimal` with the decimals of the currency. Lines are named tuples, the cheapest
frozen thing there is, since a long quote makes many of them.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from quotekit.quotes import Due, EarlyPayment, Rate, Task

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


@dataclass(frozen=True, slots=True)
class TaxAmount:
    """One tax: the base it applies to and what it comes to."""

    name: str
    title: str | None
    percent: Decimal
    base: Decimal
    amount: Decimal
    withheld: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class RoundingRow:
    """The difference between a shown whole and its shown parts; `between` names the whole."""

    between: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of a quote, or of what recurs in one period.

    `net` = `lines` - `discount` + `surcharge` (less the taxes where prices include them),
    `total` = `net` + `tax`, `payable` = `total` - `withheld` + `rounding`, where `rounding_rows`
    say what rounding at the end left between them.
    """

    lines: Decimal
    discounts: tuple[AdjustmentRow, ...]
    surcharges: tuple[AdjustmentRow, ...]
    discount: Decimal
    surcharge: Decimal
    net: Decimal
    taxes: tuple[TaxAmount, ...]
    tax: Decimal
    total: Decimal
    withheld: Decimal
    rounding: Decimal
    payable: Decimal
    rounding_rows: tuple[RoundingRow, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """What an option comes to; a line that recurs without end counts only among its like."""

    name: str
    title: str
    selected: bool
    total: Decimal


@dataclass(frozen=True, slots=True)
class Phase:
    """The subtotal of a phase: its counted lines."""

    id: str
    title: str
    total: Decimal


@dataclass(frozen=True, slots=True)
class Recurring:
    """The totals of what recurs in each period, without document discounts and surcharges."""

    every: str
    totals: Totals


@dataclass(frozen=True, slots=True)
class Bound:
    """Net and total at one end of the range."""

    net: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """What the quote comes to if every estimate turns out low, or high."""

    low: Bound
    high: Bound


@dataclass(frozen=True, slots=True)
class Instalment:
    """One part of the payable amount; `date` is None until the event it follows is known."""

    id: str
    title: str | None
    percent: Decimal | None
    amount: Decimal
    due: Due | None
    early: EarlyPayment | None
    date: date | None


@dataclass(frozen=True, slots=True)
class TaskDates:
    """The first and last working day of a task."""

    id: str
    start: date
    finish: date


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many working days the counted tasks take, and from when to when."""

    working_days: int
    start: date | None
    finish: date | None
    tasks: tuple[TaskDates, ...]


@dataclass(frozen=True, slots=True)
class AnnouncedPrice:
    """What a change announced in `if_changed` costs: one of it, before any document discount."""

    id: str
    title: str | None
    amount: Decimal
    days: Decimal | None


@dataclass(frozen=True, slots=True)
class Viability:
    """What the seller alone sees: cost, margin, hours and what an hour brings in.

    `margin` = net - `cost`. `hourly_rate` = (net - expenses at cost) / `hours`, None without
    hours. `margin_percent` is of net, None where net is zero.
    """

    cost: Decimal
    margin: Decimal
    margin_percent: Decimal | None
    hours: Decimal
    hourly_rate: Decimal | None
    floor_rate: Decimal | None
