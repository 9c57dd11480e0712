"""What a cut-off append has left is moved aside, branches are joined, and nothing else changes."""

import errno
from functools import partial
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from filelock import FileLock

from quotekit.errors import FileAccessError, InvalidInputError
from quotekit.files import Repaired, join_journal, load_journal, repair_journal
from quotekit.record import verify
from tests.files.test_disk import failing
from tests.files.test_journal_file import kept, noted
from tests.record.played import SENT, event, message

LATER = "2026-05-02T08:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a journal of three messages."""
    return kept(tmp_path / "journal.jsonl")


def joined(path: Path, other: Path, **options: Any) -> Repaired:
    """Join another branch."""
    return join_journal(path, other, at=LATER, by="jonas", **options)


def test_sound_journal_is_left_alone(path: Path) -> None:
    """Where nothing is torn, nothing is written."""
    before = path.read_bytes()
    names = sorted(path.parent.iterdir())
    assert repair_journal(path) == Repaired(load_journal(path))
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == names


@pytest.mark.parametrize("rest", [b'{"at":"2026', b"\0\0\0", b"\xff\xfe}"])
def test_torn_bytes_are_moved_aside(path: Path, rest: bytes) -> None:
    """The rest is in a file of its own, the journal as before, and appends go on."""
    whole = path.read_bytes()
    for number in (1, 2):
        path.write_bytes(whole + rest)
        found = repair_journal(path)
        assert (found.aside, found.torn) == (f"{path}.torn-{number}", len(rest))
        assert Path(f"{path}.torn-{number}").read_bytes() == rest
        assert path.read_bytes() == whole
        assert found.journal == load_journal(path)
    assert noted(path, message("next")).entry.seq == 4


def test_rest_behind_a_whole_entry_is_moved_alone(path: Path) -> None:
    """An entry whose line end was hit stays, and gets its line end."""
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b"\x1a")
    assert repair_journal(path).torn == 1
    assert path.read_bytes() == whole
    path.write_bytes(whole[:-1])
    assert repair_journal(path).aside is None
    assert path.read_bytes() == whole


def test_journal_that_was_never_whole_is_empty_afterwards(tmp_path: Path) -> None:
    """Where the very first append was cut off, the record begins anew."""
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b'{"at":"20')
    assert repair_journal(path).journal.entries == ()
    assert path.read_bytes() == b""
    assert noted(path).entry.seq == 1


def test_damage_is_not_repaired(path: Path) -> None:
    """Where an entry was changed, not even a torn rest is moved."""
    path.write_bytes(path.read_bytes().replace(b"mara", b"Mara", 1) + b"torn")
    before = path.read_bytes()
    for repair in (repair_journal, partial(joined, other=path)):
        with pytest.raises(InvalidInputError, match="entry 1 has been changed"):
            repair(path)
    assert path.read_bytes() == before
    assert not [one for one in path.parent.iterdir() if "torn" in one.name]


@pytest.mark.parametrize("step", ["os.truncate", "os.fsync", "os.open"])
def test_failed_repair_loses_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Wherever repairing fails, the torn bytes are still in the journal, and it can be repeated."""
    torn = path.read_bytes() + b"torn"
    path.write_bytes(torn)
    with monkeypatch.context() as patched:
        patched.setattr(step, failing(errno.EIO))
        with pytest.raises(FileAccessError):
            repair_journal(path)
    assert path.read_bytes() == torn
    assert repair_journal(path).torn == 4


def test_other_branch_is_joined(path: Path, tmp_path: Path) -> None:
    """What the copy has beside is appended in one piece, and the copy stays as it is."""
    other = Path(copy(path, tmp_path / "journal (conflict).jsonl"))
    noted(path, message("here"))
    for words in ("there", "there too"):
        noted(other, message(words))
    copied = other.read_bytes()
    before = path.read_bytes()
    found = joined(path, other)
    assert found.joined is not None
    assert (found.joined.shared, len(found.joined.added)) == (3, 2)
    assert found.journal == load_journal(path)
    verify(found.journal)
    assert path.read_bytes().startswith(before)
    assert other.read_bytes() == copied
    after = path.read_bytes()
    again = joined(path, other)
    assert again.joined is not None
    assert again.joined.added == ()
    assert path.read_bytes() == after


def test_refusals_are_reported_and_the_rest_is_joined(path: Path, tmp_path: Path) -> None:
    """Both branches have sent a quote: the second one is refused, in words."""
    other = Path(copy(path, tmp_path / "other.jsonl"))
    noted(path, event(SENT[0], **SENT[1]))
    noted(other, event(SENT[0], **{**SENT[1], "digest": "sha256:other"}))
    noted(other, message("there"))
    found = joined(path, other).joined
    assert found is not None
    assert [entry.data["summary"] for entry in found.added] == ["there"]
    ((entry, faults),) = found.refused
    assert (entry.seq, faults[0].message) == (4, "this would be revision 1")


def test_torn_journal_is_repaired_before_it_is_joined(path: Path, tmp_path: Path) -> None:
    """A crash on one machine and a copy from another are mended in one step."""
    other = Path(copy(path, tmp_path / "other.jsonl"))
    noted(other, message("there"))
    path.write_bytes(path.read_bytes() + b"torn")
    found = joined(path, other)
    assert (found.torn, found.aside) == (4, f"{path}.torn-1")
    # Nothing was written here since, so the entries are those of the copy.
    assert path.read_bytes() == other.read_bytes()


def test_join_goes_on_where_it_was_cut_off(path: Path, tmp_path: Path) -> None:
    """A crash while joining leaves whole entries or a torn one, and joining again does the rest."""
    other = Path(copy(path, tmp_path / "other.jsonl"))
    noted(path, message("here"))
    for number in range(3):
        noted(other, message(f"there {number}"))
    before = path.read_bytes()
    joined(path, other)
    after = path.read_bytes()
    for length in range(len(before), len(after), 97):
        path.write_bytes(after[:length])
        joined(path, other)
        words = [entry.data["summary"] for entry in load_journal(path).entries]
        assert words == ["0", "1", "2", "here", "there 0", "there 1", "there 2"]


@pytest.mark.parametrize("other", ["torn", "strange", "missing"])
def test_what_cannot_be_joined_leaves_every_byte(path: Path, tmp_path: Path, other: str) -> None:
    """A torn copy, a journal of another job, and none at all are refused."""
    (tmp_path / "torn").write_bytes(path.read_bytes() + b"torn")
    noted(tmp_path / "strange", message("of another job"))
    before = path.read_bytes()
    codes = {"torn": "torn", "strange": "no_branch", "missing": "missing_file"}
    with pytest.raises(InvalidInputError) as refused:
        joined(path, tmp_path / other)
    assert refused.value.faults[0].code == codes[other]
    assert path.read_bytes() == before


def test_repair_waits_for_the_lock(path: Path) -> None:
    """Nobody repairs or joins while somebody else is writing."""
    whole = path.read_bytes()
    with FileLock(f"{path}.lock"):
        with pytest.raises(FileAccessError) as refused:
            joined(path, path, timeout=0.05)
        assert refused.value.faults[0].code == "locked"
        path.write_bytes(whole + b"torn")
        with pytest.raises(FileAccessError) as refused:
            repair_journal(path, timeout=0.05)
        assert refused.value.faults[0].code == "locked"
    assert path.read_bytes() == whole + b"torn"
