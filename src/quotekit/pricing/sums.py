"""The sums of a priced quote: totals, phases, options, what recurs, and the range."""

from dataclasses import dataclass
from decimal import Decimal

from quotekit.pricing.priced_line import AdjustmentRow


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
    say what rounding at the end left between them. `rows_by_phase` say it where the subtotals of
    phases, each with its own row, stand for their lines.
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
    rows_by_phase: tuple[RoundingRow, ...]


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
