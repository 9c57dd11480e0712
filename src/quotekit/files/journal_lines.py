"""The lines of a journal as they lie on the disk: whole ones, and one that was cut off."""

import os
from pathlib import Path
from typing import NamedTuple

from quotekit.errors import Fault, InvalidInputError
from quotekit.files.disk import open_regular, told_reading
from quotekit.record import read_entry

_BLOCK = 4096
"""How many bytes are read first from the end of a journal; twice as many each time after."""


class Lines(NamedTuple):
    """Hold the whole lines of a journal without their ends, and what follows the last of them.

    `ended` says whether the last whole line has its end; `torn` is what an append that was cut
    off has left behind.
    """

    whole: list[bytes]
    ended: bool
    torn: bytes

    @property
    def size(self) -> int:
        """Return how many bytes the whole lines take, with the ends they have."""
        ends = len(self.whole) if self.ended else len(self.whole) - 1
        return sum(map(len, self.whole)) + ends


def split_lines(data: bytes) -> Lines:
    """Split what a journal holds into its lines.

    A last line without its end counts as whole where it is an entry, or begins with one.
    """
    *whole, last = data.split(b"\n")
    if not last:
        return Lines(whole, ended=True, torn=b"")
    length = _entry_length(last)
    if length == 0:
        return Lines(whole, ended=True, torn=last)
    return Lines([*whole, last[:length]], ended=False, torn=last[length:])


def _entry_length(line: bytes) -> int:
    """Return the length of the entry that a line begins with, 0 where it begins with none."""
    length = line.rfind(b"}") + 1
    try:
        read_entry(line[:length])
    except InvalidInputError:
        return 0
    return length


def torn_fault(lines: Lines, file: str) -> Fault:
    """Say that a journal ends in what is no whole entry."""
    return Fault(
        "torn",
        "the last line is no whole entry: writing it was cut off",
        "run quotekit record repair, which moves what is left of it to a file of its own",
        file=file,
        line=len(lines.whole) + lines.ended,
    )


def journal_place(path: str | os.PathLike[str]) -> tuple[Path, str]:
    """Return where a journal lies, links followed, and its name in errors.

    Every way to a journal leads to one lock. Raises `InvalidInputError` for what is no path.
    """
    file = os.fspath(path)
    return told_reading(lambda: Path(os.path.realpath(path)), file), file


def is_there(path: Path, file: str) -> bool:
    """Say whether there is a journal; raises `FileAccessError` where that cannot be known."""
    return told_reading(path.exists, file)


def read_lines(path: Path, file: str) -> Lines:
    """Read a journal; raises `InvalidInputError` and `FileAccessError` as every reading does."""

    def read() -> bytes:
        with open_regular(path, file) as source:
            return source.read()

    return split_lines(told_reading(read, file))


def read_last_line(path: Path, file: str) -> Lines:
    """Read the last line of a journal and nothing before it; raises as `read_lines` does."""

    def read() -> bytes:
        with open_regular(path, file) as source:
            return _end_of(source.fileno())

    return split_lines(told_reading(read, file))


def _end_of(descriptor: int) -> bytes:
    begin = os.fstat(descriptor).st_size
    read, step = b"", _BLOCK
    # The end of the last line is not the end of the line before it.
    while begin > 0 and b"\n" not in read[:-1]:
        length = min(step, begin)
        begin, step = begin - length, step * 2
        os.lseek(descriptor, begin, os.SEEK_SET)
        read = os.read(descriptor, length) + read
    return read[read.rfind(b"\n", 0, -1) + 1 :]
