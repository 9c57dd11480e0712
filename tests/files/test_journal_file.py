"""The journal on the disk: appended to under a lock, read whole, refused in words."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from quotekit.errors import FileAccessError, InvalidInputError, NotAllowedError
from quotekit.files import Appended, append_event, load_journal
from quotekit.record import Event, Journal, verify
from tests.files.test_disk import failing
from tests.record.played import ACCEPTED, AT, SENT, event, message


def noted(path: Path, made: Event | None = None, **options: Any) -> Appended:
    """Append an event, a message unless another one is named."""
    return append_event(path, made or message(), at=AT, by="mara", **options)


def kept(path: Path, count: int = 3) -> Path:
    """Return a journal of so many messages."""
    for number in range(count):
        noted(path, message(f"{number}"))
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the place of a journal that is not there yet."""
    return tmp_path / "journal.jsonl"


def test_journal_is_begun(path: Path) -> None:
    """The first entry makes the file, one line of canonical bytes, and tells git about it."""
    entry, is_new = noted(path)
    assert is_new
    assert path.read_bytes() == entry.line() + b"\n"
    assert load_journal(path).entries == (entry,)
    assert (path.parent / ".gitattributes").read_text("utf-8") == (
        "journal.jsonl -text\nevidence/** -text\nsent/** -text\n"
    )


def test_entries_are_appended(path: Path) -> None:
    """Each entry follows the one before, whether or not the table guards it."""
    events = [event(SENT[0], **SENT[1]), message(), event(ACCEPTED[0], **ACCEPTED[1]), message()]
    made = [noted(path, one).entry for one in events]
    journal = load_journal(os.fspath(path))
    assert journal.entries == tuple(made)
    verify(journal)
    assert path.read_bytes() == b"".join(entry.line() + b"\n" for entry in made)


def test_identical_step_writes_nothing(path: Path) -> None:
    """Repeating a step says which entry stands there already."""
    first = noted(path, event("payment", amount=100)).entry
    noted(path)
    before = path.read_bytes()
    assert noted(path, event("payment", amount=100)) == Appended(first, is_new=False)
    assert not noted(path).is_new
    assert path.read_bytes() == before


def test_refused_step_leaves_every_byte(path: Path) -> None:
    """What the state forbids is not written, and where there was nothing, nothing is made."""
    accepted = event(ACCEPTED[0], **ACCEPTED[1])
    with pytest.raises(NotAllowedError):
        noted(path, accepted)
    assert list(path.parent.iterdir()) == []
    kept(path)
    before = path.read_bytes()
    with pytest.raises(NotAllowedError):
        noted(path, accepted)
    with pytest.raises(InvalidInputError):
        append_event(path, message(), at="now", by="mara")
    assert path.read_bytes() == before


@pytest.mark.parametrize("made", [message("new"), event(SENT[0], **SENT[1])])
def test_step_worked_out_from_an_older_record_is_refused(path: Path, made: Event) -> None:
    """Where an entry came between, a document with the older head is not what goes out."""
    first = load_journal(kept(path, 1))
    noted(path, message("came between"))
    before = path.read_bytes()
    with pytest.raises(NotAllowedError) as refused:
        noted(path, made, after=first)
    assert refused.value.faults[0].code == "grown"
    with pytest.raises(NotAllowedError):
        noted(path, made, after=Journal())
    assert path.read_bytes() == before
    assert noted(path, made, after=load_journal(path)).entry.seq == 3


def test_first_step_may_be_worked_out_from_nothing(path: Path) -> None:
    """An empty record is one that a step can be worked out from, also a file of no bytes."""
    path.touch()
    assert load_journal(path) == Journal()
    assert noted(path, after=Journal()).is_new


def test_last_line_gets_its_end(path: Path) -> None:
    """A whole last entry that lacks its line end is an entry, and the next one mends it."""
    whole = kept(path).read_bytes()
    for made in (message("next"), event("payment", amount=1)):
        path.write_bytes(whole[:-1])
        assert len(load_journal(path).entries) == 3
        entry = noted(path, made).entry
        assert path.read_bytes() == whole + entry.line() + b"\n"


@pytest.mark.parametrize("rest", [b'{"at":"2026', b"\0\0\0\0", b"x", b"{}", b'{"seq":1}'])
@pytest.mark.parametrize("made", [message("next"), event("payment", amount=1)])
def test_torn_line_stops_appends(path: Path, rest: bytes, made: Event) -> None:
    """What is no whole entry at the end is told apart from damage, with its place and remedy."""
    path.write_bytes(kept(path).read_bytes() + rest)
    before = path.read_bytes()
    for work in (lambda: load_journal(path), lambda: noted(path, made)):
        with pytest.raises(InvalidInputError) as refused:
            work()
        (fault,) = refused.value.faults
        assert (fault.code, fault.file, fault.line) == ("torn", str(path), 4)
        assert "quotekit record repair" in fault.remedy
    assert path.read_bytes() == before


