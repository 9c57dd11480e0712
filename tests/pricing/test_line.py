"""A line: quantity, sum, adjustments of its own, total."""

from decimal import Decimal
from typing import Any

import pytest

from quotekit.pricing import Line
from tests.written_quotes import amounts, priced


def line(task: dict[str, Any], rate: dict[str, Any] | None = None, **keys: Any) -> Line:
    """Price a quote of one task, with one rate where it is given."""
    rates = {} if rate is None else {"work": rate}
    return priced(tasks=[{"id": "a", **task}], rates=rates, **keys).lines[0]


def work(quantity: str) -> dict[str, Any]:
    """Return so much work at the rate."""
    return {"rate": "work", "quantity": quantity}


@pytest.mark.parametrize(
    ("stated", "increment", "quantity"),
    [
        ("2", None, "2"),
        ("2.3", "0.5", "2.5"),
        ("2.5", "0.5", "2.5"),
        ("0", "0.5", "0"),
        ("0.01", "8", "8"),
        ("-2.3", "0.5", "-2"),
        ("1", "0.3", "1.2"),
    ],
)
def test_quantity_is_rounded_up_to_the_increment(
    stated: str, increment: str | None, quantity: str
) -> None:
    """Half an hour begun is half an hour."""
    found = line(work(stated), {"price": 1, "increment": increment})
    assert found.quantity == Decimal(quantity)


@pytest.mark.parametrize(
    ("low", "likely", "high", "quantity"),
    [
        ("30", "40", "60", "41.67"),
        ("1", "1", "1", "1"),
        ("0", "0", "0.03", "0.01"),
        ("1", "2", "4", "2.17"),
    ],
)
def test_estimate_weighs_the_likely_four_times(
    low: str, likely: str, high: str, quantity: str
) -> None:
    """(low + 4 likely + high) / 6, rounded to 0.01."""
    estimate = {"low": low, "likely": likely, "high": high}
    found = line({"rate": "work", "estimate": estimate}, {"price": 1})
    assert found.quantity == Decimal(quantity)


def test_increment_goes_before_times() -> None:
    """A month of 1.2 hours is billed as 1.5; a year of them is 18."""
    task = {**work("1.2"), "every": "month", "times": 12}
    assert line(task, {"price": 1, "increment": "0.5"}).quantity == 18


def test_line_without_times_is_for_one_period() -> None:
    """An open-ended line is priced for its period."""
    found = line({"price": 49, "every": "month"})
    assert (found.quantity, found.total, found.counted) == (1, 49, False)
    assert found.open_ended


@pytest.mark.parametrize(
    ("task", "rate", "total"),
    [
        ({"price": "340"}, None, "340.00"),
        ({"price": "340", "quantity": "3"}, None, "1020.00"),
        ({"price": "140", "quantity": "3500", "per": "1000"}, None, "490.00"),
        (work("3500"), {"price": "140", "per": "1000"}, "490.00"),
        (work("1"), {"price": "10", "per": "3"}, "3.33"),
        ({"price": "10", "quantity": "2", "per": "3"}, None, "6.67"),
        ({"expense": "100"}, None, "100.00"),
        ({"expense": "10", "markup": "10", "quantity": "5", "per": "2"}, None, "27.50"),
        ({"price": "100", "quantity": "-2"}, None, "-200.00"),
        ({"price": "100", "quantity": "0"}, None, "0.00"),
        ({"price": "0"}, None, "0.00"),
        ({"price": "0.001", "quantity": "-1"}, None, "0.00"),
        ({"price": "0.005"}, None, "0.01"),
        ({"price": "0.005", "quantity": "-1"}, None, "-0.01"),
        (
            {"price": "999999999999", "quantity": "999999999999"},
            None,
            "999999999998000000000001.00",
        ),
    ],
)
def test_sum_is_price_times_quantity(
    task: dict[str, Any], rate: dict[str, Any] | None, total: str
) -> None:
    """Price × quantity / per, rounded half away from zero; a zero has no sign."""
    assert str(line(task, rate).total) == total
    assert str(line(task, rate, rounding="total").total) == total


@pytest.mark.parametrize(
    ("quantity", "total"),
    [("40", "400"), ("41", "409"), ("100", "940"), ("101", "948"), ("-50", "-500"), ("0", "0")],
)
def test_each_tier_prices_its_part(quantity: str, total: str) -> None:
    """Up to 40 at 10, up to 100 at 9, above at 8; a credit is at the first price."""
    tiers = [{"above": 40, "price": 9}, {"above": 100, "price": 8}]
    assert line(work(quantity), {"price": 10, "tiers": tiers}).total == Decimal(total)


def test_tiers_go_by_the_quantity_and_the_price_by_per() -> None:
    """1500 words at 100 per 1000, above 1000 at 50 per 1000."""
    rate = {"price": 100, "per": 1000, "tiers": [{"above": 1000, "price": 50}]}
    assert line(work("1500"), rate).total == 125


