"""The journal: entries in a chain, each bearing the hash of the one before."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from quotekit.errors import Fault, InvalidInputError, NotAllowedError
from quotekit.record.entry import Entry, damaged_fault, read_entry
from quotekit.record.entry_faults import entry_faults
from quotekit.record.events import EVENTS

SHORTEST_HASH = 16
"""How many digits of a hash a document bears, and `verify` asks for at least."""

_MARK = re.compile(r"[^\W\d_]* *([0-9]{1,16}) *[:·] *(?:sha256:)?([0-9a-fA-F]{16,})\s*")
"""A mark as somebody types it, or as a document bears it, behind a word of its language."""


@dataclass(frozen=True)
class Journal:
    """Hold the entries of a record, in order; nothing in it is ever changed, only added."""

    entries: tuple[Entry, ...] = field(default=(), repr=False)

    @property
    def head(self) -> str | None:
        """Return the hash of the last entry, None where there is none."""
        return self.entries[-1].hash if self.entries else None

    @property
    def mark(self) -> str | None:
        """Return what a document bears of the record: `7 · 3f9a2c41b07d5e66`."""
        if not self.entries:
            return None
        return f"{self.entries[-1].seq} · {_digits(self.entries[-1])[:SHORTEST_HASH]}"

    def with_entry(self, entry: Entry) -> Self:
        """Return the journal with an entry more; the chain is checked by `verify`."""
        return type(self)((*self.entries, entry))

    @cached_property
    def voided(self) -> frozenset[int]:
        """Return the places of the entries that count as not having happened, voids among them."""
        gone: set[int] = set()
        for entry in reversed(self.entries):
            if entry.event == "void" and entry.seq not in gone:
                gone.add(int(entry.data["seq"]))
        return frozenset(gone)

    @cached_property
    def in_force(self) -> tuple[Entry, ...]:
        """Return the entries that count: without those that were voided, and without the voids.

        An event that only a later version knows is kept, and counts for nothing.
        """
        gone = self.voided
        return tuple(
            entry
            for entry in self.entries
            if entry.seq not in gone and entry.event != "void" and entry.event in EVENTS
        )


def read_journal(lines: Iterable[bytes], *, file: str | None = None) -> Journal:
    """Read a journal from its lines, without their ends, and hold the chain.

    Raises `InvalidInputError` at the first line that is not the entry it should be.
    """
    return Journal(tuple(_chained(lines, file)))


def _chained(lines: Iterable[bytes], file: str | None) -> Iterator[Entry]:
    before: Entry | None = None
    for number, line in enumerate(lines, 1):
        try:
            entry = read_entry(line)
        except InvalidInputError as error:
            raise InvalidInputError(*(_at(fault, number, file) for fault in error.faults)) from None
        fault = _break_of(before, entry)
        if fault is not None:
            raise InvalidInputError(_at(fault, number, file))
        said = entry_faults(entry)
        if said:
            raise InvalidInputError(*(_at(fault, number, file) for fault in said))
        yield entry
        before = entry


def _at(fault: Fault, line: int, file: str | None) -> Fault:
    return Fault(fault.code, fault.message, fault.remedy, fault.path, fault.value, file, line, None)


def _break_of(before: Entry | None, entry: Entry) -> Fault | None:
    seq = 1 if before is None else before.seq + 1
    prev = None if before is None else before.hash
    if entry.seq != seq:
        fact = f"entry {seq} should stand here, and it is entry {entry.seq}"
        return Fault("chain_broken", fact, "take the journal from a copy")
    if entry.prev != prev:
        fact = f"entry {seq} does not follow the one before it"
        return Fault("chain_broken", fact, "take the journal from a copy")
    return None


def verify(journal: Journal, expect: str | None = None) -> None:
    """Hold the chain of a journal, and where `expect` is given, that it has not been cut.

    `expect` is the mark on a document, `7:3f9a2c41b07d5e66`: the entry and at least 16 digits of
    its hash. A hash shows that nothing was changed since, not who wrote it or when. Raises
    `InvalidInputError` where an entry or `expect` is wrong, and `NotAllowedError` where the
    journal does not hold what is expected.
    """
    before: Entry | None = None
    for entry in journal.entries:
        fault = None if entry.is_sound() else damaged_fault(entry.seq)
        fault = fault or _break_of(before, entry)
        if fault is not None:
            raise InvalidInputError(fault)
        before = entry
    if expect is not None:
        _hold(journal.entries, expect)


def _hold(entries: Sequence[Entry], expect: str) -> None:
    mark = _MARK.fullmatch(expect)
    if mark is None:
        fact = f'"{expect}" is no mark of a record'
        remedy = f"write entry:hash with {SHORTEST_HASH} digits or more, as on the document"
        raise InvalidInputError(Fault("bad_mark", fact, remedy, value=expect))
    number, digits = mark[1], mark[2].lower()
    at = int(number) - 1
    if not 0 <= at < len(entries):
        fact = f"the journal ends with entry {len(entries)}, and entry {number} was expected"
        raise NotAllowedError(Fault("cut", fact, "take the journal from a copy", value=expect))
    if not _digits(entries[at]).startswith(digits):
        fact = f"entry {number} is not the one that was expected"
        raise NotAllowedError(Fault("other_entry", fact, "take the journal from a copy"))


def _digits(entry: Entry) -> str:
    return entry.hash.removeprefix("sha256:")
