"""Begun work is neither reduced below what is done nor made dearer."""

from typing import Any

import pytest

from tests.changes.contracts import (
    FONTS,
    FRONTEND,
    RATES,
    SCREENS,
    SHOP,
    accepted,
    contract,
    of,
    order,
    said,
    task_of,
)
from tests.written_quotes import task


@pytest.mark.parametrize(
    ("stated", "percent", "least"),
    [
        (SCREENS, 60, "14.5"),
        (FRONTEND, 60, "24"),
        (task("a", quantity=3), 50, "1.5"),
        ({**SCREENS, "quantity": "0.1"}, 100, "0.1"),
    ],
)
def test_work_is_not_reduced_below_what_is_done(
    stated: dict[str, Any], percent: int, least: str
) -> None:
    """The least quantity is named, and may be written."""
    name = stated["id"]
    base = contract(of(stated))

    def less(quantity: str) -> dict[str, Any]:
        return {"revise": name, "set": {"quantity": quantity}}

    assert said(base, less("0.0001"), progress={name: percent}) == [
        f'actions[0].set.quantity: "{name}" is {percent} % done, more than would be left; '
        f"write quantity: {least} at least"
    ]
    made = order(base, less(least), progress={name: percent})
    assert task_of(made.after.quote, name)["quantity"] == least


def test_fewer_periods_are_less_work_too() -> None:
    """What is done of six months is counted in those that are left."""
    base = contract(of(task("host", every="month", times=6)))
    less = {"revise": "host", "set": {"times": 2}}
    assert said(base, less, progress={"host": 50}) == [
        'actions[0].set.quantity: "host" is 50 % done, more than would be left; '
        "write quantity: 1.5 at least"
    ]
    assert order(base, less, progress={"host": 33}).sum.net.change == -400
    endless = {"revise": "host", "set": {"times": None}}
    assert len(said(base, endless, progress={"host": 50})) == 1


def test_last_action_on_the_task_is_at_fault() -> None:
    """What it was between does not count."""
    down, up = ({"revise": "screens", "set": {"quantity": number}} for number in (1, 30))
    assert order(contract(), down, up, progress={"screens": 60}).sum.net.change == 510
    found = said(contract(), up, {"remove": "fonts"}, down, progress={"screens": 60})
    assert [line.partition(":")[0] for line in found] == ["actions[2].set.quantity"]


def test_task_priced_in_another_way_has_no_quantity_to_hold_against() -> None:
    """Hours that become a fixed price are agreed anew."""
    fixed = {"revise": "screens", "set": {"rate": None, "quantity": None, "price": 2000}}
    assert order(contract(), fixed, progress={"screens": 60}).sum.net.change == -40


HOST = task("host", "50", every="month", times=6)
CHEAP = {"add_rate": {"id": "cheap", "price": 60, "unit": "hour", "increment": "0.25"}}


@pytest.mark.parametrize(
    ("stated", "keys", "key", "left", "done"),
    [
        (SCREENS, {"option": "shop"}, "option", "0", "1232.5"),
        (SCREENS, {"every": "month"}, "every", "0", "1232.5"),
        (SCREENS, {"rate": None, "quantity": None, "price": 10}, "rate", "10", "1232.5"),
        (SCREENS, {"rate": "cheap"}, "rate", "870", "1232.5"),
        (SCREENS, {"rate": "cheap", "quantity": 30}, "rate", "870", "1232.5"),
        (task("a"), {"price": 90}, "price", "54", "60"),
        (task("a"), {"per": 2}, "per", "30", "60"),
        (task("a", quantity=10, per=5), {"price": 90, "title": "A"}, "price", "108", "120"),
        (task("a", "1000"), {"price": None, "rate": "design", "quantity": 20}, "rate", "63.75",
         "600"),
        (HOST, {"times": None}, "times", "0", "180"),
        (HOST, {"price": 49}, "price", "176.4", "180"),
    ],
)  # fmt: skip
def test_part_done_never_comes_to_less(
    stated: dict[str, Any], keys: dict[str, Any], key: str, left: str, done: str
) -> None:
    """By no price, rate or period, nor by making an offer of it again; it may come to more."""
    name = stated["id"]
    quote = of(stated, SHOP)
    actions = [CHEAP, {"revise": name, "set": keys}]
    assert said(contract(quote), *actions, progress={name: 60}) == [
        f'actions[1].set.{key}: "{name}" is 60 % done, which would come to {left} instead of '
        f"{done}; remove it, which keeps the part done, and add what is wanted now as a new task"
    ]
    assert order(contract(quote), *actions).sum.net.change is not None


@pytest.mark.parametrize(
    "keys",
    [
        {"unit": "page"},
        {"option": "shop"},
        {"price": 101},
        {"discounts": [{"id": "d", "amount": 70}]},
        {"price": 250, "per": 2},
        {"price": None, "expense": 60},
        {"price": None, "rate": "design", "quantity": 2},
        {"every": "month", "times": 2},
        {"tax": ["reduced"]},
    ],
)
def test_part_done_that_comes_to_as_much_may_be_priced_otherwise(keys: dict[str, Any]) -> None:
    """And a discount is given on top of any price."""
    quote = of(task("a"), SHOP, selected=["shop"])
    assert order(contract(quote), {"revise": "a", "set": keys}, progress={"a": 60})


def test_offer_that_nobody_selected_has_no_part_done() -> None:
    """Its price may fall, whatever has been tried of it."""
    less = {"revise": "shop", "set": {"price": 100}}
    assert order(contract(of(SCREENS, SHOP)), less, progress={"shop": 60}).sum.net.change == 0


