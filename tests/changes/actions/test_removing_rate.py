"""`remove_rate` takes a rate off the card."""

import pytest

from quotekit.changes import Remove, RemoveRate, apply
from quotekit.errors import InvalidInputError
from tests.changes.contracts import agreed


def test_rate_that_nothing_names_is_gone() -> None:
    """It may go together with the task that was priced with it."""
    actions = [RemoveRate(remove_rate="design"), Remove(remove="screens")]
    assert list(apply(agreed(), actions).rates) == ["development", "translation"]


def test_rate_that_is_not_there_is_refused() -> None:
    """The nearest one is suggested."""
    with pytest.raises(InvalidInputError) as refusal:
        apply(agreed(), [RemoveRate(remove_rate="desing")])
    assert str(refusal.value) == (
        'actions[0].remove_rate: there is no rate "desing"; '
        "did you mean design? (known: design, development, translation)"
    )


def test_removed_rate_is_touched_as_a_whole() -> None:
    """It is no task that the action is about."""
    action = RemoveRate(remove_rate="design")
    assert list(action.touches(agreed())) == [("rate", "design", "*")]
    assert action.target(agreed()) is None
