"""Reading refuses in words, and writing leaves what was there whole."""

import errno
import os
from pathlib import Path
from typing import Any, NoReturn

import pytest

from quotekit.errors import FileAccessError, InvalidInputError
from quotekit.files import load_quote, write_text


def failing(code: int) -> Any:
    """Return a function that fails as the system does."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def test_file_is_written_whole(tmp_path: Path) -> None:
    """Text is UTF-8, line ends are kept as they are, and nothing else is left in the folder."""
    path = tmp_path / "quote.txt"
    write_text(path, "Gesamt 12,00 €\nzwei\r\n")
    assert path.read_bytes() == "Gesamt 12,00 €\nzwei\r\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_mode_is_kept(tmp_path: Path) -> None:
    """A file that others may not read stays so; a new one is as the system makes them."""
    path = tmp_path / "quote.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_text(path, "new")
    assert (path.read_text(encoding="utf-8"), path.stat().st_mode & 0o777) == ("new", 0o640)
    mask = os.umask(0o027)
    try:
        write_text(tmp_path / "other.txt", "new")
    finally:
        os.umask(mask)
    assert (tmp_path / "other.txt").stat().st_mode & 0o777 == 0o640


def test_link_is_followed_to_its_target(tmp_path: Path) -> None:
    """The link stays a link, and its target is written."""
    (tmp_path / "folder").mkdir()
    target = tmp_path / "folder" / "quote.txt"
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    for text in ("first", "second"):
        write_text(link, text)
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8") == text
    assert list((tmp_path / "folder").iterdir()) == [target]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "the disk is full; make room and try again"),
        (errno.EROFS, "the disk is read-only; name a file elsewhere"),
        (errno.EACCES, "permission is denied; change its permissions, or name another file"),
        (errno.EBUSY, f"{os.strerror(errno.EBUSY).lower()}; try again"),
    ],
)
@pytest.mark.parametrize("step", ["os.fsync", "os.open", "pathlib.Path.replace"])
def test_failed_writing_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, said: str
) -> None:
    """Wherever writing fails, the old file is whole and no other is left beside it."""
    path = tmp_path / "quote.txt"
    path.write_text("old", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(step, failing(code))
        with pytest.raises(FileAccessError) as refused:
            write_text(path, "new")
    assert str(refused.value) == f"{path}: {said}"
    assert refused.value.faults[0].code == "unwritable"
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing/quote.txt", "the folder is not there; create it first"),
        (".", "this is a folder; name a file"),
        ("x" * 300, "the name is too long; choose a shorter one"),
        ("a\0b", "no file can be called this; choose another name"),
    ],
)
def test_wrong_name_is_refused(tmp_path: Path, name: str, said: str) -> None:
    """What cannot be a file is named, with what to do."""
    path = f"{tmp_path}/{name}"
    with pytest.raises(FileAccessError) as refused:
        write_text(path, "new")
    assert str(refused.value) == f"{path}: {said}"


def test_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    """A device or pipe is not replaced by a file."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(path, "text")
        assert os.read(reader, 10) == b"text"
    finally:
        os.close(reader)
    assert path.is_fifo()


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("missing.yaml", "missing_file", "there is no such file; check the name"),
        ("file/quote.yaml", "missing_file", "there is no such file; check the name"),
        ("a\0b", "missing_file", "there is no such file; check the name"),
        ("x" * 5000, "missing_file", "there is no such file; check the name"),
        (".", "is_a_folder", "this is a folder; check the name"),
        ("pipe", "not_a_file", "this is a device or pipe; check the name"),
        ("loop", "link_loop", "the link leads in a circle; check the name"),
    ],
)
def test_wrong_call_is_told_apart_from_a_failing_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str, said: str
) -> None:
    """A name that is no file is invalid input, not a file that could not be read."""
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    Path("file").touch()
    with pytest.raises(InvalidInputError) as refused:
        load_quote(name)
    assert refused.value.faults[0].code == code
    assert str(refused.value) == f"{name}: {said}"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.EACCES, "permission is denied; change its permissions, or name another file"),
        (errno.EIO, "the disk reports an error; try again"),
    ],
)
def test_unreadable_file_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    """A file that is there and cannot be read is no fault of the input."""
    path = tmp_path / "quote.yaml"
    path.touch()
    monkeypatch.setattr("pathlib.Path.open", failing(code))
    with pytest.raises(FileAccessError) as refused:
        load_quote(path)
    assert str(refused.value) == f"{path}: {said}"


def test_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of one text and half of another is no document."""
    path = tmp_path / "quote.yaml"
    path.write_text("quotekit: quote/1\n", encoding="utf-8")
    ask = os.fstat

    def write_and_ask(descriptor: int) -> os.stat_result:
        found = ask(descriptor)
        with path.open("a", encoding="utf-8") as other:
            other.write("number: Q-1\n")
        return found

    monkeypatch.setattr("os.fstat", write_and_ask)
    with pytest.raises(FileAccessError) as refused:
        load_quote(path)
    assert str(refused.value) == f"{path}: the file changed while it was read; try again"
