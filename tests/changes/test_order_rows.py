"""Every task, adjustment and fee by which two quotes differ has its line."""

from typing import Any

import pytest

from quotekit.changes import ChangeOrder, FieldChange, OrderLine, compare
from quotekit.values import EXACT, ZERO
from tests.changes.contracts import (
    BLOG,
    FONTS,
    FRONTEND,
    MORE,
    SCREENS,
    SHOP,
    TEXTS,
    agreed,
    contract,
    of,
    order,
)
from tests.written_quotes import task

ALL = [SCREENS, FRONTEND, TEXTS, FONTS]


def rows(found: ChangeOrder) -> list[tuple[str, str, str]]:
    """Return id, change and difference of each line, which add up to what the sum moves by."""
    whole = found.sum.total if found.after.quote.prices_include_tax else found.sum.net
    moved = ZERO
    for line in found.lines:
        moved = EXACT.add(moved, line.difference)
    assert moved == whole.change
    return [(line.id, line.change, f"{line.difference:f}") for line in found.lines]


def sides(line: OrderLine) -> tuple[list[str] | None, list[str] | None]:
    """Return quantity, price and total before and after."""
    first, second = (
        None if side is None else [str(side.quantity), str(side.price), str(side.total)]
        for side in (line.before, line.after)
    )
    return first, second


def test_equal_quotes_have_no_line() -> None:
    """What stays as it is is not said."""
    assert rows(compare(agreed(), agreed())) == []


def test_lines_come_in_the_order_of_the_revised_quote() -> None:
    """What went comes after its tasks."""
    new = of({**BLOG, "quantity": 2}, FRONTEND, {**SCREENS, "quantity": 30}, TEXTS)
    assert rows(compare(agreed(), new)) == [
        ("blog", "added", "190.00"),
        ("screens", "revised", "510.00"),
        ("fonts", "removed", "-120.00"),
    ]


def test_line_shows_both_sides() -> None:
    """Quantity and price as they are, the total in the decimals of the currency."""
    new = of({**SCREENS, "quantity": 30, "title": "Screens"}, FRONTEND, BLOG)
    found = {line.id: line for line in compare(of(SCREENS, FRONTEND, FONTS), new).lines}
    assert sides(found["screens"]) == (["24.00", "85", "2040.00"], ["30.00", "85", "2550.00"])
    assert sides(found["blog"]) == (None, ["10", "95", "950.00"])
    assert sides(found["fonts"]) == (["1", "120", "120.00"], None)
    assert (found["screens"].title, found["fonts"].title) == ("Screens", None)


@pytest.mark.parametrize(
    ("keys", "fields"),
    [
        ({"quantity": 30}, [("quantity", "24", "30")]),
        ({"title": "S"}, [("title", None, "S")]),
        ({"deliverables": ["a", "b"]}, [("deliverables", None, ["a", "b"])]),
        ({"days": 2, "after": []}, [("days", None, "2"), ("after", None, [])]),
        ({"private": {"cost": 5}}, []),
    ],
)
def test_changed_keys_of_a_task_are_shown(keys: dict[str, Any], fields: list[Any]) -> None:
    """As plain data; what is private is not."""
    found = compare(of(SCREENS, FRONTEND), of({**SCREENS, **keys}, FRONTEND)).lines
    assert [line.fields for line in found] == (
        [tuple(FieldChange(*one) for one in fields)] if fields else []
    )


def test_task_that_a_rate_makes_dearer_is_revised() -> None:
    """Though none of its keys has changed."""
    found = order(contract(), {"revise_rate": "design", "set": {"price": 90}})
    assert rows(found) == [("screens", "revised", "120.00")]
    assert found.lines[0].fields == ()


OFFERED = [SCREENS, SHOP]


def test_option_is_added_and_removed_by_being_selected() -> None:
    """Though the task was there all the time."""
    old, new = of(*OFFERED), of(*OFFERED, selected=["shop"])
    there, back = compare(old, new), compare(new, old)
    assert rows(there) == [("shop", "added", "2400.00")]
    assert rows(back) == [("shop", "removed", "-2400.00")]
    assert sides(there.lines[0]) == (None, ["1", "2400", "2400.00"])
    assert sides(back.lines[0]) == (["1", "2400", "2400.00"], None)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ([SCREENS], OFFERED, "added"),
        (OFFERED, [SCREENS], "removed"),
        (OFFERED, [SCREENS, {**SHOP, "price": 2000}], "revised"),
        ([task("m", every="month")], [task("m", "90", every="month")], "revised"),
    ],
)
def test_what_does_not_count_moves_nothing(old: Any, new: Any, change: str) -> None:
    """An offer, and what recurs without end, has its line all the same."""
    found = rows(compare(of(*old), of(*new)))
    assert [line[1:] for line in found] == [(change, "0.00")]


