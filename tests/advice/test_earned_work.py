"""What is earned of one task, by the engine that priced it."""

from typing import Any

import pytest

from tests.advice.left_jobs import contract, left
from tests.written_quotes import quote

RATES: dict[str, Any] = {
    "work": {"price": 95, "unit": "hour", "tiers": [{"above": 40, "price": 85}]},
    "design": {"price": 100, "unit": "hour", "increment": "0.25"},
    "care": {"price": 50, "unit": "hour", "increment": 1},
}


def earned(one: dict[str, Any], percent: object) -> str:
    """Return what is earned of the only task of a contract."""
    found = left(contract(quote(rates=RATES, tasks=[one])), {one["id"]: percent})
    return f"{found.earned:f}"


@pytest.mark.parametrize(
    ("one", "percent", "amount"),
    [
        # 44 of 55 h: 40 at 95, 4 at 85.
        ({"rate": "work", "quantity": 55}, 80, "4140.00"),
        # 22 h never reach the tier.
        ({"rate": "work", "quantity": 55}, 40, "2090.00"),
        # 8.952 h, rounded up to a quarter.
        ({"rate": "design", "quantity": 24}, "37.3", "900.00"),
        # What rescaling left is no quarter of an hour.
        ({"rate": "design", "quantity": 24}, "33.333333333333333333", "800.00"),
        ({"rate": "design", "quantity": 24}, "33.333333333333333334", "800.00"),
        # 41.67 h are expected; 20.835, rounded up.
        ({"rate": "design", "estimate": {"low": 30, "likely": 40, "high": 60}}, 50, "2100.00"),
        ({"rate": "design", "estimate": {"low": 30, "likely": 40, "high": 60}}, 100, "4175.00"),
        # A quarter of two hours in each of twelve months: six, not twelve times one.
        ({"rate": "care", "quantity": 2, "every": "month", "times": 12}, 25, "300.00"),
        ({"price": 49, "every": "month", "times": 12}, 25, "147.00"),
        # The task's own discounts: 10 %; 30.00 in proportion; 2.00 a unit.
        ({"price": 100, "quantity": 4, "discounts": [{"id": "d", "percent": 10}]}, 50, "180.00"),
        ({"price": 100, "quantity": 4, "discounts": [{"id": "d", "amount": 30}]}, 50, "185.00"),
        ({"price": 100, "quantity": 4, "surcharges": [{"id": "s", "price": 2}]}, 50, "204.00"),
        (
            {"price": 100, "surcharges": [{"id": "s", "percent": 10, "base": 60}]},
            50, "53.00",
        ),
        # An expense is bought or not.
        ({"expense": "129.90", "markup": 10}, 1, "142.89"),
        ({"expense": "129.90", "markup": 10}, 0, "0.00"),
        ({"price": 100}, 0, "0.00"),
        ({"price": 0}, 50, "0.00"),
    ],
)  # fmt: skip
def test_part_of_a_task(one: dict[str, Any], percent: object, amount: str) -> None:
    """Tiers, increments, estimates, periods and the task's own adjustments hold for a part too."""
    assert earned({"id": "a", **one}, percent) == amount
