"""The difference of two quotes is the actions that make one of the other."""

from typing import Any

import pytest

from quotekit.changes import Action, alike, apply, difference
from quotekit.quotes import Quote, quote_digest
from tests.changes.contracts import (
    BLOG,
    FONTS,
    FRONTEND,
    PARTS,
    RATES,
    SCREENS,
    SHOP,
    TAXES,
    TEXTS,
    agreed,
    of,
)
from tests.written_quotes import task

OLD = agreed()
ESTIMATED = {"id": "screens", "rate": "design", "estimate": {"low": 1, "likely": 2, "high": 3}}


def plain(actions: tuple[Action, ...]) -> list[dict[str, Any]]:
    """Return actions as plain data."""
    return [action.model_dump(mode="json", exclude_defaults=True) for action in actions]


def found(new: Quote, old: Quote = OLD) -> list[dict[str, Any]]:
    """Return the difference of two quotes, which makes the new one of the old one."""
    actions = difference(old, new)
    assert apply(old, actions) == new
    return plain(actions)


def test_equal_quotes_have_no_difference() -> None:
    """However they came about."""
    assert difference(OLD, agreed()) == ()


@pytest.mark.parametrize(
    ("tasks", "actions"),
    [
        (
            [{**SCREENS, "quantity": 30}, FRONTEND, TEXTS, FONTS],
            [{"revise": "screens", "set": {"quantity": "30"}}],
        ),
        (
            [{**SCREENS, "title": "Screens"}, FRONTEND, TEXTS, FONTS],
            [{"revise": "screens", "set": {"title": "Screens"}}],
        ),
        (
            [SCREENS, FRONTEND, {**TEXTS, "tax": None}, FONTS],
            [{"revise": "texts-en", "set": {"tax": None}}],
        ),
        (
            [{**SCREENS, "rate": "development"}, FRONTEND, TEXTS, FONTS],
            [
                {
                    "revise": "screens",
                    "set": {"rate": "development", "quantity": "24", "estimate": None},
                }
            ],
        ),
        (
            [task("screens", "50"), FRONTEND, TEXTS, FONTS],
            [
                {
                    "revise": "screens",
                    "set": {"price": "50", "rate": None, "quantity": "1", "estimate": None},
                }
            ],
        ),
        (
            [ESTIMATED, FRONTEND, TEXTS, FONTS],
            [
                {
                    "revise": "screens",
                    "set": {
                        "quantity": None,
                        "estimate": {"low": "1", "likely": "2", "high": "3"},
                    },
                }
            ],
        ),
        ([SCREENS, FRONTEND, TEXTS], [{"remove": "fonts"}]),
    ],
)
def test_task_is_matched_by_its_id(
    tasks: list[dict[str, Any]], actions: list[dict[str, Any]]
) -> None:
    """Only the keys that differ are set, and what was cleared is null."""
    assert found(of(*tasks)) == actions


@pytest.mark.parametrize(
    ("names", "actions"),
    [
        ("abcdx", [{"add": "x"}]),
        ("axbcd", [{"add": "x", "before": "b"}]),
        ("axybcd", [{"add": "x", "before": "b"}, {"add": "y", "before": "b"}]),
        ("abcdxy", [{"add": "x"}, {"add": "y"}]),
        ("xbcd", [{"remove": "a"}, {"add": "x", "before": "b"}]),
        ("bacd", [{"order": ["b", "a"]}]),
        ("dbca", [{"order": ["d", "a"]}]),
        ("dxa", [{"remove": "b"}, {"remove": "c"}, {"add": "x", "before": "a"},
                 {"order": ["d", "x", "a"]}]),
        ("bxca", [{"remove": "d"}, {"add": "x", "before": "c"}, {"order": ["b", "x", "c", "a"]}]),
    ],
)  # fmt: skip
def test_order_is_named_only_where_it_changed(names: str, actions: list[dict[str, Any]]) -> None:
    """And then only by the tasks that have moved."""
    old, new = (of(*(task(name) for name in row)) for row in ("abcd", names))
    shown = [
        {key: value["id"] if key == "add" else value for key, value in action.items()}
        for action in found(new, old)
    ]
    assert shown == actions


def test_two_tasks_that_changed_places_are_the_order() -> None:
    """Those between them stay where they are and are not named."""
    old, new = (of(*(task(name) for name in row)) for row in ("abcde", "adcbe"))
    assert found(new, old) == [{"order": ["d", "b"]}]


@pytest.mark.parametrize(
    ("rates", "actions"),
    [
        ({"design": {**RATES["design"], "price": 90}},
         [{"revise_rate": "design", "set": {"price": "90"}}]),
        ({"design": {"price": 85, "unit": "hour"}},
         [{"revise_rate": "design", "set": {"increment": None}}]),
        ({"senior": {"price": 120, "unit": "hour"}},
         [{"add_rate": {"id": "senior", "price": "120", "unit": "hour"}}]),
    ],
)  # fmt: skip
def test_rate_is_matched_by_its_id(rates: dict[str, Any], actions: list[dict[str, Any]]) -> None:
    """However many tasks are priced with it, it is one action."""
    assert found(agreed(rates={**RATES, **rates})) == actions


def card(names: str, price: int = 85) -> Quote:
    """Return a quote with these rates on its card, of which the last costs so much."""
    rates = {name: {"price": 85} for name in names} | {names[-1]: {"price": price}}
    return of(task("t"), rates=rates, print_rates=True)


