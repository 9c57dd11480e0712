"""Whenever a writer is killed, what was acknowledged is there and the journal goes on."""

import os
import signal
import time
from pathlib import Path

import pytest

from quotekit.errors import InvalidInputError
from quotekit.files import load_journal, repair_journal
from quotekit.record import Journal, verify
from tests.crash.nursery import Nursery, noted
from tests.files.test_journal_file import kept
from tests.files.test_journal_file import noted as appended
from tests.record.played import message

KILLS = 400 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 16
PER_JOURNAL = 8
"""After so many kills a journal has become long enough, and a new one is begun."""


def repaired(path: Path) -> tuple[Journal, bool]:
    """Return what a killed writer has left, repaired where need be, and whether it had to be."""
    if not path.exists():
        return Journal(), False
    try:
        return load_journal(path), False
    except InvalidInputError:
        # Nothing else than a torn line is ever repaired.
        found = repair_journal(path)
    assert found.aside is not None
    assert found.journal == load_journal(path)
    return found.journal, True


@pytest.mark.parametrize("kill", range(0, KILLS, PER_JOURNAL))
def test_acknowledged_entries_survive_kills(tmp_path: Path, processes: Nursery, kill: int) -> None:
    """No entry that was acknowledged is lost, at most one more is there, and appends go on."""
    path = tmp_path / "journal.jsonl"
    known: list[str] = []
    for number in range(kill, kill + PER_JOURNAL):
        child, notes = processes.start("append", path, 1000)
        time.sleep(0.002 + number * 7 % 41 / 1000)
        os.kill(child, signal.SIGKILL)
        assert processes.wait(child) == signal.SIGKILL
        journal, _ = repaired(path)
        verify(journal)
        known += [note["hash"] for note in noted(notes)]
        found = [entry.hash for entry in journal.entries]
        assert found[: len(known)] == known
        assert len(found) <= len(known) + 1
        known = found
        known.append(appended(path, message(f"after kill {number}")).entry.hash)


@pytest.mark.parametrize("length", [0, 1, 50, 200, 281, 100_000])
def test_writer_that_dies_while_it_writes(tmp_path: Path, processes: Nursery, length: int) -> None:
    """Whatever part of an entry was written, those before it are whole and the next one follows."""
    path = kept(tmp_path / "journal.jsonl")
    before = path.read_bytes()
    assert processes.notes("die", path, length) == []
    after = path.read_bytes()
    assert after.startswith(before)
    journal, was_torn = repaired(path)
    assert was_torn == (len(before) < len(after) and not after.endswith(b"}\n"))
    assert path.read_bytes() == (before if was_torn else after)
    assert appended(path, message("next")).entry.seq == len(journal.entries) + 1


@pytest.mark.parametrize("length", [0, 1, 200])
def test_writer_that_dies_before_the_first_entry(
    tmp_path: Path, processes: Nursery, length: int
) -> None:
    """A record that was never begun can be begun."""
    path = tmp_path / "journal.jsonl"
    processes.notes("die", path, length)
    assert repaired(path) == (Journal(), length > 0)
    assert appended(path).entry.seq == 1
