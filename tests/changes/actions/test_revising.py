"""`revise` sets keys of a task."""

from typing import Any

import pytest

from quotekit.changes import Revise, apply
from quotekit.errors import InvalidInputError
from tests.changes.contracts import agreed, of, task_of
from tests.written_quotes import task


def revision(name: str, **keys: Any) -> Revise:
    """Return the action that sets some keys of a task."""
    return Revise.model_validate({"revise": name, "set": keys})


def revised(stated: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """Return a task with some keys set."""
    return task_of(apply(of(stated), [revision(stated["id"], **keys)]), stated["id"])


def refusal(*actions: Revise) -> list[str]:
    """Return what is said to revisions that are refused."""
    with pytest.raises(InvalidInputError) as refused:
        apply(agreed(), actions)
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("stated", "keys", "found"),
    [
        (task("a"), {"title": "A"}, {"title": "A"}),
        (task("a", title="A"), {"title": None}, {}),
        (task("a", title="A"), {"tax": ["vat"]}, {"title": "A", "tax": "vat"}),
        (task("a", quantity=2), {"unit": "page"}, {"quantity": "2", "unit": "page"}),
    ],
)
def test_keys_are_replaced_or_cleared(
    stated: dict[str, Any], keys: dict[str, Any], found: dict[str, Any]
) -> None:
    """What is not named stays as it is; null clears a key."""
    assert revised(stated, **keys) == {"id": "a", "price": "100", "quantity": "1", **found}


def test_fixed_price_gives_way_to_an_estimate() -> None:
    """That it counts once was said by nobody."""
    estimate = {"low": 1, "likely": 2, "high": 3}
    found = revised(task("a"), price=None, rate="design", estimate=estimate)
    assert found["estimate"] == {"low": "1", "likely": "2", "high": "3"}
    assert "quantity" not in found


def test_task_may_be_priced_in_another_way() -> None:
    """The old way is cleared, the new one stated."""
    found = revised(task("a", "100"), price=None, rate="design", quantity=3)
    assert found == {"id": "a", "rate": "design", "quantity": "3"}


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"price": 5}, '"screens" has rate and price; state only one of rate, price or expense'),
        ({"quantity": None}, '"screens" has a rate and no quantity; write quantity or estimate'),
        ({"times": 3}, "times needs a period; write every: month, or no times"),
    ],
)
def test_keys_that_do_not_go_together_are_refused(keys: dict[str, Any], message: str) -> None:
    """The revised task keeps the rules of every task."""
    assert refusal(revision("screens", **keys)) == [f"actions[0].set: {message}"]


def test_task_that_is_not_there_is_refused() -> None:
    """Every such action says so."""
    assert refusal(revision("a", title="A"), revision("b", title="B")) == [
        'actions[0].revise: there is no task "a"; known: fonts, frontend, screens, texts-en',
        'actions[1].revise: there is no task "b"; known: fonts, frontend, screens, texts-en',
    ]


def test_keys_that_are_set_are_touched() -> None:
    """One that is cleared is set as well."""
    action = revision("screens", quantity=30, title=None)
    assert set(action.touches(agreed())) == {
        ("task", "screens", "quantity"),
        ("task", "screens", "title"),
    }
    assert action.target(agreed()) == "screens"
