"""Two branches of one journal: what one has and the other lacks is appended anew."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quotekit.errors import Fault, InvalidInputError, NotAllowedError, UnknownNameError
from quotekit.record.allowed import UNGUARDED
from quotekit.record.appending import append, next_entry, repeated
from quotekit.record.entry import Entry
from quotekit.record.events import EVENTS, event_of
from quotekit.record.journal import Journal

_PRICED = frozenset(
    {"change_order_issued", "change_order_accepted", "exception_granted", "quote_accepted", "void"}
)
"""Events that what is agreed must bear, or nobody could price it any more."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Hold a journal with which another branch has been joined, and what became of each entry.

    `shared` entries begin both. Of those that follow in the other branch, `known` were here
    already, `refused` are not allowed here, each with its faults, and `added` are the entries
    that the rest have become.
    """

    journal: Journal
    shared: int
    added: tuple[Entry, ...]
    known: tuple[Entry, ...]
    refused: tuple[tuple[Entry, tuple[Fault, ...]], ...]


def join(
    journal: Journal,
    other: Journal,
    *,
    at: str,
    by: str,
    check: Callable[[Journal], None] | None = None,
) -> Joined:
    """Append to a journal what another branch of it has beside.

    Each entry is appended anew, as written `at` and `by` now, with the hash it bears in the other
    branch as `joined_from`; one that the state forbids is refused, and the rest go on. Where
    the other one only goes on from the end of this one, its entries follow as they are.
    `check` refuses, as `check_agreed` does, what nobody could price any more. Raises
    `InvalidInputError` where the two have no entry in common.
    """
    pairs = zip(journal.entries, other.entries, strict=False)
    shared = next((at for at, (one, two) in enumerate(pairs) if one.hash != two.hash), None)
    if shared is None:
        shared = min(len(journal.entries), len(other.entries))
    if shared == 0:
        fact = "the two journals do not begin with the same entry"
        raise InvalidInputError(Fault("no_branch", fact, "name a copy of the same journal"))
    rest = other.entries[shared:]
    if shared == len(journal.entries):
        return Joined(Journal(other.entries), shared, rest, (), ())
    joining = _Joining(journal, shared, check)
    for entry in rest:
        joining.take(entry, at, by)
    return Joined(
        joining.journal,
        shared,
        joining.journal.entries[len(journal.entries) :],
        tuple(joining.known),
        tuple(joining.refused),
    )


class _Joining:
    """Take one entry after the other from another branch."""

    def __init__(
        self, journal: Journal, shared: int, check: Callable[[Journal], None] | None
    ) -> None:
        self.journal = journal
        self.check = check
        self.known: list[Entry] = []
        self.refused: list[tuple[Entry, tuple[Fault, ...]]] = []
        # Where the entries of the other branch stand in this one, by their place in theirs.
        self.places = {seq: seq for seq in range(1, shared + 1)}
        self.origins = {_origin(entry): entry.seq for entry in journal.entries}
        # Orders of the other branch that are not here: their numbers may mean others here.
        self.lost: set[str] = set()

    def take(self, entry: Entry, at: str, by: str) -> None:
        """Append what an entry says, unless it is here already or is refused."""
        here = self.origins.get(_origin(entry))
        if here is None:
            try:
                here = self._appended(entry, at, by)
            except (InvalidInputError, NotAllowedError, UnknownNameError) as error:
                self.refused.append((entry, error.faults))
                if entry.event == "change_order_issued":
                    self.lost.add(entry.data["number"])
                return
        else:
            self.known.append(entry)
        self.places[entry.seq] = here
        self.origins[_origin(entry)] = here

    def _appended(self, entry: Entry, at: str, by: str) -> int:
        event = event_of(entry.event, self._data_of(entry))
        number = entry.data.get("number")
        if number in self.lost and entry.event != "change_order_issued":
            fact = f"the order {number} of the other journal was not joined"
            raise NotAllowedError(Fault("not_joined", fact, "look at both journals"))
        same = repeated(self.journal, event)
        if same is None:
            grown = append(self.journal, event, at=at, by=by)
            if self.check is not None and event.name in _PRICED:
                self.check(grown)
            self.journal = grown
        elif event.name in UNGUARDED:
            # Two messages in the same words are two messages, where each branch has one.
            self.journal = self.journal.with_entry(next_entry(self.journal, event, at=at, by=by))
        else:
            self.known.append(entry)
            return same.seq
        return self.journal.entries[-1].seq

    def _data_of(self, entry: Entry) -> dict[str, Any]:
        """Return what an entry says, as it is said here: entries have other places."""
        data = {**entry.data, "joined_from": _origin(entry)}
        if entry.event == "void":
            return {**data, "seq": self._place(entry.data["seq"], "voids")}
        if entry.event == "change_requested" and "contradicts" in entry.data["request"]:
            request = entry.data["request"]
            place = self._place(request["contradicts"], "goes against")
            return {**data, "request": {**request, "contradicts": place}}
        return data

    def _place(self, seq: int, what: str) -> int:
        """Return where an entry that another one names stands here."""
        found = self.places.get(seq)
        if found is None:
            fact = f"entry {seq} of the other journal, which it {what}, was not joined"
            raise NotAllowedError(Fault("not_joined", fact, "look at both journals"))
        return found


def _origin(entry: Entry) -> str:
    """Return the hash that an entry bore when it was first written."""
    # What an event of a later version holds, nobody knows.
    origin: str = entry.data.get("joined_from", entry.hash) if entry.event in EVENTS else entry.hash
    return origin
