"""Entries follow one another, and a journal that was cut or mixed up is told so."""

import pytest

from quotekit.errors import InvalidInputError, NotAllowedError
from quotekit.record import Journal, read_journal, seal, verify
from tests.record.played import ACCEPTED, AT, SENT, added, played

JOURNAL = played(SENT, ACCEPTED, *(("message", {"summary": f"{n}"}) for n in range(5)))
LINES = [entry.line() for entry in JOURNAL.entries]
MARK = f"7:{JOURNAL.entries[6].hash[7:]}"


def test_journal_comes_back_from_its_lines() -> None:
    """Reading the lines of a journal gives the journal."""
    assert read_journal(LINES) == JOURNAL
    assert JOURNAL.head == JOURNAL.entries[-1].hash
    assert JOURNAL.mark == f"7 · {JOURNAL.entries[-1].hash[7:23]}"
    assert (Journal().head, Journal().mark) == (None, None)


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        ([*LINES[:2], *LINES[3:]], 3, "entry 3 should stand here, and it is entry 4"),
        ([*LINES[:2], LINES[1], *LINES[2:]], 3, "entry 3 should stand here, and it is entry 2"),
        ([LINES[0], LINES[2], LINES[1]], 2, "entry 2 should stand here, and it is entry 3"),
        (LINES[1:], 1, "entry 1 should stand here, and it is entry 2"),
        ([*LINES, b""], 8, "this is no entry of a journal"),
    ],
)
def test_broken_chain_is_told_with_its_line(lines: list[bytes], line: int, said: str) -> None:
    """An entry that is missing, there twice or out of order is found where it stands."""
    with pytest.raises(InvalidInputError) as refused:
        read_journal(lines, file="journal.jsonl")
    fault = refused.value.faults[0]
    assert (fault.file, fault.line, fault.message) == ("journal.jsonl", line, said)
    assert str(fault).startswith(f"journal.jsonl:{line}: ")


def test_entry_of_another_journal_breaks_the_chain() -> None:
    """A sound entry with the right number does not follow a different one."""
    other = played(SENT, ACCEPTED, ("message", {"summary": "another"}))
    strange = added(other, "message", summary="next")
    with pytest.raises(InvalidInputError, match="entry 4 does not follow the one before it"):
        read_journal([*LINES[:3], strange.entries[3].line()])
    with pytest.raises(InvalidInputError, match="entry 4 does not follow the one before it"):
        verify(Journal((*JOURNAL.entries[:3], strange.entries[3])))


def test_changed_entry_is_found_by_verify() -> None:
    """A journal in memory is held against its own hashes."""
    verify(JOURNAL)
    entry = JOURNAL.entries[2]
    entries = [*JOURNAL.entries]
    entries[2] = entry._replace(data={**entry.data, "summary": "other"})
    with pytest.raises(InvalidInputError, match="entry 3 has been changed"):
        verify(Journal(tuple(entries)))


@pytest.mark.parametrize(
    "expect",
    [
        MARK,
        MARK[:18],
        MARK[:18].upper(),
        f"{MARK[0]} · {MARK[2:18]}",
        f"1:{JOURNAL.entries[0].hash}",
    ],
)
def test_mark_that_holds(expect: str) -> None:
    """A mark is the number of an entry and 16 or more digits of its hash, as it is printed."""
    verify(JOURNAL, expect)


@pytest.mark.parametrize(
    "expect",
    [
        "",
        "7",
        MARK[:17],
        f"{MARK[:17]}x",
        "x:3f9a2c41b07d5e66",
        "-1:3f9a2c41b07d5e66",
        f"{'9' * 5000}:3f9a2c41b07d5e66",
    ],
)
def test_what_is_no_mark_is_refused(expect: str) -> None:
    """What cannot be a mark is bad input, not a journal that fails."""
    with pytest.raises(InvalidInputError) as refused:
        verify(JOURNAL, expect)
    assert refused.value.faults[0].code == "bad_mark"


@pytest.mark.parametrize("length", range(7))
def test_cut_is_found_by_a_mark(length: int) -> None:
    """A journal that lost whole entries is sound in itself, and does not hold the mark."""
    cut = read_journal(LINES[:length])
    verify(cut)
    with pytest.raises(NotAllowedError) as refused:
        verify(cut, MARK)
    assert refused.value.faults[0].code == "cut"


def test_rewritten_journal_does_not_hold_the_mark() -> None:
    """Whoever writes the chain anew gets other hashes."""
    forged = played(SENT, ACCEPTED, *(("message", {"summary": f"{n}!"}) for n in range(5)))
    verify(forged)
    with pytest.raises(NotAllowedError) as refused:
        verify(forged, MARK)
    assert refused.value.faults[0].code == "other_entry"


def test_voided_entries_do_not_count() -> None:
    """What was voided is out of force, and what voids it says nothing by itself."""
    journal = added(JOURNAL, "void", seq=3)
    assert [entry.seq for entry in journal.in_force] == [1, 2, 4, 5, 6, 7]
    assert journal.voided == {3}
    again = added(journal, "void", seq=8)
    assert [entry.seq for entry in again.in_force] == [1, 2, 3, 4, 5, 6, 7]
    assert again.voided == {8}


def test_entry_that_says_nothing_of_its_event_is_refused() -> None:
    """A sealed entry whose data is no such event is not taken for one."""
    line = seal("void", {"on": "2026-04-03"}, seq=1, at=AT, recorded_by="m", prev=None).line()
    with pytest.raises(InvalidInputError) as refused:
        read_journal([line], file="journal.jsonl")
    fault = refused.value.faults[0]
    assert (fault.file, fault.line, fault.path) == ("journal.jsonl", 1, "data.seq")


def test_event_of_a_later_version_is_kept() -> None:
    """An entry of an event that is not known here holds its place in the chain."""
    line = seal("signed", {"on": "2026-04-03"}, seq=1, at=AT, recorded_by="m", prev=None).line()
    journal = read_journal([line])
    assert [entry.event for entry in journal.entries] == ["signed"]
    assert journal.in_force == ()
