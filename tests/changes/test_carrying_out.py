"""Actions are carried out one after the other, and all that is wrong is said at once."""

from typing import Any

import pytest

from quotekit.changes import Remove, apply
from quotekit.changes.carrying_out import carry_out_some, perform
from quotekit.errors import InvalidInputError
from quotekit.quotes import Quote
from tests.changes.contracts import FONTS, SCREENS, SHOP, TEXTS, agreed, names_of, of, request
from tests.written_quotes import task


def said(quote: Quote, *actions: Any) -> list[str]:
    """Return what is said to actions that are refused, a line for each fault."""
    with pytest.raises(InvalidInputError) as refusal:
        apply(quote, request(*actions).actions)
    return [str(fault) for fault in refusal.value.faults]


def test_nothing_to_do_leaves_the_quote() -> None:
    """No action makes no difference."""
    assert apply(agreed(), ()) == agreed()


def test_actions_follow_one_another() -> None:
    """A later one meets what an earlier one has made."""
    actions = request(
        {"add_rate": {"id": "senior", "price": 120}},
        {"add": task("blog")},
        {"revise": "blog", "set": {"price": None, "rate": "senior", "quantity": 2}},
        {"remove": "fonts"},
    ).actions
    found = apply(agreed(), actions)
    assert names_of(found) == ["screens", "frontend", "texts-en", "blog"]
    assert found.tasks[-1].rate == "senior"


def test_references_are_checked_after_the_last_action() -> None:
    """A task may be removed before the one that names it is revised."""
    quote = of(SCREENS, {**FONTS, "after": ["screens"]})
    actions = request({"remove": "screens"}, {"revise": "fonts", "set": {"after": None}}).actions
    assert names_of(apply(quote, actions)) == ["fonts"]


def test_all_faults_are_said_at_once() -> None:
    """Each at its action, those of references after the others."""
    assert said(
        agreed(),
        {"revise": "screens", "set": {"price": 5}},
        {"remove": "font"},
        {"add": {"id": "a", "rate": "senior", "quantity": 1}},
        {"revise_quote": {"tax": ["ust"]}},
    ) == [
        'actions[0].set: "screens" has rate and price; state only one of rate, price or expense',
        'actions[1].remove: there is no task "font"; '
        "did you mean fonts? (known: fonts, frontend, screens, texts-en)",
        'actions[3].revise_quote.tax: there is no tax "ust"; known: none, reduced, vat',
        'actions[2].add.rate: there is no rate "senior"; known: design, development, translation',
    ]


def test_what_an_action_at_fault_would_have_added_is_no_second_fault() -> None:
    """Naming it is right once that action is."""
    assert said(
        agreed(),
        {"add_rate": {"id": "design", "price": 1}},
        {"add": task("a"), "before": "nowhere"},
        {"revise": "fonts", "set": {"after": ["a"]}},
    ) == [
        'actions[0].add_rate.id: there is a rate "design" already; '
        "revise_rate it, or choose another id",
        'actions[1].before: there is no task "nowhere"; known: fonts, frontend, screens, texts-en',
    ]


@pytest.mark.parametrize(
    ("actions", "place"),
    [
        ([{"add": task("a", phase="build")}], "actions[0].add.phase"),
        (
            [{"remove": "texts-en"}, {"revise": "fonts", "set": {"phase": "build"}}],
            "actions[1].set.phase",
        ),
        (
            [
                {"revise": "fonts", "set": {"phase": "build"}},
                {"revise": "fonts", "set": {"title": "F"}},
            ],
            "actions[0].set.phase",
        ),
        (
            [
                {"revise": "fonts", "set": {"phase": "build"}},
                {"revise": "fonts", "set": {"phase": "build"}},
            ],
            "actions[1].set.phase",
        ),
        ([{"revise_quote": {"scope": [{"item": "x", "answer": "included", "task": "a"}]}}],
         "actions[0].revise_quote.scope[0].task"),
        (
            [{"add": task("a", if_changed=[{"id": "c", "rate": "x", "quantity": 1}])}],
            "actions[0].add.if_changed[0].rate",
        ),
    ],
)  # fmt: skip
def test_fault_of_the_revised_quote_stands_where_it_was_written(
    actions: list[dict[str, Any]], place: str
) -> None:
    """In the last action that wrote that key."""
    assert [line.partition(": ")[0] for line in said(agreed(), *actions)] == [place]


