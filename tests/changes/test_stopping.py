"""What is begun and no longer wanted keeps the part that is done."""

from typing import Any

import pytest

from quotekit.changes import Contract
from quotekit.quotes import Quote
from tests.changes.contracts import (
    ASKED,
    FONTS,
    FRONTEND,
    SCREENS,
    SHOP,
    TERMS,
    accepted,
    contract,
    differences,
    names_of,
    of,
    order,
    said,
    task_of,
)
from tests.written_quotes import task


def stopped(stated: dict[str, Any], percent: Any = 60, **keys: Any) -> dict[str, Any]:
    """Return a task as it stays when it is removed after so much progress."""
    name = stated["id"]
    made = order(contract(of(stated, **keys)), {"remove": name}, progress={name: percent})
    return task_of(made.after.quote, name)


def after(agreed_quote: Quote, *actions: Any, **progress: Any) -> Quote:
    """Return the quote revised by actions, with progress."""
    return order(contract(agreed_quote), *actions, progress=progress).after.quote


def test_task_that_is_not_begun_disappears() -> None:
    """Progress of zero is none."""
    assert names_of(after(of(SCREENS, FONTS), {"remove": "screens"}, screens=0)) == ["fonts"]


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        (SCREENS, {"quantity": "14.5"}),
        (FRONTEND, {"quantity": "24"}),
        (task("a"), {"quantity": "0.6"}),
        (task("a", quantity=3), {"quantity": "1.8"}),
        (task("a", days=5, effort=8), {"quantity": "0.6", "days": "3", "effort": "4.8"}),
        (task("a", days="0.5"), {"quantity": "0.6", "days": "0.3"}),
        (task("a", every="month", times=6), {"quantity": "0.6", "times": 6}),
        ({"id": "a", "rate": "design", "estimate": {"low": 4, "likely": 6, "high": 14}},
         {"quantity": "4.25"}),
    ],
)  # fmt: skip
def test_begun_task_keeps_the_part_done(stated: dict[str, Any], kept: dict[str, Any]) -> None:
    """Its quantity rounded up, days and effort as they are; it says which order ended it."""
    rest = {key: value for key, value in task_of(of(stated), stated["id"]).items()
            if key not in {"quantity", "estimate", "days", "effort"}}  # fmt: skip
    assert stopped(stated) == {**rest, "ended": "CO-001", **kept}


def test_adjustments_of_its_own_go_with_the_part_done() -> None:
    """Amount, base and stated quantity are multiplied; percent and price stay."""
    found = stopped(
        task(
            "a",
            discounts=[
                {"id": "d", "amount": 100},
                {"id": "e", "percent": 5, "base": 50},
                {"id": "f", "percent": 5},
            ],
            surcharges=[{"id": "s", "price": 3, "quantity": 7}, {"id": "t", "price": 3}],
        ),
        33,
    )
    assert found["discounts"] == [
        {"id": "d", "amount": "33"},
        {"id": "e", "percent": "5", "base": "16.5"},
        {"id": "f", "percent": "5"},
    ]
    assert found["surcharges"] == [
        {"id": "s", "price": "3", "quantity": "2.31"},
        {"id": "t", "price": "3"},
    ]


def test_part_done_can_be_written() -> None:
    """A percent with many decimals leaves no number that no file could hold."""
    found = stopped(task("a", days="1.5"), "33.333333333333333333")
    assert found["days"] == "0.5"


def test_begun_expense_stays_whole() -> None:
    """What was bought was bought."""
    found = stopped({**FONTS, "days": 2, "discounts": [{"id": "d", "amount": 10}]})
    assert found == {
        "id": "fonts",
        "expense": "120",
        "quantity": "1",
        "days": "2",
        "discounts": [{"id": "d", "amount": "10"}],
        "ended": "CO-001",
    }


def test_what_recurs_without_end_simply_recurs_no_longer() -> None:
    """There is no part of it that is done."""
    quote = of(SCREENS, task("host", every="month"))
    assert names_of(after(quote, {"remove": "host"}, host=50)) == ["screens"]


def test_begun_option_that_is_deselected_counts_with_its_part_done() -> None:
    """It is no option any more; the others of its tasks stay an offer."""
    quote = of(SCREENS, SHOP, task("till", option="shop"), selected=["shop"])
    found = after(quote, {"deselect": "shop"}, shop=33)
    assert task_of(found, "shop") == {
        "id": "shop",
        "price": "2400",
        "quantity": "0.33",
        "ended": "CO-001",
    }
    assert task_of(found, "till") == {
        "id": "till",
        "price": "100",
        "quantity": "1",
        "option": "shop",
    }
    assert found.selected == frozenset()


