"""Where the disk is full, nothing is written and what is there stays whole."""

from pathlib import Path

import pytest

from quotekit.files import load_journal
from tests.crash.nursery import Nursery
from tests.files.test_journal_file import kept, noted
from tests.record.played import message


@pytest.mark.parametrize("room", [0, 1, 100, 250])
def test_entry_that_has_no_room_is_taken_back(
    tmp_path: Path, processes: Nursery, room: int
) -> None:
    """However much of an entry fits, none of it stays, and there is one line to say why."""
    path = kept(tmp_path / "journal.jsonl")
    before = path.read_bytes()
    ((told),) = processes.notes("limit", path, len(before) + room)
    assert told["error"] == "FileAccessError"
    assert told["said"].startswith(f"{path}: ")
    assert "\n" not in told["said"]
    assert path.read_bytes() == before
    assert len(load_journal(path).entries) == 3
    assert noted(path, message("next")).entry.seq == 4


def test_entry_that_has_room_is_written(tmp_path: Path, processes: Nursery) -> None:
    """The limit alone refuses nothing."""
    path = kept(tmp_path / "journal.jsonl")
    ((told),) = processes.notes("limit", path, path.stat().st_size + 1000)
    assert told["seq"] == 4
    assert len(load_journal(path).entries) == 4
