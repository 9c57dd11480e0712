"""Fees are amounts, each from a term of the agreement, in a tax set of its own."""

from typing import Any

import pytest

from tests.changes.contracts import (
    BLOG,
    MORE,
    SCREENS,
    SOON,
    TERMS,
    contract,
    fees,
    order,
    under,
)
from tests.written_quotes import task

TEXT: dict[str, Any] = {"revise": "texts-en", "set": {"quantity": 4500}}


def test_no_terms_no_fees() -> None:
    """Without an agreement a change costs what the work costs."""
    assert fees(order(contract(), {"add": BLOG}, MORE, **SOON)) == {}
    assert fees(order(under(), {"add": BLOG}, MORE, **SOON)) == {}


@pytest.mark.parametrize(
    ("percent", "fee"), [(0, {}), (49, {}), (50, "76.50"), ("89.99", "76.50"), (90, "153.00")]
)
def test_late_is_charged_by_the_progress_of_the_task(percent: Any, fee: Any) -> None:
    """Of its extension, by the highest step that the task has reached."""
    found = fees(order(under(late=TERMS["late"]), MORE, progress={"screens": percent}))
    assert found == ({"late.screens": fee} if fee else {})


def test_late_is_one_row_a_task_and_none_for_new_ones() -> None:
    """Each task has a progress of its own."""
    progress = {"screens": 90, "texts-en": 50, "frontend": 95}
    found = order(under(late=TERMS["late"]), MORE, TEXT, {"add": BLOG}, progress=progress)
    assert fees(found) == {"late.screens": "153.00", "late.texts-en": "21.00"}
    line = next(line for line in found.lines if line.id == "CO-001.late.screens")
    assert (str(line.percent), str(line.base), line.term) == ("30", "510.00", "changes.late")
    surcharges = {one.id: one.tax for one in found.after.quote.surcharges}
    assert surcharges == {"CO-001.late.screens": ("vat",), "CO-001.late.texts-en": ("reduced",)}


@pytest.mark.parametrize(
    ("wanted_by", "charged"),
    [
        ("2026-03-20", True),
        ("2026-03-23", True),
        ("2026-03-25", True),
        ("2026-03-26", False),
        ("2026-04-10", False),
        (None, False),
    ],
)
def test_rush_is_charged_within_so_many_working_days(wanted_by: str | None, charged: bool) -> None:  # noqa: FBT001
    """A weekend lies between the Friday of the request and the Monday after."""
    found = fees(order(under(rush=TERMS["rush"]), MORE, wanted_by=wanted_by))
    assert found == ({"rush.vat": "255.00"} if charged else {})


def test_rush_is_one_row_for_each_tax_set() -> None:
    """Several taxes are joined in the order of the quote, no tax is `none`."""
    new = [{"add": task("a", "10", tax=["reduced", "vat"])}, {"add": task("b", "20", tax=[])}]
    found = order(under(rush=TERMS["rush"]), MORE, TEXT, *new, **SOON)
    assert fees(found) == {
        "rush.vat": "255.00",
        "rush.reduced": "70.00",
        "rush.vat.reduced": "5.00",
        "rush.none": "10.00",
    }
    assert [one.tax for one in found.after.quote.surcharges] == [
        ("vat",),
        ("reduced",),
        ("vat", "reduced"),
        (),
    ]


def test_percent_is_of_the_shown_base() -> None:
    """And rounded to the currency, where the quote rounds at the end too."""
    base = under(
        {"rounding": "total", "tax": None}, SCREENS, rush={"within_days": 3, "percent": 50}
    )
    found = order(base, {"add": task("a", "0.105")}, **SOON)
    line = found.lines[1]
    assert (str(line.base), str(line.difference)) == ("0.11", "0.06")


@pytest.mark.parametrize(
    ("actions", "fee"),
    [
        ([{"add": BLOG}], {"handling_fee": "60.00"}),
        ([MORE], {"handling_fee": "60.00"}),
        ([{"add": BLOG}, {"remove": "frontend"}], {"handling_fee": "60.00"}),
        ([{"remove": "fonts"}], {}),
        ([{"revise": "screens", "set": {"title": "Screens"}}], {}),
        ([{"revise_rate": "design", "set": {"price": 90}}], {}),
        ([{"revise_quote": {"surcharges": [{"id": "s", "amount": 100}]}}], {}),
        ([{"add": task("gift", "0")}], {}),
    ],
)
def test_handling_is_charged_once_where_work_is_added(actions: Any, fee: dict[str, str]) -> None:
    """A dearer rate, other terms or less work are none."""
    assert fees(order(under(handling_fee=60), *actions)) == fee


@pytest.mark.parametrize(
    ("price", "fee"),
    [("39.99", "0.01"), ("40", None), ("10", "30.00"), ("500", None)],
)
def test_minimum_raises_work_and_fees_to_it(price: str, fee: str | None) -> None:
    """What is charged already counts towards it."""
    found = fees(order(under(handling_fee=60, minimum=100), {"add": task("a", price)}))
    assert found == {"handling_fee": "60.00"} | ({} if fee is None else {"minimum": fee})


def test_minimum_goes_by_the_change_of_the_work_itself() -> None:
    """Document discounts are in it; where the work costs no more, there is none."""
    off = {"discounts": [{"id": "d", "percent": 50}]}
    assert fees(order(under(off, minimum=100), {"add": task("a", "90")})) == {"minimum": "55.00"}
    swap = [{"add": task("a", "120")}, {"remove": "fonts"}]
    assert fees(order(under(minimum=100), *swap)) == {}
    raised = {"revise_quote": {"surcharges": [{"id": "s", "amount": 30}]}}
    assert fees(order(under(minimum=100), raised)) == {"minimum": "70.00"}


def test_minimum_is_gross_where_prices_include_tax() -> None:
    """Then the amounts of the agreement are gross as well."""
    base = under({"prices_include_tax": True}, SCREENS, handling_fee=20, minimum=100)
    found = order(base, {"add": task("a", "50")})
    assert fees(found) == {"handling_fee": "20.00", "minimum": "30.00"}
    assert str(found.sum.total.change) == "100.00"
