"""Exact values: numbers, amounts, percentages, days, text, currencies, digests."""

from quotekit.values.amount import (
    EXACT,
    ZERO,
    allocate,
    divided,
    quantum,
    rounded,
    settled,
    to_multiple,
)
from quotekit.values.canonical_json import LARGEST_INTEGER, canonical, digest
from quotekit.values.currency import MINOR_UNITS
from quotekit.values.day import Day, calendar_day
from quotekit.values.number import (
    Amount,
    Number,
    Positive,
    Times,
    Truth,
    Whole,
    exact,
    plain,
    writable,
)
from quotekit.values.percentage import HUNDRED, Percent, Rate100, Share
from quotekit.values.refusal import refuse, shown, visible
from quotekit.values.unit import KNOWN_UNITS
from quotekit.values.writing import PROSE, SLUG, TITLE, Slug, Text, Title

__all__ = [
    "EXACT",
    "HUNDRED",
    "KNOWN_UNITS",
    "LARGEST_INTEGER",
    "MINOR_UNITS",
    "PROSE",
    "SLUG",
    "TITLE",
    "ZERO",
    "Amount",
    "Day",
    "Number",
    "Percent",
    "Positive",
    "Rate100",
    "Share",
    "Slug",
    "Text",
    "Times",
    "Title",
    "Truth",
    "Whole",
    "allocate",
    "calendar_day",
    "canonical",
    "digest",
    "divided",
    "exact",
    "plain",
    "quantum",
    "refuse",
    "rounded",
    "settled",
    "shown",
    "to_multiple",
    "visible",
    "writable",
]