def test_rate_that_falls_takes_nothing_back() -> None:
    """It falls for all that is priced with it, and the request may revise that as well."""
    fall = {"revise_rate": "design", "set": {"price": 80}}
    once = {"revise": "screens", "set": {"every": "month", "times": 1}}
    made = order(contract(), fall, once, progress={"screens": 60})
    assert made.sum.net.change == -120


@pytest.mark.parametrize(
    ("keys", "key", "left", "done"),
    [
        ({"quantity": "0.03"}, "quantity", "3.6", "360"),
        ({"quantity": 2}, "quantity", "240", "360"),
        ({"expense": 119}, "expense", "357", "360"),
        ({"expense": None, "price": 200}, "price", "60", "360"),
        ({"option": "shop"}, "option", "0", "360"),
    ],
)  # fmt: skip
def test_begun_expense_stays_whole(keys: dict[str, Any], key: str, left: str, done: str) -> None:
    """It is neither reduced nor made cheaper; more of it may be bought."""
    base = contract(of({**FONTS, "quantity": 3}, SHOP))
    found = said(base, {"revise": "fonts", "set": keys}, progress={"fonts": 10})
    assert found == [
        f'actions[0].set.{key}: "fonts" has begun and stays whole, and would come to {left} '
        f"instead of {done}; leave it as it is"
    ]
    more = {"revise": "fonts", "set": {"quantity": 4, "expense": 121}}
    assert order(base, more, progress={"fonts": 10}).sum.net.change == 124


@pytest.mark.parametrize(
    ("keys", "refused"),
    [
        ({"price": 86}, True),
        ({"price": 84}, False),
        ({"title": "Design"}, False),
        ({"per": "0.5"}, True),
        ({"per": 2}, False),
        ({"increment": "0.5"}, True),
        ({"increment": None}, False),
        ({"tiers": [{"above": 10, "price": 90}]}, True),
        ({"tiers": [{"above": 10, "price": 70}]}, False),
        ({"price": 80, "tiers": [{"above": 30, "price": 86}]}, True),
        ({"price": 170, "per": 2}, False),
    ],
)
def test_rate_of_begun_work_is_not_raised(keys: dict[str, Any], refused: bool) -> None:  # noqa: FBT001
    """For no quantity, and by no step; it may fall."""
    change = {"revise_rate": "design", "set": keys}
    assert order(contract(), change).sum.net.change is not None
    if not refused:
        assert order(contract(), change, progress={"screens": 1}).sum.net.change <= 0
        return
    assert said(contract(), change, progress={"screens": 1}) == [
        'actions[0].revise_rate: the task "screens", which uses this rate, has begun; '
        "add a rate with the new price and move the rest of the work to it"
    ]


def test_rate_taken_off_and_put_back_dearer_is_raised_as_well() -> None:
    """It is the same rate to the work that uses it."""
    back = {"add_rate": {"id": "design", "price": 200, "unit": "hour"}}
    found = said(contract(), {"remove_rate": "design"}, back, progress={"screens": 60})
    assert [line.partition(":")[0] for line in found] == ["actions[1].add_rate"]


def test_begun_work_may_be_moved_off_a_rate_that_is_raised() -> None:
    """Then nothing that is begun uses it."""
    actions = [
        {"add_rate": {"id": "old", **RATES["design"]}},
        {"revise": "screens", "set": {"rate": "old"}},
        {"revise_rate": "design", "set": {"price": 200}},
        {"add": {"id": "new", "rate": "design", "quantity": 1}},
    ]
    assert order(contract(), *actions, progress={"screens": 60}).sum.net.change == 200


def test_rate_of_an_ended_task_stays() -> None:
    """The part done was agreed at it; its title may change."""
    base = accepted(contract(), {"remove": "screens"}, progress={"screens": 60})
    assert said(base, {"revise_rate": "design", "set": {"price": 80}}) == [
        'actions[0].revise_rate: the task "screens" was ended at this rate, which is what it '
        "stays at; add a rate and use that"
    ]
    assert order(base, {"revise_rate": "design", "set": {"title": "D"}}).sum.net.change == 0


def test_all_that_is_not_allowed_is_said_at_once() -> None:
    """Of the request, of each action, and of the work."""
    found = said(
        contract(),
        {"revise_quote": {"rounding": "total"}},
        {"revise": "screens", "set": {"quantity": 1}},
        {"revise_rate": "development", "set": {"price": 100}},
        quote="Q-2",
        wanted_by="2026-03-19",
        progress={"screens": 60, "frontend": 5},
    )
    assert [line.partition(":")[0] for line in found] == [
        "quote",
        "wanted_by",
        "actions[0].revise_quote.rounding",
        "actions[1].set.quantity",
        "actions[2].revise_rate",
    ]


def test_limits_of_work_are_said_beside_an_action_that_names_nothing() -> None:
    """Those that can be carried out are held against what is done all the same."""
    found = said(
        contract(),
        {"revise": "nope", "set": {"quantity": 1}},
        {"revise": "screens", "set": {"quantity": 1}},
        {"revise_rate": "design", "set": {"price": 100}},
        {"revise": "screens", "set": {"phase": "nowhere"}},
        progress={"screens": 60},
    )
    assert [line.partition(":")[0] for line in found] == [
        "actions[0].revise",
        "actions[3].set.phase",
        "actions[1].set.quantity",
        "actions[2].revise_rate",
    ]
