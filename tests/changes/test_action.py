"""What an action touches, and when two that touch the same cannot both stand."""

import pytest

from quotekit.changes import Action, Select
from quotekit.changes.action import SHARED, WHOLE, Touch
from tests.changes.contracts import agreed


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (("task", "a", "quantity"), ("task", "a", "quantity"), True),
        (("task", "a", "quantity"), ("task", "a", "title"), False),
        (("task", "a", "quantity"), ("task", "b", "quantity"), False),
        (("task", "a", "price"), ("rate", "a", "price"), False),
        (("task", "a", WHOLE), ("task", "a", "quantity"), True),
        (("task", "a", WHOLE), ("task", "a", WHOLE), True),
        (("task", "a", WHOLE), ("task", "b", WHOLE), False),
        (("task", "a", SHARED), ("task", "a", SHARED), False),
        (("task", "a", SHARED), ("task", "a", WHOLE), True),
        (("task", "a", SHARED), ("task", "a", "quantity"), False),
        (("task", "a", "+quantity"), ("task", "a", "quantity"), True),
        (("task", "a", "+quantity"), ("task", "a", "+quantity"), False),
        (("task", "a", "+quantity"), ("task", "a", "days"), False),
        (("task", "a", "+quantity"), ("task", "a", WHOLE), True),
    ],
)
def test_touches_conflict(
    one: tuple[str, str, str], other: tuple[str, str, str], *, conflict: bool
) -> None:
    """They do on the same field of the same thing, or where one of them is about all of it."""
    assert Touch(*one).conflicts(Touch(*other)) is conflict
    assert Touch(*other).conflicts(Touch(*one)) is conflict


def test_action_is_written_and_never_changed() -> None:
    """It may say why, and is about no task unless its kind says so."""
    action = Select(select="shop", because="two more screens")
    assert action.target(agreed()) is None
    with pytest.raises(ValueError, match="frozen"):
        action.because = "none"  # type: ignore[misc]


def test_every_kind_of_action_says_what_it_does() -> None:
    """There is nothing that all of them do alike, so that none is an action and no more."""
    with pytest.raises(TypeError, match="abstract methods perform, touches"):
        Action(because="two more screens")  # type: ignore[abstract]