@pytest.mark.parametrize(
    ("names", "actions"),
    [
        ("abcx", [("add_rate", "x", None)]),
        ("axybc", [("add_rate", "x", "b"), ("add_rate", "y", "b")]),
        ("bac", [("remove_rate", "b", None), ("add_rate", "b", "a")]),
        ("cab", [("remove_rate", "c", None), ("add_rate", "c", "a")]),
        ("bca", [("remove_rate", "a", None), ("add_rate", "a", None)]),
        ("xba", [("add_rate", "x", "a"), ("remove_rate", "b", None), ("add_rate", "b", "a"),
                 ("remove_rate", "c", None)]),
    ],
)  # fmt: skip
def test_order_of_rates_is_kept(names: str, actions: list[tuple[str, str, str | None]]) -> None:
    """A new rate has its place on the card; one that moves is taken off and put back there."""
    old, new = card("abc"), card(names)
    made = found(new, old)
    assert list(apply(old, difference(old, new)).rates) == list(names)
    assert [
        (verb, one[verb]["id"] if verb == "add_rate" else one[verb], one.get("before"))
        for one in made
        for verb in ("add_rate", "remove_rate")
        if verb in one
    ] == actions


def test_rate_that_moves_may_cost_something_else() -> None:
    """It is put back as it is to be."""
    old, new = card("abc"), card("cba", 90)
    assert apply(old, difference(old, new)).rates["a"].price == 90
    assert found(new, old)


def test_rate_goes_after_what_was_priced_with_it() -> None:
    """A new rate comes first, the old one goes last."""
    rates = {name: rate for name, rate in RATES.items() if name != "design"}
    rates["senior"] = {"price": 120}
    new = of({**SCREENS, "rate": "senior"}, FRONTEND, TEXTS, FONTS, rates=rates)
    assert [next(iter(action)) for action in found(new)] == ["add_rate", "revise", "remove_rate"]


@pytest.mark.parametrize(
    ("keys", "changed"),
    [
        ({"title": "Site"}, {"title": "Site"}),
        ({"schedule": None}, {"schedule": None}),
        ({"binding": False}, {"binding": False}),
        ({"taxes": {"reduced": TAXES["reduced"], "vat": TAXES["vat"]}}, None),
        ({"payments": PARTS}, None),
        ({"discounts": [{"id": "d", "percent": 5}]}, None),
    ],
)
def test_keys_of_the_quote_are_one_action(
    keys: dict[str, Any], changed: dict[str, Any] | None
) -> None:
    """Taxes and phases in another order are other taxes and phases: they print that way."""
    actions = found(agreed(**keys))
    assert len(actions) == 1
    assert list(actions[0]["revise_quote"]) == list(keys)
    if changed is not None:
        assert actions[0] == {"revise_quote": changed}


def test_order_of_taxes_is_kept() -> None:
    """Dicts are equal in any order, so that equality would not see it."""
    new = agreed(taxes=dict(reversed(TAXES.items())))
    assert list(apply(OLD, difference(OLD, new)).taxes) == ["reduced", "vat"]


@pytest.mark.parametrize(
    ("party", "labels"), [("seller", "ids"), ("seller", "pay_to"), ("client", "ids")]
)
def test_order_of_labels_is_kept(party: str, labels: str) -> None:
    """They print in the order in which they are written, and the digest holds them in it."""
    both = {"A": "1", "B": "2"}
    old, new = (
        agreed(**{party: {"name": "N", labels: dict(pairs)}})
        for pairs in (both.items(), reversed(both.items()))
    )
    assert quote_digest(old) != quote_digest(new)
    assert quote_digest(apply(old, difference(old, new))) == quote_digest(new)
    assert [list(action) for action in found(new, old)] == [["revise_quote"]]


def test_options_are_deselected_before_others_are_selected() -> None:
    """One of a group makes way for another."""
    options = [task(name, option=name) for name in "abc"]
    old, new = (
        of(*options, alternatives={"one": ["a", "b", "c"]}, selected=[name]) for name in "ab"
    )
    assert found(new, old) == [{"deselect": "a"}, {"select": "b"}]
    plain_old, plain_new = of(*options, selected=[]), of(*options, selected=["c", "a"])
    assert found(plain_new, plain_old) == [{"select": "a"}, {"select": "c"}]


@pytest.mark.parametrize(
    ("tasks", "pairs"),
    [
        ([SCREENS, FRONTEND, TEXTS, {**FONTS, "id": "typefaces"}], (("fonts", "typefaces"),)),
        ([SCREENS, FRONTEND, TEXTS, {"id": "typefaces", "expense": 130}], ()),
        ([SCREENS, FRONTEND, TEXTS, FONTS, {**FONTS, "id": "typefaces"}], ()),
        ([SCREENS, FRONTEND, TEXTS, FONTS, BLOG, SHOP], ()),
    ],
)
def test_task_with_a_new_id_is_told(
    tasks: list[dict[str, Any]], pairs: tuple[tuple[str, str], ...]
) -> None:
    """One removed and one added that are alike but for the id were meant to be one."""
    assert alike(OLD, of(*tasks)) == pairs


def test_each_removed_task_is_taken_for_one_added() -> None:
    """Twins among the removed go to twins among the added, first to first."""
    old = of(task("a"), task("b"))
    assert alike(old, of(task("c"), task("d"), task("e"))) == (("a", "c"), ("b", "d"))