def test_key_that_a_quote_must_have_cannot_be_cleared() -> None:
    """Other faults of the quote are found once it is one again."""
    clearing = {"revise_quote": {"number": None, "tax": ["ust"]}}
    assert said(agreed(), clearing, {"remove": "font"}) == [
        'actions[1].remove: there is no task "font"; '
        "did you mean fonts? (known: fonts, frontend, screens, texts-en)",
        "actions[0].revise_quote.number: number is missing; write number",
    ]


def test_fault_that_no_action_wrote_names_its_place_in_the_quote() -> None:
    """A phase that takes the id of a task is at fault together with the task."""
    assert said(agreed(), {"revise_quote": {"phases": {"screens": "Screens"}}}) == [
        'actions: tasks[0].id: a task and a phase bear the id "screens"; give one of them another'
    ]


NAMING: list[tuple[dict[str, Any], str, str]] = [
    (
        {"tasks": [SCREENS, {**FONTS, "after": ["screens"]}]},
        'after of the task "fonts"',
        "{revise: fonts, set: {after: …}}",
    ),
    (
        {
            "tasks": [SCREENS],
            "scope": [{"item": "Screens", "answer": "included", "task": "screens"}],
        },
        "scope[0].task",
        "{revise_quote: {scope: …}}",
    ),
    (
        {"tasks": [SCREENS], "discounts": [{"id": "d", "percent": 5, "of": ["screens"]}]},
        "discounts[0].of",
        "{revise_quote: {discounts: …}}",
    ),
    (
        {
            "tasks": [SCREENS],
            "payments": [{"id": "all", "balance": True, "due": {"after": "screens"}}],
        },
        "payments[0].due.after",
        "{revise_quote: {payments: …}}",
    ),
]


@pytest.mark.parametrize(("keys", "where", "mends"), NAMING)
def test_what_still_names_a_removed_task_is_said_with_what_mends_it(
    keys: dict[str, Any], where: str, mends: str
) -> None:
    """The fault stands at the removal."""
    found = said(agreed(**keys), {"remove": "screens"})
    assert len(found) == 1
    assert found[0].startswith(f'actions[0].remove: "screens" is removed, but {where}')
    assert found[0].endswith(f"names it; add the action {mends}")


def test_what_still_names_a_removed_rate_is_said_with_what_mends_it() -> None:
    """Every task that is priced with it, and every price announced with it."""
    changes = [{"id": "c", "rate": "design", "quantity": 1}]
    quote = of(SCREENS, {**FONTS, "if_changed": changes})
    assert said(quote, {"remove_rate": "design"}) == [
        'actions[0].remove_rate: "design" is removed, but rate of the task "screens" names it; '
        "add the action {revise: screens, set: {rate: …}}",
        'actions[0].remove_rate: "design" is removed, but if_changed of the task "fonts" names '
        "it; add the action {revise: fonts, set: {if_changed: …}}",
    ]


def test_removed_thing_that_an_action_names_is_that_actions_fault() -> None:
    """Nothing need be added: that action names another one."""
    actions = [{"remove_rate": "design"}, {"remove": "screens"}]
    new = {"add": {"id": "a", "rate": "design", "quantity": 1}}
    assert said(agreed(), *actions, new) == [
        'actions[2].add.rate: "design" is removed, but rate of the task "a" names it; '
        "name another one, or keep it"
    ]


def test_circle_stands_at_the_action_that_closed_it() -> None:
    """The task that was revised last waits for itself."""
    quote = of(SCREENS, {**FONTS, "after": ["screens"]})
    assert said(quote, {"revise": "screens", "set": {"after": ["fonts"]}}) == [
        "actions[0].set.after: the tasks wait for one another: screens → fonts → screens; "
        "take one of them out of `after`"
    ]


def test_some_actions_can_do_without_the_others() -> None:
    """Those that cannot are passed over."""
    actions = request({"remove": "nothing"}, {"remove": "fonts"}).actions
    quote = of(SCREENS, TEXTS, FONTS, SHOP)
    assert names_of(carry_out_some(quote, actions, perform)) == ["screens", "texts-en", "shop"]
    assert carry_out_some(quote, [Remove(remove="nothing")], perform) == quote
