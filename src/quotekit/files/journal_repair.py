"""Repairing a journal: what a cut-off append left is moved aside, and a branch is joined."""

import os
from dataclasses import dataclass
from pathlib import Path

from quotekit.files.journal_file import journal_of, lines_of, load_journal
from quotekit.files.journal_lines import journal_place, read_lines
from quotekit.files.journal_lock import PATIENCE, journal_lock
from quotekit.files.journal_writing import append_bytes, cut_to, move_aside
from quotekit.record import Joined, Journal, check_agreed, join


@dataclass(frozen=True, slots=True)
class Repaired:
    """Hold a journal once it is repaired, and what that took.

    `aside` is the file that so many `torn` bytes were moved to, None where nothing was torn;
    `joined` says what became of the entries of another branch.
    """

    journal: Journal
    aside: str | None = None
    torn: int = 0
    joined: Joined | None = None


def repair_journal(path: str | os.PathLike[str], *, timeout: float = PATIENCE) -> Repaired:
    """Move what a cut-off append has left in a journal to a file beside it.

    Nothing else is repaired: where an entry is damaged, nothing is touched. Raises
    `InvalidInputError` for a damaged journal, and `FileAccessError` where it cannot be read or
    written, or another writer is at it for `timeout` seconds.
    """
    target, file = journal_place(path)
    lines = read_lines(target, file)
    journal = journal_of(lines._replace(torn=b""), file)
    if lines.ended and not lines.torn:
        return Repaired(journal)
    with journal_lock(target, file, timeout):
        lines = read_lines(target, file)
        journal = journal_of(lines._replace(torn=b""), file)
        aside = None
        if lines.torn:
            aside = move_aside(target, file, lines.torn)
            cut_to(target, file, lines.size)
        if not lines.ended:
            append_bytes(target, file, b"\n")
    if aside is not None and not Path(file).is_symlink():
        # It is named as the journal was, unless that is a link and the file lies elsewhere.
        aside = Path(file).with_name(aside.name)
    return Repaired(journal, None if aside is None else os.fspath(aside), len(lines.torn))


def join_journal(
    path: str | os.PathLike[str],
    other: str | os.PathLike[str],
    *,
    at: str,
    by: str,
    timeout: float = PATIENCE,
) -> Repaired:
    """Repair a journal, and append what another branch of it has beside, which stays as it is.

    Each entry is appended as `quotekit.record.join` says, written `at` and `by`; doing it again
    adds nothing. Raises `InvalidInputError` where either is damaged, the other one torn, or the
    two have no entry in common, and `FileAccessError` as `repair_journal` does.
    """
    branch = load_journal(other)
    repaired = repair_journal(path, timeout=timeout)
    target, file = journal_place(path)
    with journal_lock(target, file, timeout):
        lines = read_lines(target, file)
        joined = join(journal_of(lines, file), branch, at=at, by=by, check=check_agreed)
        if joined.added:
            append_bytes(target, file, lines_of(joined.added, ended=lines.ended))
    return Repaired(joined.journal, repaired.aside, repaired.torn, joined)
