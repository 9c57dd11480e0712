"""The totals, cash rounding, and the rows that say what rounding at the end left."""

from decimal import Decimal
from typing import Any

import pytest

from quotekit.pricing import Totals
from tests.written_quotes import VAT, priced, task

HALF = "0.005"


def totals(**keys: Any) -> Totals:
    """Return the totals of a quote."""
    return priced(**keys).totals


def gaps(**keys: Any) -> dict[str, str]:
    """Return the rounding rows of a quote that rounds at the end."""
    rows = totals(rounding="total", **keys).rounding_rows
    return {row.between: str(row.amount) for row in rows}


@pytest.mark.parametrize(
    ("price", "step", "payable", "rounding"),
    [
        ("12.52", "0.05", "12.50", "-0.02"),
        ("12.53", "0.05", "12.55", "0.02"),
        ("12.525", "0.05", "12.55", "0.02"),
        ("12.55", "0.05", "12.55", "0.00"),
        ("12.49", "1", "12.00", "-0.49"),
    ],
)
def test_payable_is_rounded_to_cash(price: str, step: str, payable: str, rounding: str) -> None:
    """The step is a figure of its own; the total stays what it is."""
    found = totals(currency="CHF", tasks=[task("a", price)], round_to=step)
    assert (str(found.payable), str(found.rounding)) == (payable, rounding)
    assert found.total + found.rounding == found.payable


def test_cash_rounding_comes_after_what_is_withheld() -> None:
    """It is the payable amount that is paid in cash."""
    taxes = {"tds": {"percent": "3.33", "withheld": True}}
    found = totals(tasks=[task("a")], taxes=taxes, tax="tds", round_to="0.05")
    assert (found.total, found.payable) == (100, Decimal("96.65"))
    assert found.rounding == Decimal("-0.02")


def test_nothing_adds_up_to_nothing() -> None:
    """A quote without tasks comes to zero, in the currency's decimals."""
    found = totals()
    assert [str(found.lines), str(found.net), str(found.tax), str(found.payable)] == ["0.00"] * 4


def test_every_amount_has_the_currencys_decimals() -> None:
    """Whatever the decimals that were written."""
    found = totals(
        currency="KWD", tasks=[task("a", "5")], discounts=[{"id": "d", "amount": "1.0000"}]
    )
    assert str(found.discount) == "1.000"
    assert {str(amount)[-4] for amount in (found.lines, found.net, found.total)} == {"."}


def test_rounding_where_it_arises_leaves_no_rows() -> None:
    """In the mode `line` everything shown adds up."""
    assert totals(tasks=[task("a", HALF), task("b", HALF)]).rounding_rows == ()


def test_gap_between_lines_and_net() -> None:
    """Two lines of half a cent show a cent each, and come to one."""
    assert gaps(tasks=[task("a", HALF), task("b", HALF)]) == {"net": "-0.01"}


def test_gap_inside_a_line() -> None:
    """A line's own adjustments do not add up to what it shows."""
    parts = [{"id": "a", "amount": HALF}, {"id": "b", "amount": HALF}]
    assert gaps(tasks=[task("a", "10", surcharges=parts)]) == {"line:a": "-0.01"}


def test_gap_inside_a_line_that_does_not_count() -> None:
    """An option is shown with its parts, too."""
    parts = [{"id": "a", "amount": HALF}, {"id": "b", "amount": HALF}]
    assert gaps(tasks=[task("a", "10", surcharges=parts, option="gold")]) == {"line:a": "-0.01"}


def test_gap_inside_a_phase() -> None:
    """A phase's subtotal is its exact sum, rounded once."""
    tasks = [task("a", HALF, phase="build"), task("b", HALF, phase="build")]
    assert gaps(tasks=tasks, phases={"build": "Build"}) == {"phase:build": "-0.01", "net": "-0.01"}


