"""A journal that is held is written to as a whole, and read anew only where it has grown."""

from pathlib import Path

import pytest

from quotekit.errors import FileAccessError, InvalidInputError
from quotekit.files import held_journal, load_journal
from quotekit.record import Journal
from tests.files.test_journal_file import kept, noted
from tests.record.played import added, message


def test_several_entries_are_written_at_once(tmp_path: Path) -> None:
    """What a journal has grown by follows what stands there."""
    path = kept(tmp_path / "journal.jsonl", 2)
    with held_journal(path, Journal()) as held:
        grown = added(added(held.journal, "message", summary="a"), "payment", amount=5)
        held.write(grown)
        assert held.journal is grown
    assert load_journal(path) == grown


def test_journal_is_begun(tmp_path: Path) -> None:
    """Where there is none yet, the first entries make one."""
    path = tmp_path / "journal.jsonl"
    with held_journal(path, Journal()) as held:
        held.write(added(held.journal, "message", summary="a"))
    assert len(load_journal(path).entries) == 1


def test_known_journal_is_not_read_anew(tmp_path: Path) -> None:
    """It is what was known, unless something has come since."""
    path = kept(tmp_path / "journal.jsonl", 2)
    known = load_journal(path)
    with held_journal(path, known) as held:
        assert held.journal is known
    noted(path, message("b"))
    with held_journal(path, known) as held:
        assert held.journal == load_journal(path)


def test_line_end_that_is_missing_is_written_first(tmp_path: Path) -> None:
    """A last entry that is whole but for its line end is followed by another line."""
    path = kept(tmp_path / "journal.jsonl", 2)
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))
    with held_journal(path, load_journal(path)) as held:
        held.write(added(held.journal, "message", summary="a"))
        held.write(added(held.journal, "message", summary="b"))
    assert len(load_journal(path).entries) == 4


def test_torn_journal_is_not_written_to(tmp_path: Path) -> None:
    """What an append that was cut off has left is told with its line."""
    path = kept(tmp_path / "journal.jsonl", 2)
    known = load_journal(path)
    path.write_bytes(path.read_bytes() + b"{")
    torn = pytest.raises(InvalidInputError, match="the last line is no whole entry")
    with torn, held_journal(path, known):
        pass


def test_other_writers_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is held nobody else holds it, and who waits too long is told so."""
    path = kept(tmp_path / "journal.jsonl", 2)
    monkeypatch.setattr("quotekit.files.journal_held.PATIENCE", 0.05)
    waiting = pytest.raises(FileAccessError, match="another program is writing")
    with held_journal(path, Journal()), waiting, held_journal(path, Journal()):
        pass
