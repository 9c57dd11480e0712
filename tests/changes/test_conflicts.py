"""Orders that get in each other's way are told apart from those that do not."""

from typing import Any

import pytest

from quotekit.changes.conflicts import conflict_faults
from quotekit.errors import Fault
from tests.changes.contracts import FONTS, FRONTEND, SCREENS, SHOP, contract, of, order
from tests.written_quotes import task

ANNOUNCED = {
    **SCREENS,
    "if_changed": [
        {"id": "screen", "rate": "design", "quantity": 2},
        {"id": "round", "price": 90, "days": 1},
    ],
}
BASE = contract(
    of(
        ANNOUNCED,
        {"id": "screens.screen", "rate": "design", "quantity": 2},
        {"id": "screens.round", "price": 90, "days": 1},
        FRONTEND,
        FONTS,
        SHOP,
        task("a", option="a"),
        task("b", option="b"),
        alternatives={"one": ["a", "b"]},
        selected=["shop"],
    )
)

PRICE: dict[str, Any] = {"revise_rate": "design", "set": {"price": 80}}
PAYMENTS: dict[str, Any] = {"revise_quote": {"payments": [{"id": "all", "balance": True}]}}
MORE: dict[str, Any] = {"revise": "screens", "set": {"quantity": 30}}
TITLE: dict[str, Any] = {"revise": "screens", "set": {"title": "Screens"}}
APPLY: dict[str, Any] = {"apply": "screens.screen"}
AWAY: dict[str, Any] = {"remove": "screens"}
APPLIED: dict[str, Any] = {"revise": "screens.screen", "set": {"quantity": 4}}
ROUND: dict[str, Any] = {"apply": "screens.round"}
DAYS: dict[str, Any] = {"revise": "screens.round", "set": {"days": 4}}


def conflicts(mine: list[dict[str, Any]], others: list[dict[str, Any]]) -> list[Fault]:
    """Return the faults of an order where another one, of the same base, is accepted first."""
    return list(conflict_faults(order(BASE, *mine), order(BASE, *others)))


@pytest.mark.parametrize(
    ("mine", "others", "message"),
    [
        (MORE, MORE, 'quantity of the task "screens"'),
        (MORE, AWAY, ("removed", 'the task "screens"')),
        (AWAY, MORE, 'quantity of the task "screens"'),
        (AWAY, AWAY, ("removed", 'the task "screens"')),
        (APPLY, AWAY, ("removed", 'the task "screens"')),
        (AWAY, APPLY, 'the task "screens"'),
        (APPLY, APPLIED, 'quantity of the task "screens.screen"'),
        (APPLIED, APPLY, 'quantity of the task "screens.screen"'),
        (ROUND, DAYS, 'days of the task "screens.round"'),
        (DAYS, ROUND, 'days of the task "screens.round"'),
        ({"add": task("blog")}, {"add": task("blog")}, ("added", 'the task "blog"')),
        (PRICE, PRICE, 'price of the rate "design"'),
        ({"add_rate": {"id": "x", "price": 1}}, {"add_rate": {"id": "x", "price": 1}},
         ("added", 'the rate "x"')),
        (PAYMENTS, PAYMENTS, "payments of the quote"),
        ({"order": ["fonts", "screens"]}, {"order": ["fonts", "frontend"]}, "order of the quote"),
        ({"select": "a"}, {"select": "b"}, 'selected of the option "a"'),
        ({"deselect": "shop"}, {"deselect": "shop"},
         ("deselected", 'the option "shop"')),
        ({"deselect": "shop"}, {"revise": "shop", "set": {"price": 1}}, 'price of the task "shop"'),
    ],
)  # fmt: skip
def test_orders_on_the_same_thing_conflict(
    mine: dict[str, Any], others: dict[str, Any], message: str | tuple[str, str]
) -> None:
    """Task, field and order are named, at the action, and what was done to the whole of it."""
    done, what = message if isinstance(message, tuple) else ("changed", message)
    (verb,) = (key for key in mine if key != "set")
    found = conflicts([mine], [others])
    assert [fault.code for fault in found] == ["conflict"]
    said = str(found[0])
    assert said.startswith(f"actions[0].{verb}: CO-001 has {done} ")
    assert what in said or 'the option "b"' in said
    assert said.endswith(" since; write a new request against the agreed quote")


@pytest.mark.parametrize(
    ("mine", "others"),
    [
        (MORE, TITLE),
        (MORE, {"revise": "frontend", "set": {"quantity": 1}}),
        (MORE, PRICE),
        (MORE, APPLY),
        (APPLY, APPLY),
        (APPLY, {"revise": "screens.screen", "set": {"days": 4}}),
        (APPLIED, {"revise": "screens.screen", "set": {"title": "One"}}),
        ({"add": task("blog")}, {"add": task("shop-window")}),
        ({"add": task("blog")}, {"order": ["fonts", "screens"]}),
        (PAYMENTS, {"revise_quote": {"title": "Site"}}),
        ({"select": "a"}, {"deselect": "shop"}),
    ],
)
def test_orders_on_different_things_do_not(mine: dict[str, Any], others: dict[str, Any]) -> None:
    """Another field, another task, or a change that may be ordered twice."""
    assert conflicts([mine], [others]) == []
    assert conflicts([others], [mine]) == []


@pytest.mark.parametrize(
    ("mine", "others", "what"),
    [
        ({"order": ["a", "fonts"]}, {"remove": "fonts"}, 'the task "fonts"'),
        ({"add": task("blog"), "before": "fonts"}, {"remove": "fonts"}, 'the task "fonts"'),
        ({"add_rate": {"id": "x", "price": 1}, "before": "translation"},
         {"remove_rate": "translation"}, 'the rate "translation"'),
    ],
)  # fmt: skip
def test_what_stands_beside_something_conflicts_with_its_removal(
    mine: dict[str, Any], others: dict[str, Any], what: str
) -> None:
    """A place is no place once what it was named by has gone; the other way round it is free."""
    first = {"revise": "fonts", "set": {"title": "Fonts"}}
    assert [str(fault) for fault in conflicts([mine], [first, others])] == [
        f"actions[0].{next(iter(mine))}: CO-001 has removed {what} since; "
        "write a new request against the agreed quote"
    ]
    assert conflicts([others], [mine]) == []


def test_place_beside_what_is_still_there_is_free() -> None:
    """Two may be added before the same task, and a begun one stays though it is removed."""
    one, two = ({"add": task(name), "before": "fonts"} for name in ("blog", "wiki"))
    sequence = {"order": ["a", "fonts"]}
    for mine, others in ((one, two), (one, sequence), (sequence, one)):
        assert conflicts([mine], [others]) == []
    stopped = order(BASE, {"remove": "fonts"}, progress={"fonts": 10})
    assert list(conflict_faults(order(BASE, one), stopped)) == []
    assert list(conflict_faults(order(BASE, sequence), stopped)) == []
    assert conflicts([one, {**two, "before": "blog"}], [{"remove": "frontend"}]) == []


def test_every_action_that_conflicts_is_named_once() -> None:
    """However many fields of it do."""
    both = {"revise": "screens", "set": {"quantity": 30, "title": "Screens"}}
    found = conflicts([TITLE, both, {"remove": "fonts"}], [both])
    assert [fault.path for fault in found] == ["actions[0].revise", "actions[1].revise"]
    assert found[0].value == "screens"