def test_rest_behind_a_whole_entry_is_torn(path: Path) -> None:
    """Where only the line end was hit, the entry before it is not given up."""
    path.write_bytes(kept(path).read_bytes()[:-1] + b"\x1a")
    with pytest.raises(InvalidInputError) as refused:
        noted(path, message("next"))
    assert (refused.value.faults[0].code, refused.value.faults[0].line) == ("torn", 3)


@pytest.mark.parametrize("line", [1, 2, 3])
def test_damaged_line_is_told_with_its_place(path: Path, line: int) -> None:
    """A changed entry stops every step that reads it."""
    lines = kept(path).read_bytes().splitlines(keepends=True)
    lines[line - 1] = lines[line - 1].replace(b"mara", b"Mara")
    path.write_bytes(b"".join(lines))
    works: list[Callable[[], object]] = [
        lambda: load_journal(path),
        lambda: noted(path, event("payment", amount=1)),
    ]
    if line == 3:
        works.append(lambda: noted(path, message("next")))
    for work in works:
        with pytest.raises(InvalidInputError) as refused:
            work()
        (fault,) = refused.value.faults
        assert (fault.code, fault.file, fault.line) == ("damaged", str(path), line)


def test_translated_line_ends_are_damage(path: Path) -> None:
    """A journal whose line ends were translated is no journal any more, and says so."""
    path.write_bytes(kept(path).read_bytes().replace(b"\n", b"\r\n"))
    with pytest.raises(InvalidInputError) as refused:
        load_journal(path)
    assert refused.value.faults[0].line == 1
    with pytest.raises(InvalidInputError):
        noted(path, message("next"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing.jsonl", "missing_file"),
        (".", "is_a_folder"),
        ("pipe", "not_a_file"),
        ("a\0b", "missing_file"),
        ("loop", "link_loop"),
    ],
)
def test_what_is_no_journal_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str
) -> None:
    """A name that is no file is told in words."""
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    with pytest.raises(InvalidInputError) as refused:
        load_journal(name)
    assert refused.value.faults[0].code == code
    if name != "missing.jsonl":
        with pytest.raises((InvalidInputError, FileAccessError)):
            noted(Path(name))


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    """A journal is begun in a folder that is there."""
    with pytest.raises(FileAccessError, match="the folder is not there; create it first"):
        noted(tmp_path / "missing" / "journal.jsonl")


def test_lock_that_is_held_is_waited_for(path: Path) -> None:
    """A writer gives up after its time, writes nothing, and writes once the lock is free."""
    before = kept(path).read_bytes()
    with FileLock(f"{path}.lock"):
        with pytest.raises(FileAccessError) as refused:
            noted(path, message("next"), timeout=0.05)
        (fault,) = refused.value.faults
        assert (fault.code, fault.file, fault.remedy) == ("locked", str(path), "try again")
        assert path.read_bytes() == before
        # Whoever reads does not wait.
        assert len(load_journal(path).entries) == 3
    assert noted(path, message("next"), timeout=0.05).is_new


def test_link_leads_to_one_lock(path: Path, tmp_path: Path) -> None:
    """A journal reached by a link is locked where it lies."""
    kept(path)
    link = tmp_path / "link.jsonl"
    link.symlink_to(path)
    with FileLock(f"{path}.lock"), pytest.raises(FileAccessError):
        noted(link, message("next"), timeout=0.05)
    assert noted(link, message("next")).entry.seq == 4
    assert link.is_symlink()


def test_entry_under_way_is_not_taken_for_torn(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks torn while another program writes is looked at again once it has written."""
    whole = kept(path).read_bytes()
    path.write_bytes(whole[:-10])
    acquire = FileLock.acquire

    def write_meanwhile(self: FileLock, *args: Any, **options: Any) -> Any:
        path.write_bytes(whole)
        return acquire(self, *args, **options)

    monkeypatch.setattr("filelock.FileLock.acquire", write_meanwhile)
    assert len(load_journal(path).entries) == 3


def test_torn_journal_that_is_locked_is_not_judged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While somebody writes for long, nobody says that the journal is torn."""
    path.write_bytes(kept(path).read_bytes()[:-10])
    monkeypatch.setattr("quotekit.files.journal_file.PATIENCE", 0.05)
    with FileLock(f"{path}.lock"), pytest.raises(FileAccessError) as refused:
        load_journal(path)
    assert refused.value.faults[0].code == "locked"


def test_unreadable_journal_is_one_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails is no fault of the journal."""
    kept(path)
    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.open", failing(5))
        with pytest.raises(FileAccessError, match="the disk reports an error; try again"):
            load_journal(path)
        with pytest.raises(FileAccessError):
            noted(path, message("next"))