def test_stopped_task_is_ended() -> None:
    """The part done stays in the sum."""
    found = order(contract(), {"remove": "screens"}, progress={"screens": 60})
    assert rows(found) == [("screens", "ended", "-807.50")]
    assert sides(found.lines[0])[1] == ["14.50", "85", "1232.50"]
    assert FieldChange("ended", None, "CO-001") in found.lines[0].fields


def test_adjustments_of_the_document_are_lines() -> None:
    """Discounts below zero; changed, new and gone ones, with their percent."""
    old = agreed(
        discounts=[{"id": "d", "percent": 5}, {"id": "e", "amount": 10, "title": "E"}],
        surcharges=[{"id": "s", "amount": 20}],
    )
    new = agreed(
        discounts=[{"id": "d", "percent": 10}, {"id": "f", "amount": 7}],
        surcharges=[{"id": "s", "amount": 25}, {"id": "t", "percent": 1}],
    )
    found = compare(old, new)
    assert rows(found) == [
        ("d", "discount", "-322.50"),
        ("f", "discount", "-7.00"),
        ("e", "discount", "10.00"),
        ("s", "surcharge", "5.00"),
        ("t", "surcharge", "64.50"),
    ]
    first, gone = found.lines[0], found.lines[2]
    assert (sides(first), first.percent) == (
        (["None", "None", "-322.50"], ["None", "None", "-645.00"]),
        10,
    )
    assert (gone.title, gone.after) == ("E", None)


def test_adjustment_moves_with_what_it_is_a_percent_of() -> None:
    """It was not touched, and is shown because it comes to something else."""
    found = order(contract(agreed(discounts=[{"id": "d", "percent": 5}])), MORE)
    assert rows(found) == [("screens", "revised", "510.00"), ("d", "discount", "-25.50")]
    assert rows(order(contract(agreed(discounts=[{"id": "d", "amount": 5}])), MORE)) == [
        ("screens", "revised", "510.00")
    ]


@pytest.mark.parametrize(("included", "whole"), [(False, "net"), (True, "gross")])
def test_rounding_at_the_end_is_a_line(included: bool, whole: str) -> None:  # noqa: FBT001
    """Of the whole that lines add up to: net, or gross where prices include tax."""
    old, new = (
        of(*(task(name, "0.333") for name in names), rounding="total", prices_include_tax=included)
        for names in ("a", "ab")
    )
    found = rows(compare(old, new))
    assert found == [("b", "added", "0.33"), (whole, "rounding", "0.01")]


def test_because_stands_at_the_task() -> None:
    """Of what is added, revised, removed and ordered as announced; the last word counts."""
    announced = {**SCREENS, "if_changed": [{"id": "one", "rate": "design", "quantity": 4}]}
    found = order(
        contract(of(announced, FRONTEND, FONTS)),
        {"add": BLOG, "because": "news"},
        {"revise": "frontend", "set": {"quantity": 41}, "because": "more"},
        {"revise": "frontend", "set": {"quantity": 42}, "because": "much more"},
        {"remove": "fonts", "because": "free ones"},
        {"apply": "screens.one", "because": "a form"},
        {"revise": "screens", "set": {"title": "S"}},
        {"revise_quote": {"title": "Site"}, "because": "a name"},
        {"order": ["frontend", "screens"], "because": "urgent"},
    )
    assert {line.id: line.because for line in found.lines} == {
        "screens": None,
        "screens.one": "a form",
        "frontend": "much more",
        "blog": "news",
        "fonts": "free ones",
    }
    assert [line.announced for line in found.lines if line.announced] == ["screens.one"]


@pytest.mark.parametrize(
    ("action", "line"),
    [
        ({"select": "shop"}, "shop"),
        ({"deselect": "extra"}, "extra"),
        ({"revise_quote": {"discounts": [{"id": "d", "percent": 5}]}}, "d"),
        ({"revise_quote": {"surcharges": [{"id": "s", "amount": 5}]}}, "s"),
    ],
)
def test_because_stands_at_every_line_that_it_explains(action: Any, line: str) -> None:
    """Those of an option, and of what applies to the document."""
    base = contract(of(SCREENS, SHOP, task("extra", option="extra"), selected=["extra"]))
    found = order(base, {**action, "because": "we agreed"})
    assert {one.id: one.because for one in found.lines} == {line: "we agreed"}
