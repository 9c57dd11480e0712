"""What a change adds to the work, and what it takes away."""

from typing import Any

import pytest

from quotekit.changes.added_work import AddedWork, sum_of
from quotekit.pricing import price
from tests.changes.contracts import FONTS, FRONTEND, RATES, SCREENS, SHOP, TEXTS, agreed, of
from tests.written_quotes import amounts, task

ALL = [SCREENS, FRONTEND, TEXTS, FONTS]


def work(
    old: list[dict[str, Any]],
    new: list[dict[str, Any]],
    before: dict[str, Any] | None = None,
    **keys: Any,
) -> AddedWork:
    """Compare two quotes with these tasks; `before` holds what only the first one states."""
    first = of(*old, **{**keys, **(before or {})})
    return AddedWork(price(first), price(of(*new, **keys)))


def shown(found: Any) -> dict[Any, str]:
    """Return amounts as they are shown."""
    return {key: f"{amount.quantize(amounts('0.01')[0]):f}" for key, amount in found.items()}


@pytest.mark.parametrize(
    ("old", "new", "extension"),
    [
        (SCREENS, {**SCREENS, "quantity": 30}, "510.00"),
        (TEXTS, {**TEXTS, "quantity": 4500}, "140.00"),
        (FONTS, {**FONTS, "expense": 150}, "30.00"),
        (FONTS, {**FONTS, "markup": 10}, "0.00"),
        (task("a"), task("a", "150"), "50.00"),
        (task("a"), task("a", quantity=3), "200.00"),
        (task("a", per=2), task("a", "60"), "10.00"),
        (task("a", every="month", times=3), task("a", every="month", times=5), "200.00"),
        (
            {"id": "a", "rate": "design", "quantity": 1},
            {"id": "a", "rate": "design", "estimate": {"low": 1, "likely": 2, "high": 3}},
            "85.00",
        ),
        (task("a"), {"id": "a", "rate": "design", "quantity": 2}, "70.00"),
        ({"id": "a", "expense": 20}, task("a"), "80.00"),
    ],
)
def test_task_that_grew_is_extended(
    old: dict[str, Any], new: dict[str, Any], extension: str
) -> None:
    """Its quantity, or its own price or expense."""
    assert shown(work([old], [new]).extensions) == {old["id"]: extension}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SCREENS, {**SCREENS, "quantity": 20}),
        (SCREENS, {**SCREENS, "rate": "development"}),
        (SCREENS, {**SCREENS, "tax": ["reduced"]}),
        (SCREENS, {**SCREENS, "surcharges": [{"id": "s", "amount": 100}]}),
        (task("a"), task("a", "50", per="0.5")),
        (task("a"), {"id": "a", "rate": "design", "quantity": 1}),
        (task("a", every="month"), task("a", "200", every="month")),
        (SHOP, {**SHOP, "price": 3000}),
    ],
)
def test_what_did_not_grow_is_no_extension(old: dict[str, Any], new: dict[str, Any]) -> None:
    """A dearer rate or a new surcharge is not more work, nor is what does not count."""
    assert work([old], [new]).extensions == {}
    assert work([old], [new]).base == 0


@pytest.mark.parametrize(
    ("new", "before", "extension"),
    [
        ({**SCREENS, "rate": "development", "quantity": 30}, {}, "570.00"),
        ({**SCREENS, "quantity": 30}, {"design": {"price": 70, "unit": "hour"}}, "510.00"),
        ({**SCREENS, "quantity": 30, "discounts": [{"id": "d", "percent": 10}]}, {}, "459.00"),
        ({**SCREENS, "quantity": 30, "surcharges": [{"id": "s", "amount": 99}]}, {}, "510.00"),
    ],
)
def test_what_it_was_before_is_priced_as_it_is_now(
    new: dict[str, Any], before: dict[str, Any], extension: str
) -> None:
    """Only more work is in the base, not what makes all of it dearer."""
    found = work([SCREENS], [new], before={"rates": {**RATES, **before}})
    assert shown(found.extensions) == {"screens": extension}


def test_rate_that_went_with_the_change_still_prices_what_was() -> None:
    """An hourly task that becomes a fixed price is held against its hours."""
    rates = {"development": RATES["development"]}
    found = AddedWork(price(agreed()), price(of(task("screens", "3000"), FRONTEND, rates=rates)))
    assert shown(found.extensions) == {"screens": "960.00"}


def test_totals_below_zero_count_as_nothing() -> None:
    """A credit that shrinks adds no work."""
    assert work([task("a", quantity=-2)], [task("a", quantity=-1)]).base == 0
    assert shown(work([task("a", quantity=-2)], [task("a", quantity=1)]).bases) == {
        ("vat",): "100.00"
    }
    assert shown(work([], [task("a", quantity=-1)]).bases) == {("vat",): "0.00"}


