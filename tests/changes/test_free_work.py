"""Free work is priced like any other and credited on its own task."""

from typing import Any

import pytest

from quotekit.changes import Contract
from tests.changes.contracts import (
    ASKED,
    FONTS,
    FRONTEND,
    MORE,
    SCREENS,
    SOON,
    TERMS,
    contract,
    differences,
    fees,
    of,
    order,
    task_of,
)
from tests.written_quotes import task


def defect(base: Contract, *actions: Any, **keys: Any) -> Any:
    """Issue a request that mends what was the seller's own fault."""
    return order(base, *actions, kind="defect", **keys)


def test_rise_of_a_task_is_credited_on_it() -> None:
    """By a discount with the order's number, so that its total stays what it was."""
    made = defect(contract(of(SCREENS, FRONTEND), TERMS), MORE, **SOON)
    assert differences(made) == {"screens": "0.00"}
    assert task_of(made.after.quote, "screens")["discounts"] == [
        {"id": "CO-001.free", "amount": "510"}
    ]
    assert made.after.totals.net == made.before.totals.net


def test_days_of_free_work_count() -> None:
    """It takes time all the same."""
    made = defect(contract(of(SCREENS, FRONTEND)), MORE)
    assert (made.time.working_days.before, made.time.working_days.after) == (11, 12)


def test_new_task_is_credited_whole() -> None:
    """Also where it mends a fault."""
    made = defect(contract(terms=TERMS), {"add": task("repair", "300", days=2)})
    assert differences(made) == {"repair": "0.00"}
    assert fees(made) == {}


def test_decrease_stands() -> None:
    """What is not delivered is not paid."""
    actions = [{"remove": "fonts"}, {"revise": "screens", "set": {"quantity": 20}}, {"add": FONTS}]
    made = defect(contract(terms=TERMS), *actions[:2])
    assert differences(made) == {"screens": "-340.00", "fonts": "-120.00"}


def test_document_discount_is_of_what_is_left() -> None:
    """Free work is in no base of it."""
    base = contract(of(SCREENS, discounts=[{"id": "d", "percent": 5}]))
    assert defect(base, MORE).sum.net.change == 0


def test_credits_of_several_orders_stand_beside_each_other() -> None:
    """Each with the number of its own."""
    base = contract(of(SCREENS))
    base = base.offer(defect(base, MORE)).accept("CO-001", on=ASKED)
    made = defect(base, {"revise": "screens", "set": {"quantity": 31}})
    assert task_of(made.after.quote, "screens")["discounts"] == [
        {"id": "CO-001.free", "amount": "510"},
        {"id": "CO-002.free", "amount": "85"},
    ]


def test_what_recurs_without_end_is_no_dearer_either() -> None:
    """Though it is no part of the sum."""
    base = contract(of(SCREENS, task("host", "10", every="month")))
    made = defect(base, {"revise": "host", "set": {"price": 25}})
    assert str(made.after.recurring[0].totals.net) == "10.00"


@pytest.mark.parametrize("quantity", ["0.333333333333333333", "0.1"])
def test_exact_rise_is_credited_where_the_quote_rounds_at_the_end(quantity: str) -> None:
    """To the last decimal that can be written."""
    base = contract(of(task("a", "0.777777777777777777"), rounding="total"))
    made = defect(base, {"add": task("b", "0.777777777777777777", quantity=quantity)})
    assert made.sum.total.change == 0


def test_free_round_of_corrections_is_credited_too() -> None:
    """As long as the allowance covers it."""
    granted = {**TERMS, "allowance": {"revisions": 1, "hours": 6}}
    made = order(contract(of(SCREENS), granted), MORE, kind="revision", progress={"screens": 90})
    assert (differences(made), fees(made)) == ({"screens": "0.00"}, {})
