"""What follows from a quote: lines, taxes, totals, instalments, timeline."""

from quotekit.pricing.engine import price, reprice
from quotekit.pricing.priced_quote import PricedQuote
from quotekit.pricing.result import (
    AdjustmentRow,
    AnnouncedPrice,
    Bound,
    Instalment,
    Line,
    Option,
    Phase,
    Range,
    Recurring,
    RoundingRow,
    TaskDates,
    TaxAmount,
    Timeline,
    Totals,
    Viability,
)

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
    "price",
    "reprice",
]
