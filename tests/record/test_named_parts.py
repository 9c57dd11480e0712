"""A step names nothing that the record does not know."""

from typing import Any

import pytest

from quotekit.errors import InvalidInputError, UnknownNameError
from tests.record.played import ISSUED, PHASES, REQUESTED, Step, added, asked, played

PENDING = [*PHASES["accepted"], REQUESTED, ISSUED]
BEGUN: Step = ("proceed_instructed", {"number": "CO-001"})


@pytest.mark.parametrize(
    ("steps", "name", "data", "words"),
    [
        (PHASES["accepted"], "progress", {"task": "map", "percent": 5}, 'no task "map"'),
        (PENDING, "progress", {"task": "CO-001", "percent": 5}, 'no task "CO-001"'),
        (PHASES["accepted"], "approved", {"task": "sohp"}, "did you mean shop?"),
        (PHASES["accepted"], "received", {"item": "photos"}, 'no item of scope "photos"'),
        (
            PHASES["accepted"], "change_requested", {"request": {**asked("map"), "contradicts": 3}},
            "there is no entry 3; name one from 1 to 2, as in quotekit log",
        ),
    ],
)  # fmt: skip
def test_unknown_name_is_refused(
    steps: list[Step], name: str, data: dict[str, Any], words: str
) -> None:
    """A task, an item of scope and an entry are told with those that are known."""
    with pytest.raises(UnknownNameError) as refused:
        added(played(*steps), name, **data)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("steps", "name", "data"),
    [
        (PHASES["accepted"], "progress", {"task": "shop", "percent": 5}),
        (PENDING, "progress", {"task": "map", "percent": 5}),
        ([*PENDING, BEGUN], "progress", {"task": "CO-001", "percent": 5}),
        (PHASES["accepted"], "approved", {}),
        (PHASES["accepted"], "received", {"item": "logo"}),
        (PHASES["accepted"], "change_requested", {"request": {**asked("map"), "contradicts": 2}}),
    ],
)
def test_known_name_is_taken(steps: list[Step], name: str, data: dict[str, Any]) -> None:
    """What the quote or an order has is known, and so is an order that is begun at once."""
    journal = played(*steps)
    assert len(added(journal, name, **data).entries) == len(journal.entries) + 1


def test_term_that_is_none_is_refused() -> None:
    """A term of the agreement is known without any quote, and so is what it can hold."""
    with pytest.raises(InvalidInputError, match=r"did you mean changes\.minimum"):
        added(played(), "exception_granted", term="changes.minimun")
    with pytest.raises(InvalidInputError, match="value: "):
        added(played(), "exception_granted", term="changes.minimum", value="lots")
    assert added(played(), "exception_granted", term="changes.minimum").entries