def test_base_is_what_was_added_and_extended_by_tax_set() -> None:
    """The earliest line comes first; options count once they are selected."""
    new = [
        SCREENS,
        FRONTEND,
        {**TEXTS, "quantity": 4500},
        task("a", "7", tax=[]),
        task("b", "9"),
        task("c", "11", tax=["vat", "reduced"]),
        {**SHOP, "tax": ["reduced"]},
    ]
    found = work([*ALL, {**SHOP, "tax": ["reduced"]}], new, {"selected": []}, selected=["shop"])
    assert shown(found.bases) == {
        ("reduced",): "2540.00",
        (): "7.00",
        ("vat",): "9.00",
        ("vat", "reduced"): "11.00",
    }
    assert found.base == 2567


def test_rise_is_what_a_task_costs_more() -> None:
    """New ones included, and what recurs or may be selected later."""
    new = [task("a", "150"), task("b", "90"), task("c", "5"), task("m", "12", every="month")]
    found = work([task("a"), task("b"), task("m", "10", every="month")], new)
    assert shown(found.rises) == {"a": "50.00", "c": "5.00", "m": "2.00"}


def test_rise_of_what_begins_to_count_is_all_of_it() -> None:
    """What was offered before was not agreed."""
    found = work([SHOP], [SHOP], {"selected": []}, selected=["shop"])
    assert shown(found.rises) == {"shop": "2400.00"}


@pytest.mark.parametrize(
    ("old", "new", "falls"),
    [
        ([SCREENS, FONTS], [SCREENS], {"fonts": "120.00"}),
        ([SCREENS], [{**SCREENS, "quantity": 20}], {"screens": "340.00"}),
        ([task("a")], [task("a", "50")], {}),
        ([task("a")], [task("a", "300", quantity="0.5")], {}),
        ([task("a", every="month")], [], {}),
        ([SHOP], [], {}),
    ],
)
def test_fall_is_of_what_was_removed_or_reduced(
    old: list[dict[str, Any]], new: list[dict[str, Any]], falls: dict[str, str]
) -> None:
    """A lower price alone is no reduction, and what did not count cannot fall."""
    assert shown(work(old, new).falls) == falls


def test_option_that_counts_no_more_falls() -> None:
    """Deselecting takes as much away as removing."""
    found = work([SHOP], [SHOP], {"selected": ["shop"]}, selected=[])
    assert shown(found.falls) == {"shop": "2400.00"}


V, R = ("vat",), ("reduced",)
C = task("c")


@pytest.mark.parametrize(
    ("old", "new", "main"),
    [
        ([], [task("a", "5", tax=R), task("b", "6")], V),
        ([], [task("a", "6", tax=R), task("b", "6")], R),
        ([], [task("a", "6"), task("b", "3", tax=R), task("c", "4", tax=R)], R),
        ([task("a"), task("b", "100", tax=R)], [task("a", "90"), task("b", "60", tax=R)], R),
        ([task("a"), task("b", "100", tax=R)], [task("a", "90"), task("b", "90", tax=R)], V),
        ([task("a"), task("b", "100", tax=R)], [task("a", "90")], R),
        ([task("a", tax=R)], [task("a", "50", tax=V)], R),
        (
            [task("a", "12"), task("b", "12", tax=R), task("c")],
            [task("b", "0", tax=R), task("c")],
            V,
        ),
        (
            [task("b", "12", tax=R), task("a", "12"), task("c")],
            [task("b", "0", tax=R), task("c")],
            R,
        ),
        ([task("c", tax=R), task("a", "12"), task("b", "12", tax=R)], [task("c", tax=R)], R),
        ([SHOP], [SHOP], V),
        ([], [], V),
    ],
)
def test_main_tax_set_has_the_largest_base_or_changed_most(
    old: list[dict[str, Any]], new: list[dict[str, Any]], main: tuple[str, ...]
) -> None:
    """Of equals it is that of the earlier line, gone or not; of nothing that of the quote."""
    assert work(old, new).main_taxes() == main


def test_set_that_changed_most_may_be_asked_for_all_the_same() -> None:
    """A saving has its own tax set, whatever was added with it."""
    found = work([task("a", "500")], [task("a", "100"), task("b", "50", tax=R)])
    assert found.main_taxes() == R
    assert found.main_taxes(by_base=False) == V
    assert work([], [], tax=None).main_taxes() == ()


def test_exact_amounts_are_rounded_once_to_be_shown() -> None:
    """Where the quote rounds at the end, lines are not rounded."""
    found = work([], [task("a", "0.333"), task("b", "0.333")], rounding="total")
    assert found.base == amounts("0.666")[0]
    assert str(found.shown(found.base)) == "0.67"
    assert sum_of([]) == 0
