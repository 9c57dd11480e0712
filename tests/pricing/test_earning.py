"""What the seller alone sees: cost, margin, hours, and what an hour brings in."""

from decimal import Decimal
from typing import Any

import pytest

from quotekit.pricing import Viability, viability
from tests.written_quotes import at_rate, priced, task

RATES = {"work": {"price": 80, "unit": "hour", "private": {"cost": 30}}}


def seen(*tasks: dict[str, Any], **keys: Any) -> Viability:
    """Return what the seller sees of a quote of these tasks."""
    return viability(priced(tasks=list(tasks), rates=RATES, **keys))


@pytest.mark.parametrize(
    ("one", "cost"),
    [
        (task("a"), "0.00"),
        (task("a", private={"cost": "12.5"}), "12.50"),
        (task("a", private={"cost": 0}), "0.00"),
        (task("a", quantity=3, private={"cost": "12.5"}), "12.50"),
        ({"id": "a", "expense": 10, "markup": 50, "quantity": 3}, "30.00"),
        ({"id": "a", "expense": 10, "quantity": 3, "private": {"cost": 7}}, "7.00"),
        (at_rate("a", "2.5"), "75.00"),
        (at_rate("a", "2.5", private={"cost": 5}), "5.00"),
        (at_rate("a", "2.5", private={"notes": "n"}), "75.00"),
    ],
)
def test_cost_of_a_task(one: dict[str, Any], cost: str) -> None:
    """Its own, or the expense without markup, or the rate's for each unit."""
    assert str(seen(one).cost) == cost


@pytest.mark.parametrize(
    ("one", "hours"),
    [
        (at_rate("a", "2.5"), "2.50"),
        (at_rate("a", "2.5", effort=4), "4.00"),
        (at_rate("a", "2.5", days=2), "12.00"),
        (task("a", unit="day", quantity=2), "12.00"),
        (task("a", unit="page", quantity=2), "0.00"),
        (task("a"), "0.00"),
        ({"id": "a", "expense": 10, "unit": "hour", "quantity": 5}, "0.00"),
        (at_rate("a", "-2"), "0.00"),
    ],
)
def test_hours_of_a_task(one: dict[str, Any], hours: str) -> None:
    """Its effort, its days, or its quantity in hours or days of six hours."""
    assert str(seen(one, schedule={"hours_per_day": 6}).hours) == hours


def test_margin_is_net_less_cost() -> None:
    """10 hours at 80 less 10 %, at a cost of 30 each."""
    found = seen(at_rate("a", "10"), discounts=[{"id": "d", "percent": 10}])
    assert (found.cost, found.margin, found.margin_percent) == (300, 420, Decimal("58.33"))


def test_hour_brings_in_what_is_no_expense() -> None:
    """Expenses at cost go through the seller's hands; their markup stays."""
    expense = {"id": "b", "expense": 100, "markup": 10}
    assert seen(at_rate("a", "10"), expense).hourly_rate == 81


def test_only_counted_lines_take_part() -> None:
    """An option not selected costs nothing and takes no hours."""
    found = seen(
        at_rate("a", "1"), at_rate("b", "5", option="gold"), at_rate("c", "5", every="month")
    )
    assert (found.cost, found.hours) == (30, 1)


def test_nothing_to_divide_by() -> None:
    """Without hours there is no hourly rate, and of nothing there is no percent."""
    found = seen(task("a", "0"))
    assert (found.hourly_rate, found.margin_percent) == (None, None)


def test_floor_rate_is_as_written() -> None:
    """It is told beside, for comparison."""
    assert seen(private={"floor_rate": 60}).floor_rate == 60
    assert seen().floor_rate is None
    assert seen(private={"notes": "n"}).floor_rate is None
