"""`add` puts a new task in its place."""

import pytest

from quotekit.changes import Add, apply
from quotekit.errors import InvalidInputError
from tests.changes.contracts import BLOG, agreed, names_of, task_of


@pytest.mark.parametrize(
    ("before", "names"),
    [
        (None, ["screens", "frontend", "texts-en", "fonts", "blog"]),
        ("screens", ["blog", "screens", "frontend", "texts-en", "fonts"]),
        ("texts-en", ["screens", "frontend", "blog", "texts-en", "fonts"]),
    ],
)
def test_task_stands_before_another_or_at_the_end(before: str | None, names: list[str]) -> None:
    """`before` names the task that follows; without it the new one is the last."""
    action = Add.model_validate({"add": BLOG, "before": before})
    found = apply(agreed(), [action])
    assert names_of(found) == names
    assert task_of(found, "blog") == {"id": "blog", "rate": "development", "quantity": "10"}


def test_task_may_stand_before_one_added_just_now() -> None:
    """Every action meets what those before it have made."""
    actions = [
        Add.model_validate({"add": {"id": "a", "price": 1}}),
        Add.model_validate({"add": {"id": "b", "price": 1}, "before": "a"}),
    ]
    assert names_of(apply(agreed(), actions))[-2:] == ["b", "a"]


def test_id_of_another_task_is_refused() -> None:
    """An id is never taken twice."""
    with pytest.raises(InvalidInputError) as refusal:
        apply(agreed(), [Add.model_validate({"add": {"id": "fonts", "price": 1}})])
    fault = refusal.value.faults[0]
    assert (fault.code, fault.value) == ("duplicate_id", "fonts")
    assert str(fault) == (
        'actions[0].add.id: there is a task "fonts" already; give the new one another id'
    )


def test_place_that_is_no_task_is_refused() -> None:
    """`before` must name a task, and the nearest one is suggested."""
    with pytest.raises(InvalidInputError) as refusal:
        apply(agreed(), [Add.model_validate({"add": BLOG, "before": "font"})])
    assert str(refusal.value) == (
        'actions[0].before: there is no task "font"; '
        "did you mean fonts? (known: fonts, frontend, screens, texts-en)"
    )


def test_added_task_is_touched_as_a_whole() -> None:
    """No other order can add the same one, or change it."""
    action = Add.model_validate({"add": BLOG})
    assert list(action.touches(agreed())) == [("task", "blog", "*")]
    assert action.target(agreed()) is None
