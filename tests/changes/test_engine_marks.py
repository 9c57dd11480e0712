"""A quote that goes out bears no mark of a change order yet."""

from typing import Any

import pytest

from quotekit.changes import mark_faults
from quotekit.quotes import Quote
from tests.changes.contracts import SCREENS, accepted, agreed, contract
from tests.written_quotes import task

_OTHERS = "leave what begins with CO-, and ended, as it is"


def said(**keys: Any) -> list[str]:
    """Return what is said to a quote that bears marks."""
    return [str(fault) for fault in mark_faults(agreed(**keys))]


def test_quote_of_ones_own_bears_none() -> None:
    """Adjustments and payments of one's own are no marks."""
    keys = {"id": "d", "amount": 1}
    assert (
        said(
            tasks=[{**SCREENS, "discounts": [keys]}],
            discounts=[keys],
            payments=[{"id": "all", "balance": True}],
        )
        == []
    )


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {"number": "CO-1"},
            "number: numbers that begin with CO- are those of change orders; choose another number",
        ),
        (
            {"tasks": [task("a"), task("CO-1")]},
            "tasks[1].id: ids that begin with CO- are those of change orders; choose another id",
        ),
        (
            {"tasks": [task("a", ended="CO-001")]},
            "tasks[0].ended: ended would change a mark that change orders make themselves; "
            f"{_OTHERS}",
        ),
        (
            {"tasks": [task("a", discounts=[{"id": "CO-001.free", "amount": 1}])]},
            "tasks[0].discounts: discounts would change a mark that change orders make "
            f"themselves; {_OTHERS}",
        ),
        (
            {"surcharges": [{"id": "CO-001.minimum", "amount": 1}]},
            "surcharges: surcharges would change a mark that change orders make themselves; "
            f"{_OTHERS}",
        ),
        (
            {"discounts": [{"id": "CO-001.concession", "amount": 1}]},
            "discounts: discounts would change a mark that change orders make themselves; "
            f"{_OTHERS}",
        ),
        (
            {"payments": [{"id": "CO-001", "balance": True}]},
            "payments[0].id: ids that begin with CO- are those of change orders; choose another id",
        ),
    ],
)
def test_mark_is_named_with_its_place(keys: dict[str, Any], message: str) -> None:
    """Wherever orders leave one."""
    assert said(**keys) == [message]


def test_revised_quote_bears_the_marks_of_its_orders() -> None:
    """So that it is not taken for a quote that nobody has changed."""
    current: Quote = accepted(
        contract(terms={"handling_fee": 60}),
        {"remove": "screens"},
        {"add": task("a")},
        progress={"screens": 60},
    ).current
    assert [fault.path for fault in mark_faults(current)] == ["tasks[0].ended", "surcharges"]