def test_begun_option_is_ended_when_another_of_its_group_is_selected() -> None:
    """Selecting one deselects the others."""
    options = [task(name, option=name) for name in "ab"]
    quote = of(*options, alternatives={"one": ["a", "b"]}, selected=["a"])
    found = after(quote, {"select": "b"}, a=50)
    assert task_of(found, "a") == {"id": "a", "price": "100", "quantity": "0.5", "ended": "CO-001"}
    assert found.selected == {"b"}


@pytest.mark.parametrize("first", [(), ({"select": "shop"},)])
def test_option_that_was_not_agreed_has_no_part_that_is_done(first: tuple[Any, ...]) -> None:
    """Whatever has been tried of it, it was an offer: it goes, and the sum stays as it was."""
    base = contract(of(SCREENS, SHOP, task("till", option="shop")), TERMS)
    made = order(base, *first, {"remove": "shop"}, progress={"shop": 20})
    assert names_of(made.after.quote) == ["screens", "till"]
    assert made.sum.net.change == (100 if first else 0)
    assert [line.change for line in made.lines if line.id == "shop"] == ["removed"]


def test_option_that_gives_way_before_it_was_agreed_stays_an_offer() -> None:
    """Selected and deselected by one request, it counts no more than it did."""
    options = [task(name, option=name) for name in "ab"]
    quote = of(*options, alternatives={"one": ["a", "b"]})
    found = after(quote, {"select": "a"}, {"select": "b"}, a=50)
    assert task_of(found, "a") == {"id": "a", "price": "100", "quantity": "1", "option": "a"}


def test_what_the_request_did_to_it_before_is_not_done_work() -> None:
    """Progress is of the quantity in the current contract."""
    found = after(
        of(SCREENS),
        {"revise": "screens", "set": {"quantity": 100, "title": "Screens"}},
        {"remove": "screens"},
        screens=50,
    )
    assert task_of(found, "screens") == {
        "id": "screens",
        "rate": "design",
        "quantity": "12",
        "ended": "CO-001",
    }


@pytest.mark.parametrize(
    "action",
    [{"remove": "screens"}, {"revise": "screens", "set": {"quantity": 100}}],
)
def test_task_stopped_by_a_request_is_left_alone_by_the_rest_of_it(action: dict[str, Any]) -> None:
    """The part done cannot be removed by saying it twice."""
    verb = next(iter(action))
    quote = contract(of(SCREENS, FONTS))
    assert said(quote, {"remove": "screens"}, action, progress={"screens": 60}) == [
        f'actions[1].{verb}: "screens" is stopped by an action before this one; '
        "take one of the two out"
    ]


def with_screens_ended() -> Contract:
    """Return a contract of which the screens, and one more ordered, were stopped half done."""
    announced = {**SCREENS, "if_changed": [{"id": "more", "rate": "design", "quantity": 2}]}
    both = accepted(contract(of(announced, FONTS)), {"apply": "screens.more"})
    return accepted(both, {"remove": "screens.more"}, progress={"screens.more": 50})


@pytest.mark.parametrize(
    ("action", "verb"),
    [
        ({"revise": "screens.more", "set": {"title": "Again"}}, "revise"),
        ({"remove": "screens.more"}, "remove"),
        ({"apply": "screens.more"}, "apply"),
    ],
)
def test_ended_task_may_not_change_again(action: dict[str, Any], verb: str) -> None:
    """Not by ordering more of what was announced either."""
    assert said(with_screens_ended(), action) == [
        f'actions[0].{verb}: "screens.more" was ended by CO-002 and may not change again; '
        "add a task for what is wanted now"
    ]


def test_ended_task_keeps_counting() -> None:
    """What is done is paid."""
    base = contract(of(SCREENS, FONTS), TERMS)
    made = order(base, {"remove": "screens"}, progress={"screens": 60})
    assert differences(made) == {"screens": "-807.50"}
    assert [line.change for line in made.lines] == ["ended"]
    again = base.offer(made).accept("CO-001", on=ASKED)
    assert again.priced.totals.net == made.sum.net.after
