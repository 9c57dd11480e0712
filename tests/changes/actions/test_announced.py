"""`apply` orders a change at the price that was announced for it."""

from typing import Any

import pytest

from quotekit.changes import Apply, Revise, apply
from quotekit.errors import InvalidInputError
from quotekit.quotes import Quote
from tests.changes.contracts import FRONTEND, SCREENS, names_of, of, task_of

ONE = {"id": "screen", "title": "One more", "rate": "design", "quantity": "1.5", "days": "0.25"}


def announcing(*changes: dict[str, Any], **keys: Any) -> Quote:
    """Return a quote whose first task announces changes."""
    return of({**SCREENS, "if_changed": [*changes], **keys}, FRONTEND)


def applied(quote: Quote, *times: Any, name: str = "screens.screen") -> Quote:
    """Return a quote with a change ordered, so many of it each time."""
    return apply(quote, [Apply(apply=name, quantity=number) for number in times])


def refusal(quote: Quote, *actions: Any) -> str:
    """Return what is said to actions that are refused."""
    with pytest.raises(InvalidInputError) as refused:
        apply(quote, actions)
    return str(refused.value)


def test_announced_change_is_a_task_behind_its_own() -> None:
    """It has a name of both ids, and the title and the price that were announced."""
    found = applied(announcing(ONE), 2)
    assert names_of(found) == ["screens", "screens.screen", "frontend"]
    assert task_of(found, "screens.screen") == {
        "id": "screens.screen",
        "title": "One more",
        "days": "0.5",
        "rate": "design",
        "quantity": "3",
    }


def test_one_is_ordered_where_no_quantity_is_stated() -> None:
    """A request may name the change and nothing else."""
    assert Apply(apply="screens.screen").quantity == 1


def test_it_has_phase_tax_and_option_of_its_task() -> None:
    """It belongs where that task belongs."""
    keys = {"phase": "build", "tax": ["reduced"], "option": "more"}
    quote = of({**SCREENS, "if_changed": [ONE], **keys}, phases={"build": "Build"})
    found = task_of(applied(quote, 1), "screens.screen")
    assert (found["phase"], found["tax"], found["option"]) == ("build", "reduced", "more")


def test_ordered_again_quantity_and_days_add_up() -> None:
    """There is one task for all of them."""
    found = task_of(applied(announcing(ONE), 2, 1), "screens.screen")
    assert (found["quantity"], found["days"]) == ("4.5", "0.75")


def test_what_was_agreed_since_stays_when_it_is_ordered_again() -> None:
    """A title given to the ordered task is kept."""
    found = applied(announcing(ONE), 1)
    revision = Revise.model_validate({"revise": "screens.screen", "set": {"title": "Last"}})
    found = applied(apply(found, [revision]), 1)
    assert task_of(found, "screens.screen")["title"] == "Last"
    assert task_of(found, "screens.screen")["quantity"] == "3"


def test_estimates_are_multiplied_and_added_up() -> None:
    """Low, likely and high each."""
    change = {"id": "screen", "rate": "design", "estimate": {"low": 1, "likely": 2, "high": 4}}
    found = task_of(applied(announcing(change), 2, "0.5"), "screens.screen")
    assert found["estimate"] == {"low": "2.5", "likely": "5", "high": "10"}


@pytest.mark.parametrize(
    ("change", "stated"),
    [
        ({"price": 50, "per": 2, "unit": "page"}, {"price": "50", "per": "2", "unit": "page"}),
        ({"expense": 20, "markup": 10}, {"expense": "20", "markup": "10"}),
    ],
)
def test_every_way_of_pricing_can_be_announced(
    change: dict[str, Any], stated: dict[str, Any]
) -> None:
    """A fixed price and an expense count once for each that is ordered."""
    found = task_of(applied(announcing({"id": "screen", **change}), 3), "screens.screen")
    assert found == {"id": "screens.screen", "quantity": "3", **stated}


def test_ids_with_dots_are_compared_whole() -> None:
    """`a.b.c` is the change `c` of the task `a.b`, where there is no `b.c` of `a`."""
    change = {"id": "c", "price": 5}
    quote = of({"id": "a", "price": 1}, {"id": "a.b", "price": 1, "if_changed": [change]})
    action = Apply(apply="a.b.c")
    assert names_of(apply(quote, [action])) == ["a", "a.b", "a.b.c"]
    assert action.target(quote) == "a.b"


def test_change_that_was_not_announced_is_refused() -> None:
    """What was announced is listed."""
    assert refusal(announcing(ONE), Apply(apply="screens.page")) == (
        'actions[0].apply: there is no announced change "screens.page"; '
        "did you mean screens.screen? (known: screens.screen)"
    )


def test_another_price_than_before_is_refused() -> None:
    """What is ordered at one price cannot go on at another."""
    found = applied(announcing(ONE), 1)
    dearer = {"if_changed": [{**ONE, "rate": "development"}]}
    actions = [
        Revise.model_validate({"revise": "screens", "set": dearer}),
        Apply(apply="screens.screen"),
    ]
    assert refusal(found, *actions) == (
        'actions[1].apply: "screens.screen" has been ordered at another price than is announced '
        "now; add a task at the price you mean"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"rate": "design", "quantity": 2},
        {"rate": "design", "estimate": {"low": 2, "likely": 2, "high": 2}},
    ],
)
def test_more_than_can_be_written_is_refused(change: dict[str, Any]) -> None:
    """Nobody orders millions of millions of hours."""
    many = Apply.model_validate({"apply": "screens.screen", "quantity": "999999999999"})
    said = refusal(announcing({"id": "screen", **change}), many)
    assert '"1999999999998" is too long; write at most 12 digits' in said
    assert said.startswith("actions[0].apply.")


def test_id_that_would_be_too_long_is_refused() -> None:
    """The two ids together must still be one."""
    quote = of({"id": "a" * 40, "price": 1, "if_changed": [{"id": "b" * 40, "price": 1}]})
    with pytest.raises(InvalidInputError, match="is no id; use letters, digits"):
        Apply(apply=f"{'a' * 40}.{'b' * 40}")
    assert Apply(apply="c.d").target(quote) is None


def test_both_tasks_are_touched_but_may_be_ordered_twice() -> None:
    """Removing either conflicts with it, as does another quantity; ordering it again does not."""
    quote = announcing(ONE)
    touched = list(Apply(apply="screens.screen").touches(quote))
    assert touched == [
        ("task", "screens.screen", "+"),
        ("task", "screens.screen", "+quantity"),
        ("task", "screens.screen", "+estimate"),
        ("task", "screens.screen", "+days"),
        ("task", "screens", "+"),
    ]
    assert Apply(apply="screens.screen").target(quote) == "screens"
