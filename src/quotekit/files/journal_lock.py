"""The lock of a journal: one writer at a time, whatever program it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quotekit.errors import Fault, FileAccessError
from quotekit.files.disk import os_fault

PATIENCE = 10.0
"""How many seconds to wait for another writer."""

_ASK_AGAIN = 0.01


@contextmanager
def journal_lock(path: Path, file: str, timeout: float) -> Iterator[None]:
    """Hold the lock of a journal, a file beside it; `file` is the journal's name in errors.

    Raises `FileAccessError` where another writer has held it for `timeout` seconds, or where it
    cannot be made.
    """
    # Only who writes a record waits for this to be loaded.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    lock = FileLock(f"{path}.lock", timeout=timeout, poll_interval=_ASK_AGAIN)
    try:
        # The lock would make a folder that is not there.
        path.parent.stat()
        lock.acquire()
    except Timeout:
        fact = "another program is writing to the record"
        raise FileAccessError(Fault("locked", fact, "try again", file=file)) from None
    except (OSError, NotImplementedError) as error:
        # filelock raises the latter where the file system knows no locks.
        refused = error if isinstance(error, OSError) else OSError(0, "the disk knows no locks")
        raise FileAccessError(os_fault("unwritable", refused, file)) from None
    try:
        yield
    finally:
        lock.release()
