"""`remove` takes a task out."""

import pytest

from quotekit.changes import Remove, apply
from quotekit.errors import InvalidInputError
from tests.changes.contracts import agreed, names_of


def test_task_is_gone() -> None:
    """The others stay as they were, in their order."""
    assert names_of(apply(agreed(), [Remove(remove="frontend")])) == [
        "screens",
        "texts-en",
        "fonts",
    ]


def test_task_that_is_not_there_is_refused() -> None:
    """The nearest one is suggested."""
    with pytest.raises(InvalidInputError) as refusal:
        apply(agreed(), [Remove(remove="screen")])
    assert str(refusal.value) == (
        'actions[0].remove: there is no task "screen"; '
        "did you mean screens? (known: fonts, frontend, screens, texts-en)"
    )


def test_removed_task_is_touched_as_a_whole() -> None:
    """It is the task that the action is about."""
    action = Remove(remove="fonts")
    assert list(action.touches(agreed())) == [("task", "fonts", "*")]
    assert action.target(agreed()) == "fonts"
