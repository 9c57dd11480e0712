"""A step is added once, in time, by somebody, and taken back only while nothing rests on it."""

import unicodedata
from typing import Any

import pytest

from quotekit.errors import InvalidInputError
from quotekit.record import Journal, append, repeated, seal, state
from tests.record.played import (
    ACCEPTED,
    AT,
    ENDED,
    ISSUED,
    PHASES,
    REQUESTED,
    SENT,
    Step,
    added,
    event,
    message,
    played,
    said,
)

PENDING = [*PHASES["accepted"], REQUESTED, ISSUED]
TAKEN: Step = ("change_order_accepted", {"number": "CO-001", "digest": "sha256:revised"})


def test_entry_says_when_it_was_written_and_by_whom() -> None:
    """What happened on one day and was written on another shows both."""
    journal = append(Journal(), message("Late"), at=AT, by="mara")
    (entry,) = journal.entries
    assert (entry.data["on"], entry.at, entry.recorded_by) == ("2026-04-03", AT, "mara")
    assert (entry.seq, entry.prev) == (1, None)
    (_, second) = added(journal, "message", summary="Later").entries
    assert (second.seq, second.prev) == (2, entry.hash)


def test_event_may_be_named_with_its_data() -> None:
    """An event made already and one named with its data are the same step."""
    data = {"on": "2026-04-03", "summary": "Hello"}
    named = append(Journal(), "message", data, at=AT, by="mara")
    assert named == append(Journal(), message("Hello"), at=AT, by="mara")


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("yesterday", "bad_time"),
        ("2026-04-30", "bad_time"),
        ("2026-04-30T18:00:00", "bad_time"),
        ("2026-04-02T23:59:59+02:00", "in_the_future"),
    ],
)
def test_wrong_time_is_refused(at: str, code: str) -> None:
    """An entry is written at a point in time, and what it says did not happen after it."""
    with pytest.raises(InvalidInputError) as refused:
        append(Journal(), message(), at=at, by="mara")
    assert refused.value.faults[0].code == code


def test_day_is_that_of_the_writer() -> None:
    """Shortly after midnight it is the new day where the clock stands."""
    append(Journal(), message(), at="2026-04-03T00:30:00+02:00", by="mara")


@pytest.mark.parametrize("by", ["", " ", "a\0b", "\udcff", "\ufdd0"])
def test_wrong_writer_is_refused(by: str) -> None:
    """Who writes is named in text that can be printed."""
    with pytest.raises(InvalidInputError) as refused:
        append(Journal(), message(), at=AT, by=by)
    assert [fault.path for fault in refused.value.faults] == ["recorded_by"]


@pytest.mark.parametrize(
    ("before", "step"),
    [
        ([], ("message", {"summary": "Hello"})),
        ([], ("payment", {"amount": 100})),
        ([], SENT),
        ([SENT], ACCEPTED),
        (PHASES["accepted"], REQUESTED),
        (PHASES["accepted"], ENDED),
        ([*PHASES["accepted"], REQUESTED], ISSUED),
        (PENDING, TAKEN),
        (PENDING, ("change_order_declined", {"number": "CO-001", "reason": "Too dear"})),
        (PHASES["accepted"], ("progress", {"task": "blog", "percent": 50})),
        (PHASES["accepted"], ("approved", {})),
        ([*PHASES["accepted"], REQUESTED], ("void", {"seq": 3})),
    ],
)
def test_identical_step_is_added_once(before: list[Step], step: Step) -> None:
    """Repeating a step changes nothing, and the entry that says the same is found."""
    once = played(*before, step)
    assert added(once, step[0], **step[1]) is once
    assert repeated(once, event(step[0], **step[1])) == once.entries[-1]


@pytest.mark.parametrize(
    ("before", "step"),
    [
        # Somebody may write the same twice.
        (
            [("message", {"summary": "a"}), ("payment", {"amount": 1})],
            ("message", {"summary": "a"}),
        ),
        # The same words on another day are another message.
        ([("message", {"summary": "a", "on": "2026-04-02"})], ("message", {"summary": "a"})),
        # What was taken back may be done anew.
        ([("payment", {"amount": 1}), ("void", {"seq": 1})], ("payment", {"amount": 1})),
        ([SENT, ("void", {"seq": 1})], SENT),
        (
            [("message", {}), ("void", {"seq": 1}), ("void", {"seq": 2})],
            ("void", {"seq": 1}),
        ),
        # What has changed since is said once more.
        (
            [
                *PHASES["accepted"],
                ("progress", {"task": "blog", "percent": 50}),
                ("progress", {"task": "blog", "percent": 60}),
            ],
            ("progress", {"task": "blog", "percent": 50, "reason": "A slip"}),
        ),
    ],
)
def test_step_that_only_looks_alike_is_added(before: list[Step], step: Step) -> None:
    """A step counts as a repetition of the latest one about the same thing only."""
    journal = played(*before)
    assert len(added(journal, step[0], **step[1]).entries) == len(journal.entries) + 1


