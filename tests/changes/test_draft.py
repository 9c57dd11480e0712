"""A draft holds a quote while actions change it."""

from typing import Any

import pytest

from quotekit.changes.draft import Draft
from quotekit.errors import InvalidInputError
from quotekit.quotes import Task, TaskList
from tests.changes.contracts import FONTS, SCREENS, SHOP, agreed, names_of, of
from tests.written_quotes import task

TITLED = Task.model_validate({**FONTS, "title": "Fonts"})


def test_draft_of_a_quote_is_that_quote() -> None:
    """Nothing is lost on the way, and the quote that was met is the same as before."""
    quote = agreed(title="Site", phases={"build": "Build"}, selected=[], payments=[])
    assert Draft(quote).finished() == quote


def test_quote_that_was_met_stays_as_it_is() -> None:
    """A draft changes its own parts only."""
    quote, same = agreed(), agreed()
    draft = Draft(quote)
    draft.remove("screens")
    del draft.rates["design"]
    draft.selected.add("shop")
    draft.keys["title"] = "Site"
    draft.finished()
    assert quote == same


@pytest.mark.parametrize("many", [3, 40])
def test_replaced_tasks_are_the_only_new_ones(many: int) -> None:
    """The others are the very same objects, however many there are."""
    quote = of(*(task(f"t{at}") for at in range(many)), task("fonts"))
    draft = Draft(quote)
    draft.tasks["fonts"] = TITLED
    found = draft.finished().tasks
    assert isinstance(found, TaskList)
    assert found[-1] is TITLED
    assert all(one is other for one, other in zip(found[:-1], quote.tasks[:-1], strict=True))


def test_many_replaced_tasks_make_a_new_list() -> None:
    """What is in it is what was put there."""
    quote = of(*(task(f"t{at}") for at in range(40)))
    draft = Draft(quote)
    for name in draft.order:
        draft.tasks[name] = Task.model_validate(task(name, "7"))
    assert {one.price for one in draft.finished().tasks} == {7}


@pytest.mark.parametrize(
    ("keys", "name", "value"),
    [
        ({}, "title", "Site"),
        ({"title": "Shop"}, "title", "Shop"),
        ({"title": None}, "title", None),
        ({"alternatives": None}, "alternatives", {}),
    ],
)
def test_key_holds_what_it_holds_at_this_moment(
    keys: dict[str, Any], name: str, value: object
) -> None:
    """That of the quote, what replaces it, or the default where it is cleared."""
    draft = Draft(agreed(title="Site", alternatives={"one": ["a", "b"]}, tasks=_OPTIONS))
    draft.keys |= keys
    assert draft.key(name) == value


_OPTIONS = [task("a", option="a"), task("b", option="b"), SHOP]


def test_options_are_those_of_tasks_groups_and_titles() -> None:
    """A group may list an option that no task is part of any more."""
    draft = Draft(
        of(*_OPTIONS, alternatives={"one": ["a", "b"]}, option_titles={"shop": "The shop"})
    )
    assert draft.options() == {"a", "b", "shop"}
    draft.remove("b")
    assert draft.options() == {"a", "b", "shop"}


def test_rivals_are_the_others_of_every_group() -> None:
    """An option of no group has none."""
    groups = {"one": ["a", "b"], "two": ["shop", "a"]}
    draft = Draft(of(*_OPTIONS, alternatives=groups))
    assert draft.rivals("a") == {"b", "shop"}
    assert draft.rivals("b") == {"a"}
    assert Draft(of(*_OPTIONS)).rivals("a") == set()


def test_task_and_rate_are_found_or_refused_at_the_keys() -> None:
    """The fault stands where the name was written."""
    draft = Draft(agreed())
    assert draft.task("fonts").id == "fonts"
    assert draft.rate("design").price == 85
    with pytest.raises(InvalidInputError, match=r"^order\[2\]: there is no task "):
        draft.task("blog", "order", 2)
    with pytest.raises(InvalidInputError, match=r"^revise_rate: there is no rate "):
        draft.rate("senior", "revise_rate")


def test_task_is_inserted_in_its_place() -> None:
    """Its id is new, and the one it stands before is there."""
    draft = Draft(of(SCREENS, FONTS))
    new = Task.model_validate(task("a"))
    draft.insert(new, "fonts", "add")
    assert names_of(draft.finished()) == ["screens", "a", "fonts"]
    with pytest.raises(InvalidInputError, match=r"^add\.id: there is a task "):
        draft.insert(new, None, "add")
    with pytest.raises(InvalidInputError, match=r"^before: there is no task "):
        draft.insert(Task.model_validate(task("b")), "c", "add")
    assert "b" not in draft.tasks


def test_finished_quote_refuses_what_a_key_cannot_hold() -> None:
    """References alone are left to be checked later."""
    draft = Draft(agreed())
    draft.keys["number"] = None
    with pytest.raises(InvalidInputError, match=r"^number: number is missing; write number$"):
        draft.finished()
    draft.keys = {"tax": ("ust",)}
    assert draft.finished().tax == ("ust",)
