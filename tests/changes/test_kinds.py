"""What a kind of request may not do."""

from typing import Any

import pytest

from quotekit.quotes import Quote
from tests.changes.contracts import (
    FONTS,
    PARTS,
    RATES,
    SCREENS,
    SHOP,
    TERMS,
    agreed,
    contract,
    of,
    order,
    said,
)
from tests.written_quotes import task

ANNOUNCED = {**SCREENS, "if_changed": [{"id": "one", "rate": "design", "quantity": 4}]}


def base(**keys: Any) -> Quote:
    """Return a quote with something of everything."""
    return of(
        ANNOUNCED,
        FONTS,
        SHOP,
        task("host", "10", every="month"),
        payments=PARTS,
        valid_until="2026-04-01",
        scope=[{"item": "Texts", "answer": "client_supplies", "by": "2026-03-01"}],
        **keys,
    )


@pytest.mark.parametrize(
    ("action", "what"),
    [
        ({"revise": "screens", "set": {"quantity": 25}}, "the sum"),
        ({"remove": "fonts"}, "the sum"),
        ({"revise_quote": {"taxes": {"vat": {"percent": 20}, "reduced": {"percent": 7}}}},
         "the sum"),
        ({"revise": "host", "set": {"price": 12}}, "what recurs"),
        ({"add": task("b", "0", quantity=0, option="b")}, "the price of an option"),
        ({"revise": "shop", "set": {"price": 2300}}, "the price of a task"),
        ({"select": "shop"}, "the sum"),
        ({"revise": "screens", "set": {"if_changed": [{**ANNOUNCED["if_changed"][0], "days": 1}]}},
         "an announced price"),
        ({"revise": "screens", "set": {"if_changed": None}}, "an announced price"),
        ({"revise_rate": "development", "set": {"price": 1000}}, "a rate"),
        ({"revise": "fonts", "set": {"days": 3}}, "a date"),
        ({"revise": "fonts", "set": {"billed": "actual"}},
         "how a task is billed"),
        ({"revise_quote": {"binding": False}}, "what is binding"),
        ({"revise_quote": {"valid_until": "2026-05-01"}}, "a date"),
        ({"revise_quote": {"schedule": {"hours_per_day": 6, "start": "2026-04-01"}}}, "a date"),
        ({"revise_quote": {"scope": [{"item": "Texts", "answer": "client_supplies",
                                      "by": "2026-03-09"}]}}, "a date"),
        ({"revise_quote": {"payments": [{**PARTS[0], "percent": 40}, *PARTS[1:]]}}, "a payment"),
        ({"revise_quote": {"payments": [{**PARTS[0], "early": {"days": 5, "percent": 2}},
                                        *PARTS[1:]]}}, "a payment"),
    ],
)  # fmt: skip
def test_clarification_changes_no_price_and_no_date(action: Any, what: str) -> None:
    """It says which one it would change."""
    assert said(contract(base(), TERMS), action, kind="clarification") == [
        f"actions[0]: a clarification changes no price and no date, and this changes {what}; "
        "write kind: scope"
    ]


def test_clarification_names_every_action_that_changes_a_price() -> None:
    """And none that does not, whatever else is wrong with the request."""
    found = said(
        contract(base(), TERMS),
        {"revise": "screens", "set": {"title": "Screens"}},
        {"revise": "screens", "set": {"quantity": 2}},
        {"remove": "nothing"},
        {"revise_quote": {"binding": False}},
        kind="clarification",
        progress={"screens": 60},
    )
    assert [line.partition(";")[0].partition(", known")[0] for line in found] == [
        'actions[2].remove: there is no task "nothing"',
        'actions[1].set.quantity: "screens" is 60 % done, more than would be left',
        "actions[1]: a clarification changes no price and no date, and this changes the sum",
        "actions[3]: a clarification changes no price and no date, and this changes "
        "what is binding",
    ]


def test_clarification_that_takes_back_its_own_change_is_none() -> None:
    """What counts is what it comes to in the end."""
    up, down = ({"revise": "screens", "set": {"quantity": number}} for number in (30, 24))
    assert order(contract(base()), up, down, kind="clarification").sum.net.change == 0


def test_actions_that_only_hold_together_are_at_fault_together() -> None:
    """While one of them names what another takes away, neither can be told."""
    quote = of(SCREENS, {**FONTS, "after": ["screens"]})
    found = said(
        contract(quote),
        {"remove": "screens"},
        {"revise": "fonts", "set": {"after": None}},
        kind="clarification",
    )
    assert [line.partition(":")[0] for line in found] == ["kind"]


@pytest.mark.parametrize(
    "action",
    [
        {"revise": "screens", "set": {"title": "Screens", "done_when": "all are drawn"}},
        {"revise": "screens", "set": {"deliverables": ["24 screens"], "not_included": ["icons"]}},
        {"revise_quote": {"assumptions": ["texts are there"], "intro": "Hello"}},
        {"revise_quote": {"option_titles": {"shop": "The shop"}}},
        {"revise_quote": {"payments": [{**PARTS[0], "title": "Deposit"}, *PARTS[1:]]}},
        {"order": ["fonts", "screens"]},
    ],
)
def test_clarification_of_words_is_free(action: Any) -> None:
    """Whatever the agreement charges for."""
    made = order(contract(base(), TERMS), action, kind="clarification", wanted_by="2026-03-20")
    assert (made.sum.net.change, made.sum.total.change, made.rounds) == (0, 0, ())
    assert [line.change for line in made.lines if line.change != "revised"] == []


@pytest.mark.parametrize(
    ("action", "rise"),
    [
        ({"revise_quote": {"surcharges": [{"id": "s", "amount": "99.5"}]}}, "99.5"),
        ({"revise_quote": {"discounts": []}}, "102"),
    ],
)
def test_defect_raises_no_sum(action: Any, rise: str) -> None:
    """What no task can be credited with is refused."""
    quote = of(SCREENS, discounts=[{"id": "d", "percent": 5}])
    assert said(contract(quote), action, kind="defect") == [
        f"actions[0]: a defect is never charged, and this raises the sum by {rise}; "
        "take out what raises it, or write kind: scope"
    ]


def test_defect_names_the_action_that_raises_the_sum() -> None:
    """What is credited, or lowers it, is not at fault."""
    surcharge = {"revise_quote": {"surcharges": [{"id": "s", "amount": 300}]}}
    more = {"revise": "screens", "set": {"quantity": 30}}
    less = {"revise": "frontend", "set": {"quantity": 39}}
    assert said(contract(), more, surcharge, less, kind="defect") == [
        "actions[1]: a defect is never charged, and this raises the sum by 300; "
        "take out what raises it, or write kind: scope"
    ]


def test_defect_may_use_a_dearer_rate() -> None:
    """Every task that is priced with it is credited."""
    quote = agreed(tasks=[SCREENS, {**SCREENS, "id": "more"}], rates=RATES)
    made = order(contract(quote), {"revise_rate": "design", "set": {"price": 90}}, kind="defect")
    assert made.sum.net.change == 0
    assert [one.id for task_ in made.after.quote.tasks for one in task_.discounts] == [
        "CO-001.free"
    ] * 2