@pytest.mark.parametrize(
    ("before", "other", "step"),
    [
        (
            PHASES["accepted"],
            ("progress", {"task": "shop", "percent": 10}),
            ("progress", {"task": "blog", "percent": 50}),
        ),
        ([], ("payment", {"amount": 50, "for": "rest"}), ("payment", {"amount": 1, "for": "part"})),
        (PHASES["accepted"], ("approved", {"task": "blog"}), ("approved", {})),
        (PHASES["accepted"], ("received", {"item": "texts"}), ("received", {"item": "logo"})),
        (
            [*PHASES["accepted"], ("message", {}), ("payment", {"amount": 1})],
            ("void", {"seq": 4}),
            ("void", {"seq": 3}),
        ),
    ],
)
def test_step_about_something_else_does_not_come_between(
    before: list[Step], other: Step, step: Step
) -> None:
    """A repetition is known although another thing was recorded since."""
    journal = played(*before, step, other)
    assert added(journal, step[0], **step[1]) is journal


def test_repetition_is_known_in_either_spelling() -> None:
    """The same text in another Unicode form is the same step."""
    words = "Größer, schöner"
    once = added(Journal(), "payment", amount=1, by=words)
    assert added(once, "payment", amount=1, by=unicodedata.normalize("NFD", words)) is once


@pytest.mark.parametrize(
    ("before", "seq", "fact"),
    [
        ([SENT], 2, "there is no entry 2; the last one is 1"),
        ([], 1, "there is no entry 1; the last one is 0"),
        ([SENT, ACCEPTED], 1, "entry 2 (quote_accepted) rests on entry 1; void entry 2 first"),
        (
            PENDING,
            3,
            "entry 4 (change_order_issued) rests on entry 3; void entry 4 first",
        ),
        ([*PENDING, TAKEN], 4, "entry 5 (change_order_accepted) rests on entry 4"),
        (
            [*PENDING, TAKEN, ENDED],
            2,
            "entry 3 (change_requested) rests on entry 2; void entry 3 first",
        ),
        ([("message", {}), ("void", {"seq": 1})], 1, "entry 1 is voided already"),
        (
            [("message", {}), ("void", {"seq": 1}), ("void", {"seq": 2})],
            2,
            "entry 2 is voided already",
        ),
        # Taking back a void brings back what the steps since do not allow.
        (
            [SENT, ("void", {"seq": 1}), SENT],
            2,
            "entry 3 (quote_sent) rests on entry 2; void entry 3 first",
        ),
    ],
)
def test_void_is_refused(before: list[Step], seq: int, fact: str) -> None:
    """An entry is voided once, and only while no later one in force rests on it."""
    (line,) = said(played(*before), "void", seq=seq, on="2026-04-05")
    assert line.startswith(fact)


@pytest.mark.parametrize(
    ("steps", "seq", "attribute", "found"),
    [
        ([SENT, ACCEPTED, ("payment", {"amount": 1})], 3, "phase", "accepted"),
        ([*PENDING, TAKEN], 5, "agreed", "sha256:agreed"),
        ([*PENDING, TAKEN, ("message", {})], 5, "agreed", "sha256:agreed"),
        ([SENT, ACCEPTED, ENDED], 3, "ended", None),
        ([SENT, ACCEPTED, ("void", {"seq": 2})], 3, "agreed", "sha256:agreed"),
    ],
)
def test_void_takes_back_what_nothing_rests_on(
    steps: list[Step], seq: int, attribute: str, found: Any
) -> None:
    """The state is what it would be without the entry, also after the end."""
    journal = added(played(*steps), "void", seq=seq, on="2026-04-05")
    assert getattr(state(journal), attribute) == found
    # The entry itself stays in the chain.
    assert journal.entries[:-1] == played(*steps).entries


def test_entry_of_an_earlier_version_is_the_same_step() -> None:
    """What an entry leaves out and what the step does not state are the same."""
    journal = played(*PHASES["accepted"])
    old = seal(
        "approved", {"on": "2026-04-03"}, seq=3, at=AT, recorded_by="mara", prev=journal.head
    )
    journal = journal.with_entry(old)
    assert added(journal, "approved") is journal
    assert added(journal, "approved", task="blog") is not journal
