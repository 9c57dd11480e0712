"""Syncing: what was written lies on the disk itself before anybody is told so."""

import errno
import os
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType

_UNKNOWN_TO_A_FOLDER = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOTTY})


def _control() -> ModuleType | None:
    """Return the module that controls open files, which Windows lacks."""
    with suppress(ImportError):
        return import_module("fcntl")
    return None


_FCNTL = _control()


def sync_file(descriptor: int) -> None:
    """Wait until what was written to an open file lies on the disk; raises `OSError`."""
    # On macOS fsync hands the bytes to the drive, which may keep them in its memory.
    whole = getattr(_FCNTL, "F_FULLFSYNC", None)
    if _FCNTL is not None and whole is not None:
        # A network drive may not know this way; then the plain one has to do.
        with suppress(OSError):
            _FCNTL.fcntl(descriptor, whole)
            return
    os.fsync(descriptor)


def sync_folder(folder: str | os.PathLike[str]) -> None:
    """Wait until the names in a folder lie on the disk; raises `OSError`.

    Windows keeps names by itself and opens no folder for this.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync_file(descriptor)
    except OSError as error:
        if error.errno not in _UNKNOWN_TO_A_FOLDER:
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder, where it is not there, and sync its name; raises `OSError`."""
    with suppress(FileExistsError):
        folder.mkdir()
        sync_folder(folder.parent)
