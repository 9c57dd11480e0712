"""The history that entries in force make: each must be allowed where it stands."""

from quotekit.errors import Fault, NotAllowedError
from quotekit.record.allowed import UNGUARDED, step_faults
from quotekit.record.entry import Entry
from quotekit.record.events import event_of
from quotekit.record.journal import Journal
from quotekit.record.standing import State
from quotekit.record.work_events import Void


def void_faults(journal: Journal, event: Void) -> list[Fault]:
    """Find why an entry cannot be voided: it is none, or a later one rests on it."""
    at = event.seq - 1
    if at >= len(journal.entries):
        fact = f"there is no entry {event.seq}"
        return [Fault("no_entry", fact, f"the last one is {len(journal.entries)}")]
    if event.seq in journal.voided:
        return [Fault("voided", f"entry {event.seq} is voided already", "nothing is left to do")]
    entries = Journal((*journal.entries, _stand_in(journal, event))).in_force
    resting = _first_refused(entries) or _first_moved(journal.in_force, entries)
    if resting is None:
        return []
    fact = f"entry {resting.seq} ({resting.event}) rests on entry {event.seq}"
    return [Fault("rested_on", fact, f"void entry {resting.seq} first", value=str(event.seq))]


def _stand_in(journal: Journal, event: Void) -> Entry:
    return Entry(len(journal.entries) + 1, "", "void", event.plain(), "", None, "")


def check_history(journal: Journal) -> None:
    """Hold every entry in force against the table of events, one after the other.

    Raises `InvalidInputError` where an entry is not what its event says, `NotAllowedError` at the
    first that was not allowed where it stands.
    """
    refused = _first_refused(journal.in_force)
    if refused is not None:
        fact = f"entry {refused.seq} ({refused.event}) was not allowed where it stands"
        fault = Fault("not_allowed", fact, "take the journal from a copy", value=str(refused.seq))
        raise NotAllowedError(fault)


def _first_refused(entries: tuple[Entry, ...]) -> Entry | None:
    """Return the first entry that would not be allowed after those before it."""
    now = State()
    for entry in entries:
        if entry.event in UNGUARDED:
            continue
        if next(step_faults(now, event_of(entry.event, dict(entry.data))), None) is not None:
            return entry
        now = now.after(entry)
    return None


def _first_moved(before: tuple[Entry, ...], after: tuple[Entry, ...]) -> Entry | None:
    """Return the first acceptance of an order that would meet another agreed quote than it did.

    One that was carried over to what had been agreed since its issue names no more than its own
    base: it rests on every acceptance before it all the same.
    """
    met = _agreed_at_acceptances(before)
    for seq, agreed in _agreed_at_acceptances(after).items():
        if met.get(seq, agreed) != agreed:
            return next(entry for entry in after if entry.seq == seq)
    return None


def _agreed_at_acceptances(entries: tuple[Entry, ...]) -> dict[int, str | None]:
    """Return what was agreed when each order was accepted, by the place of its acceptance."""
    found = {}
    now = State()
    for entry in entries:
        if entry.event == "change_order_accepted":
            found[entry.seq] = now.agreed
        now = now.after(entry)
    return found
