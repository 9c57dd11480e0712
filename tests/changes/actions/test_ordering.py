"""`order` gives tasks other places."""

import pytest

from quotekit.changes import Order, apply
from quotekit.errors import InvalidInputError
from tests.changes.contracts import agreed, names_of


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ((), ["screens", "frontend", "texts-en", "fonts"]),
        (("fonts", "screens"), ["fonts", "frontend", "texts-en", "screens"]),
        (("texts-en", "frontend"), ["screens", "texts-en", "frontend", "fonts"]),
        (
            ("fonts", "texts-en", "frontend", "screens"),
            ["fonts", "texts-en", "frontend", "screens"],
        ),
    ],
)
def test_named_tasks_change_places_among_themselves(
    order: tuple[str, ...], names: list[str]
) -> None:
    """Those that are not named stay where they are."""
    assert names_of(apply(agreed(), [Order(order=order)])) == names


@pytest.mark.parametrize(
    ("order", "code", "message"),
    [
        (
            ("screens", "blog"),
            "unknown_name",
            'actions[0].order[1]: there is no task "blog"; '
            "known: fonts, frontend, screens, texts-en",
        ),
        (
            ("screens", "fonts", "screens"),
            "duplicate_id",
            'actions[0].order[2]: "screens" stands there twice; name it once',
        ),
    ],
)
def test_order_that_no_tasks_can_take_is_refused(
    order: tuple[str, ...], code: str, message: str
) -> None:
    """Every name is that of a task, and stands there once."""
    with pytest.raises(InvalidInputError) as refusal:
        apply(agreed(), [Order(order=order)])
    assert [fault.code for fault in refusal.value.faults] == [code]
    assert str(refusal.value) == message


def test_order_of_tasks_is_touched() -> None:
    """Two new orders of the same tasks get in each other's way."""
    assert list(Order(order=("screens",)).touches(agreed())) == [("quote", "order", "*")]
