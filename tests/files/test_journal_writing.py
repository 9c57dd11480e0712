"""An entry is written in one piece and lies on the disk, or nothing of it stays."""

import errno
import os
from pathlib import Path

import pytest

from quotekit.errors import FileAccessError
from quotekit.files import load_journal
from tests.files.test_disk import failing
from tests.files.test_journal_file import kept, noted
from tests.record.played import event, message


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the place of a journal that is not there yet."""
    return tmp_path / "journal.jsonl"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "the disk is full; make room and try again"),
        (errno.EIO, "the disk reports an error; try again"),
        (errno.EDQUOT, "the disk quota is used up; make room and try again"),
    ],
)
@pytest.mark.parametrize("step", ["os.write", "os.fsync", "os.open"])
def test_failed_append_leaves_every_byte(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, said: str
) -> None:
    """Wherever it fails, the journal is as it was and takes the entry later."""
    before = kept(path).read_bytes()
    for made in (message("next"), event("payment", amount=1)):
        with monkeypatch.context() as patched:
            patched.setattr(step, failing(code))
            with pytest.raises(FileAccessError) as refused:
                noted(path, made)
        assert str(refused.value) == f"{path}: {said}"
        assert path.read_bytes() == before
    assert noted(path).entry.seq == 4


def test_part_of_a_write_is_taken_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes some of the bytes only is full, and gives them back."""
    before = kept(path).read_bytes()
    write = os.write
    with monkeypatch.context() as patched:
        patched.setattr("os.write", lambda at, data: write(at, data[:-1]))
        with pytest.raises(FileAccessError, match="the disk is full"):
            noted(path, message("next"))
    assert path.read_bytes() == before


def test_interruption_is_taken_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever presses Ctrl+C while an entry is synced has written nothing."""
    before = kept(path).read_bytes()

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            noted(path, message("next"))
    assert path.read_bytes() == before


def test_failed_first_append_leaves_no_journal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal that was never begun is not there."""
    with monkeypatch.context() as patched:
        patched.setattr("quotekit.files.journal_writing.sync_file", failing(errno.EIO))
        with pytest.raises(FileAccessError):
            noted(path)
    assert not path.exists()


def test_bytes_that_cannot_be_taken_back_are_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where even taking back fails, the remedy is named, and works."""
    before = kept(path).read_bytes()
    write = os.write
    with monkeypatch.context() as patched:
        patched.setattr("os.write", lambda at, data: write(at, data[:-20]))
        patched.setattr("os.truncate", failing(errno.EIO))
        with pytest.raises(FileAccessError) as refused:
            noted(path, message("next"))
    assert [fault.code for fault in refused.value.faults] == ["unwritable", "left_torn"]
    assert "quotekit record repair" in refused.value.faults[1].remedy
    assert path.read_bytes().startswith(before)


def test_one_write_then_sync(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry goes out in one write, and is synced before anybody is told; so is a new name."""
    calls: list[str] = []
    write, sync = os.write, os.fsync

    def spy_write(at: int, data: bytes) -> int:
        if data.startswith(b'{"at"'):
            calls.append(f"write {data.count(b'}' + bytes([10]))}")
        return write(at, data)

    def spy_sync(at: int) -> None:
        calls.append("folder" if Path(f"/proc/self/fd/{at}").is_dir() else "file")
        sync(at)

    (path.parent / ".gitattributes").write_text("* text\n", encoding="utf-8")
    kept(path, 0)
    monkeypatch.setattr("os.write", spy_write)
    monkeypatch.setattr("os.fsync", spy_sync)
    noted(path, message("first"))
    assert calls[-3:] == ["write 1", "file", "folder"]
    calls.clear()
    noted(path, message("second"))
    assert calls == ["write 1", "file"]


def test_attributes_are_added_to_those_that_are_there(path: Path) -> None:
    """What git was told already stays, and is not told twice."""
    attributes = path.parent / ".gitattributes"
    attributes.write_text("*.png binary\nsent/** -text", encoding="utf-8")
    noted(path)
    told = attributes.read_text("utf-8")
    assert told == "*.png binary\nsent/** -text\njournal.jsonl -text\nevidence/** -text\n"
    path.unlink()
    noted(path)
    assert attributes.read_text("utf-8") == told
    assert len(load_journal(path).entries) == 1
