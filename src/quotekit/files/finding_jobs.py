"""The folders of jobs, wherever below a folder they are kept."""

import os
from collections.abc import Iterator
from pathlib import Path

from quotekit.errors import Fault, FileAccessError

_NO_JOBS_IN = frozenset({"changes", "evidence", "sent"})


def job_folders(top: str | os.PathLike[str], document: str) -> Iterator[Path]:
    """Yield every folder that holds a file called `document`, in order.

    Links are not followed on the way down, and neither hidden folders nor the folders of a job's
    own papers are looked into. Raises `FileAccessError` where a folder is closed.
    """

    def refuse(error: OSError) -> None:
        fact = f"the folder cannot be read: {(error.strerror or 'the system refuses').lower()}"
        fault = Fault("unreadable", fact, "change its permissions", file=str(error.filename))
        raise FileAccessError(fault) from None

    for folder, inner, names in os.walk(top, onerror=refuse):
        inner[:] = sorted(
            name for name in inner if not name.startswith(".") and name not in _NO_JOBS_IN
        )
        if document in names:
            yield Path(folder)
