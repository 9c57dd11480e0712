"""A file that a document names: a path beside it, never out of the folder of the jobs."""

import os.path
from pathlib import Path

from quotekit.errors import Fault, InvalidInputError
from quotekit.files.disk import read_text
from quotekit.values import shown

_LONGEST = 4096
"""How many characters a path may have; the system follows no longer one."""
_WRONG_NAMES = frozenset({"missing_file", "link_loop", "is_a_folder", "not_a_file"})


def jobs_folder(file: str) -> str:
    """Return the folder that holds the folder of a quote, links resolved."""
    return str(Path(os.path.realpath(Path(file).parent)).parent)


def read_named(key: str, stated: str, beside: str, within: str) -> tuple[str, str]:
    """Read the file that `key` of the document `beside` names; return its text and its name.

    Raises `InvalidInputError` with a fault of that document where the path is absolute, names no
    file or leaves the folder `within`, and `FileAccessError` where the file cannot be read.
    """
    if len(stated) > _LONGEST:
        fact = f"{shown(stated)} is longer than any path"
        raise _refused(key, stated, "missing_file", fact)
    path = Path(beside).parent / stated
    # The name keeps its `..`: behind a link to a folder, they lead elsewhere than they seem to.
    file = str(path)
    try:
        target = os.path.realpath(path)
        inside = os.path.commonpath([within, target]) == within
    except ValueError:
        # A path with a NUL or half a character in it names no file.
        raise _refused(key, stated, "missing_file", f"{shown(stated)} is no path") from None
    if Path(stated).is_absolute():
        raise _refused(key, stated, "absolute_path", f"{shown(stated)} is an absolute path")
    if not inside:
        fact = f"{shown(stated)} leads to {target}, which is outside {within}"
        raise _refused(key, stated, "outside", fact)
    try:
        return read_text(target, file), file
    except InvalidInputError as error:
        fault = error.faults[0]
        if fault.code not in _WRONG_NAMES:
            raise
        raise _refused(key, stated, fault.code, f"{file}: {fault.message}") from None


def _refused(key: str, stated: str, code: str, fact: str) -> InvalidInputError:
    remedy = "keep the file inside that folder"
    if code != "outside":
        remedy = "write the path relative to this file"
    return InvalidInputError(Fault(code, fact, remedy, value=stated).at(key))
