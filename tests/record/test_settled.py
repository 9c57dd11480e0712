"""Which instalments are settled."""

from decimal import Decimal

import pytest

from quotekit.pricing import Instalment
from quotekit.record.settled import settled_instalments


def part(amount: str) -> Instalment:
    """Return an instalment of an amount."""
    return Instalment("a", None, None, Decimal(amount), None, None, None)


@pytest.mark.parametrize(
    ("amount", "paid", "settled"),
    [
        ("100.00", "100.00", True),
        ("100.00", "99.99", False),
        ("100.00", "120.00", True),
        ("-50.00", "-50.00", True),
        ("-50.00", "-10.00", False),
        ("-50.00", "0.00", False),
        ("0.00", "0.00", True),
    ],
)
def test_settled(amount: str, paid: str, settled: bool) -> None:  # noqa: FBT001 - a table
    """All was paid, or given back, that it comes to."""
    found = list(settled_instalments([part(amount)], {"a": Decimal(paid)}))
    assert found == (["a"] if settled else [])


def test_nothing_paid() -> None:
    """Without a payment nothing is settled, an instalment of nothing either."""
    assert list(settled_instalments([part("0.00")], {})) == []
