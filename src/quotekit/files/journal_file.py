"""The journal as a file: read whole, appended to, never rewritten."""

import os
from pathlib import Path
from typing import NamedTuple

from quotekit.errors import Fault, FileAccessError, InvalidInputError, NotAllowedError
from quotekit.files.journal_lines import (
    Lines,
    is_there,
    journal_place,
    read_last_line,
    read_lines,
    torn_fault,
)
from quotekit.files.journal_lock import PATIENCE, journal_lock
from quotekit.files.journal_writing import append_bytes
from quotekit.record import (
    UNGUARDED,
    Entry,
    Event,
    Journal,
    append,
    read_entry,
    read_journal,
    repeated,
)


class Appended(NamedTuple):
    """Hold the entry that an event is, and whether it was written now or stood there already."""

    entry: Entry
    is_new: bool


def load_journal(path: str | os.PathLike[str]) -> Journal:
    """Read a journal from its file and hold its chain.

    Raises `InvalidInputError` where there is none, at the first line that is not the entry it
    should be, and where the last line is no whole entry; `FileAccessError` where it cannot be
    read.
    """
    target, file = journal_place(path)
    lines = read_lines(target, file)
    if lines.torn:
        lines = _settled(target, file) or lines
    return journal_of(lines, file)


def append_event(  # noqa: PLR0913 - what is written, by whom and when, and how
    path: str | os.PathLike[str],
    event: Event,
    *,
    at: str,
    by: str,
    after: Journal | None = None,
    timeout: float = PATIENCE,
) -> Appended:
    """Append an event to the journal at `path`, which is begun where there is none.

    The entry lies on the disk when this returns; where it fails, the journal is as it was. `at`
    is when it is written (ISO 8601 with its zone), `by` who writes it; `after` is the journal
    that the event was worked out from, where nothing may have come between. A step identical to
    the last of its kind writes nothing. Raises `NotAllowedError` where the state does not allow
    the event, `InvalidInputError` where the journal is damaged or torn, and `FileAccessError`
    where it cannot be read or written, or another writer is at it for `timeout` seconds.
    """
    target, file = journal_place(path)
    if not is_there(target, file):
        # What is refused leaves nothing behind, not even a lock.
        _step(Journal(), event, at, by, after)
    with journal_lock(target, file, timeout):
        journal, is_ended = _present(target, file, event)
        appended = _step(journal, event, at, by, after)
        if appended.is_new:
            append_bytes(target, file, lines_of((appended.entry,), ended=is_ended))
    return appended


def journal_of(lines: Lines, file: str) -> Journal:
    """Return the journal that lines hold; raises `InvalidInputError` for damaged or torn ones."""
    journal = read_journal(lines.whole, file=file)
    if lines.torn:
        raise InvalidInputError(torn_fault(lines, file))
    return journal


def lines_of(entries: tuple[Entry, ...], *, ended: bool) -> bytes:
    """Return entries as they are appended to a journal whose last line is `ended`, or is not."""
    begin = b"" if ended else b"\n"
    return begin + b"".join(entry.line() + b"\n" for entry in entries)


def _step(journal: Journal, event: Event, at: str, by: str, after: Journal | None) -> Appended:
    grown = append(journal, event, at=at, by=by)
    same = repeated(journal, event)
    if grown is journal and same is not None:
        return Appended(same, is_new=False)
    if after is not None and after.head != journal.head:
        fact = "the record has grown since this was worked out"
        raise NotAllowedError(Fault("grown", fact, "look at it again and repeat the step"))
    return Appended(grown.entries[-1], is_new=True)


def _present(target: Path, file: str, event: Event) -> tuple[Journal, bool]:
    """Read as much of a journal as an event needs, and whether its last line has its end."""
    if not is_there(target, file):
        return Journal(), True
    if event.name in UNGUARDED:
        lines = read_last_line(target, file)
        try:
            if not lines.torn:
                return Journal(tuple(map(read_entry, lines.whole))), lines.ended
        except InvalidInputError:
            pass
        # Whatever is wrong is told with its line, for which the whole journal is read.
    lines = read_lines(target, file)
    return journal_of(lines, file), lines.ended


def _settled(target: Path, file: str) -> Lines | None:
    """Read a journal once nobody writes to it, for what looked torn may just be under way."""
    try:
        with journal_lock(target, file, PATIENCE):
            return read_lines(target, file)
    except FileAccessError as error:
        if error.faults[0].code == "locked":
            raise
        # A folder that cannot be written to holds a journal that nobody is writing to.
        return None
