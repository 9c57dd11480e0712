"""The disk: reading a text whole, and writing one so that what was there stays whole."""

import errno
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

from quotekit.errors import Fault, FileAccessError, InvalidInputError
from quotekit.files.raw_text import LARGEST, place_at, too_large

_REASONS = {
    errno.EACCES: ("permission is denied", "change its permissions, or name another file"),
    errno.EPERM: ("permission is denied", "change its permissions, or name another file"),
    errno.ENOSPC: ("the disk is full", "make room and try again"),
    errno.EDQUOT: ("the disk quota is used up", "make room and try again"),
    errno.EROFS: ("the disk is read-only", "name a file elsewhere"),
    errno.EIO: ("the disk reports an error", "try again"),
    errno.EISDIR: ("this is a folder", "name a file"),
    errno.ENOENT: ("the folder is not there", "create it first"),
    errno.ENOTDIR: ("the folder is not there", "create it first"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter one"),
    errno.ELOOP: ("the link leads in a circle", "mend the link"),
}
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_RIGHTS = 0o666

Read = TypeVar("Read")


def read_text(path: str, file: str) -> str:
    """Read a file of UTF-8 text whole; `file` is its name in errors.

    Raises `InvalidInputError` where there is no such file, or it holds no UTF-8 or more than
    16 MiB, and `FileAccessError` where it cannot be read or changes meanwhile.
    """
    return _decoded(told_reading(lambda: _read(path, file), file), file)


def told_reading(read: Callable[[], Read], file: str) -> Read:
    """Return what is read, with what the system refuses in words; `file` is its name in them.

    Raises `InvalidInputError` where there is no such file, and `FileAccessError` where it cannot
    be read.
    """
    try:
        return read()
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}:
            raise _wrong_file("missing_file", "there is no such file", file) from None
        if error.errno == errno.ELOOP:
            raise _wrong_file("link_loop", "the link leads in a circle", file) from None
        raise FileAccessError(os_fault("unreadable", error, file)) from None
    except ValueError:
        # A path with a NUL or half a character in it names no file.
        raise _wrong_file("missing_file", "there is no such file", file) from None


def open_regular(path: str | os.PathLike[str], file: str) -> BinaryIO:
    """Open a file to read its bytes; raises `InvalidInputError` for a folder, device or pipe."""
    kind = Path(path).stat().st_mode
    if stat.S_ISDIR(kind):
        raise _wrong_file("is_a_folder", "this is a folder", file)
    if not stat.S_ISREG(kind):
        raise _wrong_file("not_a_file", "this is a device or pipe", file)
    return Path(path).open("rb")


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write a file so that it is there whole or, where writing fails, as it was before.

    A link is followed to its target, the mode of an existing file is kept, and line ends are
    written as they stand in the text. Raises `FileAccessError`.
    """
    file = os.fspath(path)
    try:
        target = Path(os.path.realpath(file))
        kept = target.stat() if target.exists() else None
        if kept is not None and not stat.S_ISREG(kept.st_mode):
            # A device or pipe cannot be replaced; a folder refuses to be opened.
            target.write_bytes(text.encode())
        else:
            _replace(target, text.encode(), None if kept is None else stat.S_IMODE(kept.st_mode))
    except OSError as error:
        raise FileAccessError(os_fault("unwritable", error, file)) from None
    except ValueError:
        fault = Fault("unwritable", "no file can be called this", "choose another name", file=file)
        raise FileAccessError(fault) from None


def _read(path: str, file: str) -> bytes:
    with open_regular(path, file) as source:
        before = os.fstat(source.fileno())
        data = source.read(LARGEST + 1)
        after = os.fstat(source.fileno())
    if len(data) > LARGEST:
        raise InvalidInputError(too_large(file))
    if len(data) != after.st_size or _state(before) != _state(after):
        raise FileAccessError(
            Fault("changed", "the file changed while it was read", "try again", file=file)
        )
    return data


def _state(known: os.stat_result) -> tuple[int, int]:
    return known.st_size, known.st_mtime_ns


def _decoded(data: bytes, file: str) -> str:
    remedy = "save the file as UTF-8"
    if data[:2] in _WIDE or b"\0" in data[:4]:
        raise InvalidInputError(
            Fault("not_utf8", "the file is UTF-16 or UTF-32", remedy, file=file)
        )
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line, column = place_at(data[: error.start].decode(), error.start)
        raise InvalidInputError(
            Fault(
                "not_utf8", f"the byte {data[error.start]:#04x} is not UTF-8", remedy,
                file=file, line=line, column=column,
            )
        ) from None  # fmt: skip


def _wrong_file(code: str, fact: str, file: str) -> InvalidInputError:
    return InvalidInputError(Fault(code, fact, "check the name", file=file))


def os_fault(code: str, error: OSError, file: str) -> Fault:
    """Say in words why the system refuses a file."""
    unknown = ((error.strerror or "the system refuses").lower(), "try again")
    return Fault(code, *_REASONS.get(error.errno or 0, unknown), file=file)


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    made = target.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        with open(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _RIGHTS), "wb") as sink:  # noqa: PTH123 - the descriptor is its own
            if mode is not None:
                os.fchmod(sink.fileno(), mode)
            sink.write(data)
            sink.flush()
            os.fsync(sink.fileno())
        made.replace(target)
    except BaseException:
        with suppress(OSError):
            made.unlink()
        raise