def test_rows_by_phase() -> None:
    """Where a subtotal stands for its lines, the row inside it is not said again behind it."""
    lines = {"price_of_it": "20.10", "quantity": "3.05"}
    tasks = [task("a", **lines, phase="p"), task("b", **lines, phase="p"), task("c", "1.00")]
    found = totals(
        rounding="total", tasks=tasks, phases={"p": "P"}, discounts=[{"id": "d", "amount": 1}]
    )
    assert [(row.between, str(row.amount)) for row in found.rounding_rows] == [
        ("phase:p", "-0.01"),
        ("net", "-0.01"),
    ]
    assert [(row.between, str(row.amount)) for row in found.rows_by_phase] == [("phase:p", "-0.01")]


def test_gap_between_taxes() -> None:
    """Two taxes of half a cent each."""
    taxes = {"a": {"percent": 5}, "b": {"percent": 5}}
    found = gaps(tasks=[task("x", "0.10")], taxes=taxes, tax=["a", "b"])
    assert found == {"tax": "-0.01"}


def test_gap_between_net_and_tax() -> None:
    """Net and tax of half a cent each."""
    taxes = {"a": {"percent": 100}}
    assert gaps(tasks=[task("x", HALF)], taxes=taxes, tax="a") == {"total": "-0.01"}


def test_gap_between_withheld_taxes() -> None:
    """What is withheld has a row of its own."""
    taxes = {name: {"percent": 5, "withheld": True} for name in "ab"}
    found = gaps(tasks=[task("x", "0.10")], taxes=taxes, tax=["a", "b"])
    assert found == {"withheld": "-0.01"}


def test_gap_between_total_and_payable() -> None:
    """A total less what is withheld, each with half a cent."""
    taxes = {"a": {"percent": 50, "withheld": True}}
    assert gaps(tasks=[task("x", "0.01")], taxes=taxes, tax="a") == {"payable": "0.01"}


def test_gap_between_gross_prices() -> None:
    """With included tax the lines come to the gross."""
    found = gaps(
        tasks=[task("a", HALF), task("b", HALF)],
        taxes={"vat": {"percent": 0}},
        tax="vat",
        prices_include_tax=True,
    )
    assert found == {"gross": "-0.01"}


def test_sum_of_taxes_is_rounded_as_they_are() -> None:
    """JPY 12345.5 at 10 %, rounded down: one tax of 1234 is all the tax there is."""
    keys: dict[str, Any] = {
        "currency": "JPY",
        "tasks": [task("x", "12345.5")],
        "taxes": {"a": {"percent": 10}},
        "tax": "a",
        "tax_rounding": "down",
    }
    found = totals(rounding="total", **keys)
    assert (found.taxes[0].amount, found.tax, found.total) == (1234, 1234, 13580)
    assert found.rounding_rows == ()


def test_sum_of_taxes_rounded_in_several_ways() -> None:
    """Where the taxes do not agree, their sum is rounded half away from zero."""
    taxes = {"a": {"percent": "5.9"}, "b": {"percent": 0, "rounding": "up"}}
    found = gaps(tasks=[task("x", "0.10")], taxes=taxes, tax=["a", "b"], tax_rounding="down")
    assert found == {"tax": "0.01"}


def test_sum_of_withheld_taxes_is_rounded_as_they_are() -> None:
    """What is kept back is no more than the tax that is."""
    taxes = {"tds": {"percent": "10.21", "withheld": True, "rounding": "down"}}
    found = totals(
        rounding="total", currency="JPY", tasks=[task("x", "1005")], taxes=taxes, tax="tds"
    )
    assert (found.withheld, found.payable) == (102, 902)


def test_recurring_lines_have_rows_of_their_own() -> None:
    """What recurs without end has its own totals, and so its own gaps."""
    tasks = [task("a", HALF, every="month"), task("b", HALF, every="month")]
    found = priced(rounding="total", tasks=tasks)
    assert found.totals.rounding_rows == ()
    assert [row.between for row in found.recurring[0].totals.rounding_rows] == ["net"]


def test_included_tax_is_found_once_at_the_end() -> None:
    """Three gross lines of 1.00 at 19 % hold 0.48, not three times 0.16."""
    tasks = [task(name, "1.00", tax="vat") for name in "abc"]
    found = totals(rounding="total", tasks=tasks, taxes={"vat": VAT}, prices_include_tax=True)
    assert (found.tax, found.net) == (Decimal("0.48"), Decimal("2.52"))
