"""What is wrong in an entry, whatever its hash: one made by hand may be sealed as well as any."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from pydantic import ValidationError

from quotekit.errors import Fault
from quotekit.quotes import faults_of
from quotekit.record.entry import Entry
from quotekit.record.event import Event
from quotekit.record.events import EVENTS
from quotekit.record.work_events import Message, Void
from quotekit.values import calendar_day, shown

_WORDS: Final = frozenset({"by", "channel", "from", "on", "summary", "to"})
"""What a plain message says."""
_UNSTATED: Final[Mapping[str, object]] = {
    "about": [], "by": None, "channel": None, "evidence": [], "from": None, "initiated_by": None,
    "minutes": None, "summary": None, "to": None,
}  # fmt: skip
"""What a message holds of which nothing was stated."""
_day = lru_cache(maxsize=1024)(calendar_day)


def entry_faults(entry: Entry) -> tuple[Fault, ...]:
    """Find why an entry does not say what its event says; each fault names it.

    An event that only a later version knows passes: it counts for nothing.
    """
    written = point_in_time(entry.at)
    if written is None:
        fact = f"{shown(entry.at)} is no point in time"
        return (_named(entry, fact).at("at"),)
    day = written.date()
    # Most entries are messages: reading each as its event would take longest of all.
    if entry.event == Message.name and _is_plain(entry.data, day):
        return ()
    kind = EVENTS.get(entry.event)
    if kind is None:
        return ()
    try:
        event = kind.model_validate(entry.data)
    except ValidationError as error:
        found = faults_of(error, kind)
        return tuple(_named(entry, fault.message).at("data", *fault.keys) for fault in found)
    return tuple(
        _named(entry, fact).at("data", key) for key, fact in _said_wrongly(entry, event, day)
    )


def point_in_time(at: str) -> datetime | None:
    """Read a point in time, ISO 8601 with its zone; None for anything else."""
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return None
    return None if found.tzinfo is None else found


def _said_wrongly(entry: Entry, event: Event, written: date) -> Iterator[tuple[str, str]]:
    """Yield the keys that hold what no step would have put there, each with what is wrong."""
    if event.on > written:
        yield "on", f"{event.on} is after the day on which it was written, {written}"
    kept = event.plain()
    for key, value in entry.data.items():
        if kept.get(key) != value:
            yield key, "this is not written as quotekit writes it"
    if isinstance(event, Void) and event.seq >= entry.seq:
        yield "seq", f"entry {event.seq} is none of those before it"


def _named(entry: Entry, fact: str) -> Fault:
    said = f"entry {entry.seq} ({entry.event}) does not hold what it should: {fact}"
    return Fault("damaged", said, "take the journal from a copy", value=str(entry.seq))


def _is_plain(data: Mapping[str, Any], written: date) -> bool:
    """Say whether a message holds its day and plain words, and nothing that needs a closer look."""
    words = []
    for key, value in data.items():
        if type(value) is str and key in _WORDS:
            words.append(value)
        elif value != _UNSTATED.get(key, data):
            return False
    # What is printable and no mere space is as much as any of these may be.
    if not ("".join(words).isprintable() and all(map(str.strip, words))):
        return False
    try:
        return _day(data["on"]) <= written
    except (LookupError, ValueError):
        return False
