"""What follows from a quote: lines, taxes, totals, instalments, timeline."""

from quotekit.pricing.due_dates import due_after
from quotekit.pricing.earning import Viability, viability
from quotekit.pricing.engine import price, reprice
from quotekit.pricing.line import likely_quantity
from quotekit.pricing.plan import AnnouncedPrice, Instalment, TaskDates, Timeline
from quotekit.pricing.priced_line import AdjustmentRow, Line
from quotekit.pricing.priced_quote import PricedQuote
from quotekit.pricing.sums import (
    Bound,
    Option,
    Phase,
    Range,
    Recurring,
    RoundingRow,
    TaxAmount,
    Totals,
)
from quotekit.pricing.timing import WorkingCalendar

__all__ = [
    "AdjustmentRow",
    "AnnouncedPrice",
    "Bound",
    "Instalment",
    "Line",
    "Option",
    "Phase",
    "PricedQuote",
    "Range",
    "Recurring",
    "RoundingRow",
    "TaskDates",
    "TaxAmount",
    "Timeline",
    "Totals",
    "Viability",
    "WorkingCalendar",
    "due_after",
    "likely_quantity",
    "price",
    "reprice",
    "viability",
]
