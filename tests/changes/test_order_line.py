"""A line says what becomes of one thing, and nothing that it was not told."""

from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

from quotekit.changes import FieldChange, OrderLine, Side

TEN = Decimal("10.00")


def test_line_that_is_told_little_says_little() -> None:
    """No percent, no base, no reason and no term."""
    line = OrderLine("a", "A", "added", None, Side(Decimal(1), Decimal(10), TEN), TEN)
    assert (line.percent, line.base, line.because, line.announced, line.term) == (None,) * 5
    assert line.fields == ()


def test_line_cannot_be_changed() -> None:
    """Nor can its sides, nor the changed keys."""
    side = Side(None, None, TEN)
    line = OrderLine("a", None, "fee", None, side, TEN)
    for part, key in ((line, "difference"), (side, "total"), (FieldChange("a", 1, 2), "after")):
        with pytest.raises(FrozenInstanceError):
            setattr(part, key, TEN)
