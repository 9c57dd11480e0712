"""Two branches of one journal become one, and nothing that either had is lost unseen."""

import pytest

from quotekit.errors import InvalidInputError
from quotekit.record import Entry, Joined, Journal, join, read_journal, state, verify
from tests.record.played import (
    ACCEPTED,
    ENDED,
    ISSUED,
    PHASES,
    REQUESTED,
    SENT,
    Step,
    added,
    asked,
    played,
)

LATER = "2026-05-02T08:00:00Z"
COMMON = played(*PHASES["accepted"])
PROGRESS: Step = ("progress", {"task": "blog", "percent": 50})


def branch(*steps: Step, start: Journal = COMMON) -> Journal:
    """Return a branch: the common entries, and these steps."""
    journal = start
    for name, data in steps:
        journal = added(journal, name, **data)
    return journal


def joined(one: Journal, other: Journal) -> Joined:
    """Join two branches, and hold the chain of what comes out."""
    found = join(one, other, at=LATER, by="jonas")
    verify(found.journal)
    assert read_journal(entry.line() for entry in found.journal.entries) == found.journal
    assert found.journal.entries == (*one.entries, *found.added)
    return found


def seqs(entries: tuple[Entry, ...]) -> list[int]:
    """Return the places of entries."""
    return [entry.seq for entry in entries]


def test_entries_of_the_other_branch_are_appended_anew() -> None:
    """What the other branch has follows, with its old hash inside and the time of joining."""
    one = branch(("message", {"summary": "a"}))
    other = branch(("message", {"summary": "b"}), PROGRESS)
    found = joined(one, other)
    assert (found.shared, found.known, found.refused) == (2, (), ())
    assert seqs(found.added) == [4, 5]
    for entry, old in zip(found.added, other.entries[2:], strict=True):
        assert entry.data == {**old.data, "joined_from": old.hash}
        assert (entry.event, entry.at, entry.recorded_by) == (old.event, LATER, "jonas")
    assert state(found.journal).progress == state(other).progress


def test_joining_again_adds_nothing() -> None:
    """What was joined is known, from whichever side."""
    one = branch(("message", {"summary": "a"}))
    other = branch(("message", {"summary": "b"}), PROGRESS)
    once = joined(one, other).journal
    again = joined(once, other)
    assert (again.added, seqs(again.known)) == ((), [3, 4])
    # The other way round only what was the first one's own is new.
    back = joined(other, once)
    assert [entry.data["summary"] for entry in back.added] == ["a"]
    assert joined(back.journal, once).added == ()
    assert joined(once, back.journal).added == ()


def test_third_branch_does_not_bring_entries_twice() -> None:
    """An entry that was joined elsewhere first is known by the hash it first bore."""
    first = branch(("message", {"summary": "a"}))
    second = branch(("message", {"summary": "b"}))
    third = branch(("message", {"summary": "c"}))
    both = joined(second, first).journal
    everything = joined(third, both).journal
    assert joined(everything, first).added == ()
    assert [e.data.get("summary") for e in everything.entries[2:]] == ["c", "b", "a"]


def test_branch_that_only_goes_on_is_taken_as_it_is() -> None:
    """A journal that lacks the last entries of its copy gets those very entries."""
    other = branch(("message", {"summary": "b"}), PROGRESS)
    found = joined(COMMON, other)
    assert found.journal == other
    assert found.added == other.entries[2:]
    nothing = joined(other, COMMON)
    assert (nothing.added, nothing.known, nothing.refused) == ((), (), ())


def test_step_that_the_state_forbids_is_refused_and_the_rest_go_on() -> None:
    """Each entry is refused by itself, in plain words."""
    one = branch(REQUESTED, ISSUED)
    dearer = (ISSUED[0], {**ISSUED[1], "digest": "sha256:dearer"})
    other = branch(REQUESTED, dearer, ("message", {"summary": "b"}), ENDED)
    found = joined(one, other)
    assert [entry.event for entry in found.added] == ["message", "ended"]
    ((entry, faults),) = found.refused
    assert (entry, faults[0].message) == (other.entries[3], "the number CO-001 is used already")
    # The request is the same in both, so it is the last entry that they share.
    assert found.shared == 3


def test_same_step_in_both_branches_is_one_step() -> None:
    """A payment that both have recorded came once; a message in the same words may be another."""
    paid: Step = ("payment", {"amount": 100, "for": "deposit"})
    same: Step = ("message", {"summary": "Hello"})
    one = branch(("message", {"summary": "a"}), paid, same)
    other = branch(("message", {"summary": "b"}), paid, same)
    found = joined(one, other)
    assert seqs(found.known) == [4]
    assert [entry.data["summary"] for entry in found.added] == ["b", "Hello"]


def test_void_finds_its_entry() -> None:
    """A void means the entry it meant in its own branch, wherever that stands now."""
    one = branch(("message", {"summary": "a"}), ("message", {"summary": "c"}))
    other = branch(PROGRESS, ("message", {"summary": "b"}), ("void", {"seq": 3}))
    found = joined(one, other)
    assert [entry.event for entry in found.added] == ["progress", "message", "void"]
    assert found.added[-1].data["seq"] == 5
    assert state(found.journal).progress == {}
    # An entry that both share has kept its place.
    shared = branch(PROGRESS)
    one, other = branch(("message", {}), start=shared), branch(("void", {"seq": 3}), start=shared)
    assert joined(one, other).added[0].data["seq"] == 3


def test_void_of_what_was_refused_is_refused() -> None:
    """A void whose entry did not come along would take back something else."""
    one = branch(ENDED)
    other = branch(PROGRESS, ("message", {"summary": "b"}), ("void", {"seq": 3}))
    found = joined(one, other)
    assert [entry.event for entry in found.added] == ["message"]
    assert [(entry.seq, faults[0].code) for entry, faults in found.refused] == [
        (3, "not_allowed"),
        (5, "not_joined"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (COMMON, played(("message", {"summary": "of another job"}))),
        (COMMON, Journal()),
        (Journal(), COMMON),
        (played(SENT, ACCEPTED), played(("message", {}), SENT)),
    ],
)
def test_journal_of_another_job_is_refused(one: Journal, other: Journal) -> None:
    """Two journals that do not begin with the same entry are no branches of one."""
    with pytest.raises(InvalidInputError) as refused:
        join(one, other, at=LATER, by="jonas")
    assert refused.value.faults[0].code == "no_branch"


def test_request_goes_against_the_entry_as_it_stands_here() -> None:
    """What a request contradicts has another place here, or is not here at all."""
    against = ("change_requested", {"request": {**asked("blog"), "contradicts": 3}})
    one = branch(("message", {"summary": "a"}))
    found = joined(one, branch(PROGRESS, against))
    assert found.added[-1].data["request"]["contradicts"] == 4
    refused = joined(branch(ENDED), branch(PROGRESS, against))
    assert [fault.code for _, faults in refused.refused for fault in faults] == [
        "not_allowed", "not_joined",
    ]  # fmt: skip
