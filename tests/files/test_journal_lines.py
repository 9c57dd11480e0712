"""Lines of a journal: whole, cut off, and the last one read without those before it."""

import os
from pathlib import Path

import pytest

from quotekit.files.journal_lines import Lines, read_last_line, read_lines, split_lines
from tests.files.test_journal_file import kept, noted
from tests.record.played import message


def test_every_cut_splits_into_what_is_whole_and_what_is_torn(tmp_path: Path) -> None:
    """However a journal is cut, its bytes are those of the whole lines and of the torn rest."""
    data = kept(tmp_path / "journal.jsonl").read_bytes()
    ends = [at + 1 for at in range(len(data)) if data[at : at + 1] == b"\n"]
    for length in range(len(data) + 1):
        lines = split_lines(data[:length])
        whole = sum(end - 1 <= length for end in ends)
        assert len(lines.whole) == whole
        assert lines.size + len(lines.torn) == length
        assert lines.ended == (length + 1 not in ends)
        assert bool(lines.torn) == (length not in {0, *ends, *(end - 1 for end in ends)})


def test_nothing_is_no_line() -> None:
    """A file of no bytes has no lines, and none that lacks its end."""
    assert split_lines(b"") == Lines([], ended=True, torn=b"")
    assert split_lines(b"").size == 0


@pytest.mark.parametrize("length", [1, 10, 4000, 4096, 5000, 20_000, 200_000])
def test_last_line_is_the_last_of_all(tmp_path: Path, length: int) -> None:
    """The last line is found however long it is, with as little reading as that takes."""
    path = kept(tmp_path / "journal.jsonl")
    noted(path, message("x" * length))
    for data in (path.read_bytes(), path.read_bytes()[:-1], path.read_bytes() + b"torn"):
        path.write_bytes(data)
        every, last = read_lines(path, "journal"), read_last_line(path, "journal")
        if data.endswith(b"torn"):
            assert (last.whole, last.torn) == ([], b"torn")
        else:
            assert last == Lines(every.whole[-1:], every.ended, b"")


def test_only_the_end_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long journal costs no more reading than a short one."""
    path = tmp_path / "journal.jsonl"
    noted(path)
    path.write_bytes(b"x" * 1_000_000 + b"\n" + path.read_bytes())
    read, count = os.read, 0

    def counted(at: int, length: int) -> bytes:
        nonlocal count
        count += length
        return read(at, length)

    monkeypatch.setattr("os.read", counted)
    assert len(read_last_line(path, "journal").whole) == 1
    assert 0 < count <= 8192
