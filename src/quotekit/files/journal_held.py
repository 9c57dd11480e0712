"""A journal that nobody else writes to: read under its lock, and appended to as a whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from quotekit.errors import InvalidInputError
from quotekit.files.journal_file import journal_of, lines_of
from quotekit.files.journal_lines import is_there, journal_place, read_last_line, read_lines
from quotekit.files.journal_lock import PATIENCE, journal_lock
from quotekit.files.journal_writing import append_bytes
from quotekit.record import Journal, read_entry


@dataclass
class HeldJournal:
    """Hold a journal whose lock is held; `journal` is what it comes to."""

    journal: Journal
    _target: Path = field(repr=False)
    _file: str = field(repr=False)
    _is_ended: bool = field(repr=False)

    def write(self, grown: Journal) -> None:
        """Append the entries by which a journal has grown, all of them or none.

        They lie on the disk when this returns; where it fails, the journal is as it was. Raises
        `FileAccessError`.
        """
        added = grown.entries[len(self.journal.entries) :]
        append_bytes(self._target, self._file, lines_of(added, ended=self._is_ended))
        self.journal, self._is_ended = grown, True


@contextmanager
def held_journal(path: str | os.PathLike[str], known: Journal) -> Iterator[HeldJournal]:
    """Hold the lock of a journal, which is begun where there is none.

    `known` is what was read of it before; where it has not grown since, it is not read anew.
    Raises `InvalidInputError` where the journal is damaged or torn, and `FileAccessError` where
    it cannot be read or locked, or another writer is at it for ten seconds.
    """
    target, file = journal_place(path)
    with journal_lock(target, file, PATIENCE):
        journal, is_ended = _present(target, file, known)
        yield HeldJournal(journal, target, file, is_ended)


def _present(target: Path, file: str, known: Journal) -> tuple[Journal, bool]:
    """Read a journal, but for what is known of it, and whether its last line has its end."""
    if not is_there(target, file):
        return Journal(), True
    last = read_last_line(target, file)
    try:
        if not last.torn and [read_entry(line).hash for line in last.whole] == [known.head]:
            return known, last.ended
    except InvalidInputError:
        # Whatever is wrong is told with its line, for which the whole journal is read.
        pass
    lines = read_lines(target, file)
    return journal_of(lines, file), lines.ended
