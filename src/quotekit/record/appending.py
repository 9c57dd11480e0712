"""A step of the record: checked against the state, sealed, and added."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from quotekit.errors import Fault, InvalidInputError, NotAllowedError, UnknownNameError
from quotekit.quotes import Written, faults_of
from quotekit.record.allowed import UNGUARDED, step_faults
from quotekit.record.entry import Entry, seal
from quotekit.record.entry_faults import point_in_time
from quotekit.record.event import Event
from quotekit.record.events import event_of
from quotekit.record.history import void_faults
from quotekit.record.journal import Journal
from quotekit.record.named_parts import name_faults
from quotekit.record.standing import State, sound, state_of
from quotekit.record.work_events import Void
from quotekit.values import Title, canonical, shown

_SUBJECTS = ("number", "task", "item", "request", "term", "for", "seq")
"""What an event may be about: of two about the same thing, the later one holds."""
_TURNS = frozenset({"quote_accepted", "quote_declined", "quote_withdrawn", "ended", "reopened"})
"""Events after which they are not allowed once more, unless another one has turned that back."""


def state(journal: Journal) -> State:
    """Return where a job stands by its record."""
    return state_of(journal.in_force)


def append(
    journal: Journal,
    event: Event | str,
    data: Mapping[str, Any] | None = None,
    *,
    at: str,
    by: str,
) -> Journal:
    """Add an event to a journal, if the state allows it; an identical step changes nothing.

    The event is named with its `data`, or made already. `at` is when it is written (ISO 8601 with
    its zone, as the caller's clock has it), `by` who writes it. Raises `NotAllowedError` with the
    present state and what is allowed, `InvalidInputError` for an event with faults, or one
    that happens after it is written, and `UnknownNameError` for a task, an item or an entry that
    the record does not know.
    """
    if isinstance(event, str):
        event = event_of(event, dict(data or {}))
    _check_time(event, at)
    _check_writer(by)
    if repeated(journal, event) is not None and not _undone(journal, event):
        return journal
    if event.name not in UNGUARDED:
        check_step(journal, event)
    return journal.with_entry(next_entry(journal, event, at=at, by=by))


def _undone(journal: Journal, event: Event) -> bool:
    """Say whether a step was undone since, so that the same step is a step of its own again."""
    return event.name in _TURNS and next(step_faults(state(journal), event), None) is None


def next_entry(journal: Journal, event: Event, *, at: str, by: str) -> Entry:
    """Return the entry that an event would be, at the end of a journal."""
    last = journal.entries[-1] if journal.entries else None
    seq = 1 if last is None else last.seq + 1
    prev = None if last is None else last.hash
    return seal(event.name, event.plain(), seq=seq, at=at, recorded_by=by, prev=prev)


def check_step(journal: Journal, event: Event) -> None:
    """Raise `NotAllowedError` where the state of a journal does not allow an event.

    Raises `UnknownNameError` where it names what the journal does not know.
    """
    now = state(journal)
    faults = list(step_faults(now, event))
    if isinstance(event, Void):
        faults += void_faults(journal, event)
    if faults:
        raise NotAllowedError(*faults)
    unknown = list(name_faults(journal, event))
    if unknown:
        raise UnknownNameError(*unknown)


def _check_time(event: Event, at: str) -> None:
    written = point_in_time(at)
    if written is None:
        fact = f"{shown(at)} is no point in time"
        raise InvalidInputError(Fault("bad_time", fact, "write it like 2026-04-03T09:12:44Z"))
    if event.on > written.date():
        fact = f"{event.on} is after the day on which it is written, {written.date()}"
        raise InvalidInputError(Fault("in_the_future", fact, "write the day it happened").at("on"))


class _Writer(Written):
    recorded_by: Title


def _check_writer(by: str) -> None:
    try:
        _Writer.model_validate({"recorded_by": by})
    except ValidationError as error:
        raise InvalidInputError(*faults_of(error, _Writer)) from None


def repeated(journal: Journal, event: Event) -> Entry | None:
    """Return the entry that says just what an event says, None where it is a step of its own.

    It is the latest in force about the same thing; a message repeats the very last entry only.
    """
    data = _said(event)
    if event.name in UNGUARDED:
        candidates = journal.entries[-1:]
    elif event.name == "void":
        candidates = tuple(one for one in journal.entries if one.seq not in journal.voided)
    else:
        candidates = journal.in_force
    for entry in candidates[::-1]:
        if entry.event != event.name:
            continue
        with sound(entry):
            said = _said(event_of(entry.event, dict(entry.data)))
        if all(said.get(key) == data.get(key) for key in _SUBJECTS):
            return entry if said == data else None
    return None


def _said(event: Event) -> dict[str, Any]:
    """Return what an event says, as it is kept; where it was joined from is no part of it.

    Entries of earlier versions leave out what was not stated, which is no other step.
    """
    plain: dict[str, Any] = from_json(canonical(event.plain()))
    plain.pop("joined_from", None)
    return plain
