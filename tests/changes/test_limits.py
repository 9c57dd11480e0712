"""What no request may do to a contract, whatever it pays."""

from typing import Any

import pytest

from quotekit.changes import Contract
from tests.changes.contracts import (
    BLOG,
    FRONTEND,
    MORE,
    PARTS,
    SCREENS,
    accepted,
    contract,
    of,
    order,
    said,
)
from tests.written_quotes import task


def test_request_is_about_this_quote() -> None:
    """Where it names one, it names this."""
    assert order(contract(), MORE, quote="Q-1").number == "CO-001"
    assert said(contract(), MORE, quote="Q-2") == [
        'quote: the request is about the quote "Q-2", not "Q-1"; name the quote it belongs to'
    ]


def test_nothing_is_wanted_before_it_was_requested() -> None:
    """The same day is soon enough."""
    assert order(contract(), MORE, wanted_by="2026-03-20").number == "CO-001"
    for day in ({}, {"requested_on": None}):
        assert said(contract(), MORE, wanted_by="2026-03-19", **day) == [
            "wanted_by: it would be wanted before it was requested; check both days"
        ]


def test_request_changes_something() -> None:
    """Without an action there is nothing to price."""
    assert said(contract()) == ["actions: nothing is to be changed; write an action"]


@pytest.mark.parametrize(
    ("action", "verb"),
    [
        ({"add": BLOG}, "add"),
        ({"remove": "fonts"}, "remove"),
        ({"select": "shop"}, "select"),
        ({"deselect": "shop"}, "deselect"),
        ({"add_rate": {"id": "x", "price": 1}}, "add_rate"),
        ({"revise_rate": "design", "set": {"price": 1}}, "revise_rate"),
        ({"revise_quote": {"title": "Site"}}, "revise_quote"),
    ],
)
def test_correction_revises_what_is_there(action: Any, verb: str) -> None:
    """It adds and selects nothing."""
    options = [{**SCREENS, "option": "shop"}, {**SCREENS, "id": "a", "option": "a"}, FRONTEND]
    base = contract(of(*options, task("fonts"), selected=["a"]))
    assert (
        f"actions[0]: a correction revises what is there, and {verb} does not; write kind: scope"
        in said(base, action, {"remove": "nothing"}, kind="revision")
    )


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ({"number": "Q-2"}, "number"),
        ({"currency": "CHF"}, "currency"),
        ({"currency": {"code": "EUR", "decimals": 3}}, "currency"),
        ({"rounding": "total"}, "rounding"),
        ({"prices_include_tax": True}, "prices_include_tax"),
    ],
)
def test_what_the_contract_fixes_stays(keys: dict[str, Any], key: str) -> None:
    """Another number, currency, rounding or inclusion of tax makes another contract."""
    assert said(contract(), {"revise_quote": keys}) == [
        f"actions[0].revise_quote.{key}: {key} is fixed by the contract; "
        "take it out, or write a new quote"
    ]


def test_what_the_contract_fixes_may_be_stated_as_it_is() -> None:
    """That changes nothing."""
    same = {"number": "Q-1", "currency": "EUR", "rounding": "line", "prices_include_tax": False}
    assert order(contract(), {"revise_quote": same}).sum.net.change == 0


def credited() -> Contract:
    """Return a contract in which an order has left its marks: a fee, a credit, an instalment."""
    base = contract(of(SCREENS, FRONTEND, payments=PARTS[1:]), {"handling_fee": 60})
    base = accepted(base, {"revise": "frontend", "set": {"quantity": 41}}, kind="defect")
    return accepted(base, {"add": BLOG}, paid=("middle", "rest"))


_MARK = "leave what begins with CO-, and ended, as it is"


@pytest.mark.parametrize(
    ("action", "place", "key"),
    [
        ({"add": task("a", ended="CO-001")}, "add.ended", "ended"),
        ({"add": task("a", discounts=[{"id": "CO-001.free", "amount": 1}])}, "add.discounts",
         "discounts"),
        ({"add": task("a", surcharges=[{"id": "CO-x", "amount": 1}])}, "add.surcharges",
         "surcharges"),
        ({"revise": "screens", "set": {"ended": "CO-001"}}, "set.ended", "ended"),
        ({"revise": "frontend", "set": {"discounts": [{"id": "CO-001.free", "amount": 1}]}},
         "set.discounts", "discounts"),
        ({"revise": "screens", "set": {"surcharges": [{"id": "CO-x", "amount": 1}]}},
         "set.surcharges", "surcharges"),
        ({"revise_quote": {"surcharges": [{"id": "CO-002.handling_fee", "amount": 1}]}},
         "revise_quote.surcharges", "surcharges"),
        ({"revise_quote": {"discounts": [{"id": "CO-x", "amount": 1}]}},
         "revise_quote.discounts", "discounts"),
        ({"revise_quote": {"payments": [{"id": "middle", "amount": "2084.88"},
                                        {"id": "rest", "amount": "4864.72"},
                                        {"id": "CO-002", "percent": 10},
                                        {"id": "CO-009", "balance": True}]}},
         "revise_quote.payments[3].id", "payments"),
    ],
)  # fmt: skip
def test_marks_that_orders_make_are_left_to_them(action: Any, place: str, key: str) -> None:
    """Nobody writes or changes a fee, a credit or an end by hand."""
    assert said(credited(), action) == [
        f"actions[0].{place}: {key} would change a mark that change orders make themselves; {_MARK}"
    ]


@pytest.mark.parametrize(
    "action",
    [
        {"revise": "frontend", "set": {"discounts": None}},
        {"revise": "frontend", "set": {"discounts": [{"id": "own", "percent": 5}]}},
        {"revise_quote": {"surcharges": []}},
        {"revise_quote": {"surcharges": [{"id": "own", "percent": 5}], "discounts": None}},
    ],
)
def test_marks_that_are_left_out_stay(action: Any) -> None:
    """A request states its own adjustments, and those of earlier orders stand beside them."""
    base = credited()
    after = order(base, action).after.quote
    frontend = next(one for one in after.tasks if one.id == "frontend")
    assert [one.id for one in frontend.discounts if one.id != "own"] == ["CO-001.free"]
    kept = [one.id for one in after.surcharges if one.id != "own"]
    assert kept[:1] == ["CO-002.handling_fee"]


def test_option_of_which_nothing_is_left_is_not_selected() -> None:
    """A group may still name what an order has removed."""
    quote = of(task("a", option="a"), task("b", option="b"), alternatives={"one": ["a", "b"]},
               selected=["a"])  # fmt: skip
    assert said(contract(quote), {"remove": "b"}, {"select": "b"}) == [
        'actions[1].select: nothing is left of the option "b"; '
        "add its tasks, or take this action out"
    ]


def test_id_of_a_task_is_not_that_of_an_order() -> None:
    """What begins with CO- belongs to the orders."""
    assert said(contract(), {"add": task("CO-a")}) == [
        "actions[0].add.id: ids that begin with CO- are those of change orders; choose another id"
    ]


def test_marks_may_be_stated_as_they_are() -> None:
    """Other discounts and surcharges change beside them."""
    base = credited()
    free = [{"id": "CO-001.free", "amount": 95}]
    fee = [{"id": "CO-002.handling_fee", "amount": "60.00", "tax": ["vat"]}]
    made = order(
        base,
        {"revise": "frontend", "set": {"discounts": [{"id": "d", "amount": 1}, *free]}},
        {"revise_quote": {"surcharges": [*fee, {"id": "s", "amount": 2}]}},
        {"revise": "screens", "set": {"ended": None}},
    )
    assert made.sum.net.change == 1