def test_percent_applies_to_the_sum() -> None:
    """Two discounts and a surcharge each take their percent of the sum, not of what is left."""
    found = line(
        {
            "price": "200",
            "discounts": [{"id": "a", "percent": 10}, {"id": "b", "percent": 10}],
            "surcharges": [{"id": "c", "percent": 50}],
        }
    )
    assert [row.amount for row in found.discounts] == [20, 20]
    assert [row.amount for row in found.surcharges] == [100]
    assert (found.sum, found.total) == (200, 260)


@pytest.mark.parametrize(
    ("part", "amount"),
    [
        ({"percent": "10"}, "40.00"),
        ({"percent": "10", "base": "70"}, "7.00"),
        ({"percent": "-10"}, "-40.00"),
        ({"amount": "12.345"}, "12.35"),
        ({"amount": "-5"}, "-5.00"),
        ({"price": "3"}, "12.00"),
        ({"price": "3", "quantity": "2"}, "6.00"),
        ({"price": "3", "quantity": "0"}, "0.00"),
        ({"percent": "0"}, "0.00"),
    ],
)
def test_adjustment_of_a_line(part: dict[str, Any], amount: str) -> None:
    """A percent of the sum or a base, an amount, or a price for each unit."""
    task = {"price": "100", "quantity": "4", "discounts": [{"id": "d", "title": "Off", **part}]}
    found = line(task)
    (row,) = found.discounts
    assert (row.id, row.title, str(row.amount)) == ("d", "Off", amount)
    assert found.total == 400 - row.amount


def test_adjustments_are_rounded_where_they_arise() -> None:
    """Two halves of a cent are two cents in the mode `line`, and one in the mode `total`."""
    task = {
        "price": "10",
        "surcharges": [{"id": "a", "amount": "0.005"}, {"id": "b", "amount": "0.005"}],
    }
    assert line(task).total == Decimal("10.02")
    assert line(task, rounding="total").total == Decimal("10.01")


def test_bounds_carry_the_adjustments() -> None:
    """At low and at high the line's percents apply to that sum."""
    task = {
        "rate": "work",
        "estimate": {"low": 1, "likely": 2, "high": 3},
        "discounts": [{"id": "d", "percent": 10}],
    }
    found = line(task, {"price": 100})
    assert (found.low, found.total, found.high) == (90, 180, 270)


def test_bounds_are_rounded_up_to_the_increment() -> None:
    """The increment holds at low and at high, too."""
    task = {"rate": "work", "estimate": {"low": "1.1", "likely": 2, "high": "2.9"}}
    found = line(task, {"price": 10, "increment": "0.5"})
    assert (found.low, found.high) == (15, 30)


def test_certain_line_has_no_bounds() -> None:
    """Without estimate there is no low and no high."""
    found = line({"price": 1})
    assert (found.low, found.high) == (None, None)


def test_line_not_selected_is_priced_and_does_not_count() -> None:
    """It is shown with its price."""
    found = line({"price": 100, "option": "gold"})
    assert (found.total, found.counted) == (100, False)


def test_selected_option_counts() -> None:
    """Once the client has selected it, it is a line like others."""
    assert line({"price": 100, "option": "gold"}, selected=["gold"]).counted


@pytest.mark.parametrize(
    ("task", "rate", "unit", "per"),
    [
        ({"price": 1, "unit": "page", "per": 10}, None, "page", 10),
        ({"price": 1}, None, None, 1),
        (work("1"), {"price": 1, "unit": "hour", "per": 2}, "hour", 2),
    ],
)
def test_unit_is_the_rates_or_the_tasks(
    task: dict[str, Any], rate: dict[str, Any] | None, unit: str | None, per: int
) -> None:
    """What a price is for stands where the price stands."""
    found = line(task, rate)
    assert (found.unit, found.per) == (unit, per)


def test_taxes_are_in_the_order_of_the_quote() -> None:
    """However a task writes them."""
    taxes = {"a": {"percent": 1}, "b": {"percent": 2}}
    assert line({"price": 1, "tax": ["b", "a"]}, taxes=taxes).taxes == ("a", "b")


def test_task_may_carry_no_tax() -> None:
    """`none` is stronger than the quote's tax."""
    taxes = {"a": {"percent": 1}}
    assert line({"price": 1, "tax": "none"}, taxes=taxes, tax="a").taxes == ()
    assert line({"price": 1}, taxes=taxes, tax="a").taxes == ("a",)


def test_shown_price_is_exact() -> None:
    """A unit price keeps its decimals, an expense's with its markup."""
    assert line({"price": "12.3455"}).price == Decimal("12.3455")
    assert [line({"expense": "129.90", "markup": 10}).price] == amounts("142.89")
