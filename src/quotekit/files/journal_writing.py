"""Writing to a journal: in one piece, on the disk before it counts, or not at all."""

import errno
import os
from contextlib import suppress
from importlib import resources
from itertools import count
from pathlib import Path

from quotekit.errors import Fault, FileAccessError
from quotekit.files.disk import os_fault, read_text, write_text
from quotekit.files.patience import patiently
from quotekit.files.syncing import sync_file, sync_folder

_AS_BYTES = getattr(os, "O_BINARY", 0)
"""Windows would translate line ends without it."""
_RIGHTS = 0o666
_ATTRIBUTES = ".gitattributes"


def append_bytes(path: Path, file: str, data: bytes) -> None:
    """Append to a journal in one write and sync it; where that fails, take back what was written.

    The lock must be held. Raises `FileAccessError`; `file` is the journal's name in it.
    """
    try:
        is_new = not path.exists()
        if is_new:
            _keep_line_ends(path.parent)
        descriptor = _opened(path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
    except OSError as error:
        raise FileAccessError(os_fault("unwritable", error, file)) from None
    size = os.fstat(descriptor).st_size
    try:
        _write(descriptor, data)
        sync_file(descriptor)
        if size == 0:
            sync_folder(path.parent)
    except BaseException as error:
        faults = _taken_back(descriptor, size, file)
        if is_new and not faults:
            with suppress(OSError):
                path.unlink()
        if isinstance(error, OSError):
            raise FileAccessError(os_fault("unwritable", error, file), *faults) from None
        raise
    finally:
        os.close(descriptor)


def cut_to(path: Path, file: str, size: int) -> None:
    """Cut a journal to so many bytes and sync it; raises `FileAccessError`."""
    try:
        descriptor = _opened(path, os.O_RDWR)
        try:
            os.truncate(descriptor, size)
            sync_file(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise FileAccessError(os_fault("unwritable", error, file)) from None


def move_aside(path: Path, file: str, data: bytes) -> Path:
    """Write bytes of a journal to a new file beside it, `journal.jsonl.torn-1`, and sync it.

    Raises `FileAccessError`; no file that is there is written to.
    """
    try:
        aside, descriptor = _new_beside(path)
    except OSError as error:
        raise FileAccessError(os_fault("unwritable", error, file)) from None
    try:
        with open(descriptor, "wb") as sink:  # noqa: PTH123 - the descriptor is its own
            sink.write(data)
            sink.flush()
            sync_file(sink.fileno())
        sync_folder(path.parent)
    except BaseException as error:
        with suppress(OSError):
            aside.unlink()
        if isinstance(error, OSError):
            raise FileAccessError(os_fault("unwritable", error, file)) from None
        raise
    return aside


def _new_beside(path: Path) -> tuple[Path, int]:
    for number in count(1):
        aside = path.with_name(f"{path.name}.torn-{number}")
        with suppress(FileExistsError):
            return aside, _opened(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    raise AssertionError


def _write(descriptor: int, data: bytes) -> None:
    if os.write(descriptor, data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _opened(path: Path, flags: int) -> int:
    return patiently(lambda: os.open(path, flags | _AS_BYTES, _RIGHTS))


def _taken_back(descriptor: int, size: int, file: str) -> tuple[Fault, ...]:
    """Cut off what a failed append has left; the fault says that even this failed."""
    try:
        os.truncate(descriptor, size)
    except OSError:
        fact = "what was written of the new entry could not be taken back"
        return (Fault("left_torn", fact, "run quotekit record repair", file=file),)
    # The bytes are gone for every reader now, whether or not the disk knows it yet.
    with suppress(OSError):
        sync_file(descriptor)
    return ()


def _keep_line_ends(folder: Path) -> None:
    """Tell git to leave the line ends of a record alone, beside what it is told already."""
    lines = resources.files("quotekit").joinpath("templates", "gitattributes")
    wanted = lines.read_text(encoding="utf-8").splitlines()
    path = folder / _ATTRIBUTES
    told = read_text(str(path), str(path)) if path.exists() else ""
    missing = [line for line in wanted if line not in told.splitlines()]
    if missing:
        between = "" if not told or told.endswith("\n") else "\n"
        write_text(path, f"{told}{between}{chr(10).join(missing)}\n")
