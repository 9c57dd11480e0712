"""What happened, in the order it was recorded: the timeline of a job."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from quotekit.record.entry import Entry
from quotekit.record.events import EVENTS
from quotekit.record.journal import Journal
from quotekit.values import calendar_day

OF_ALL = frozenset({"quote_sent", "quote_accepted", "quote_declined", "quote_withdrawn"})
"""Events that are about every task."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Show one entry on the timeline; `voided_by` is the entry by which it does not count."""

    entry: Entry
    voided_by: int | None = None

    @property
    def on(self) -> date:
        """Return the day on which it happened.

        Nobody knows what an event of a later version holds: it happened when it was written.
        """
        if self.is_known:
            return calendar_day(self.entry.data["on"])
        return self._written

    @property
    def is_known(self) -> bool:
        """Say whether this version knows what the event means; one of a later version may be."""
        return self.entry.event in EVENTS

    @property
    def days_late(self) -> int:
        """Return how many days later it was written than it happened."""
        return (self._written - self.on).days

    @property
    def _written(self) -> date:
        return datetime.fromisoformat(self.entry.at).date()


def timeline(journal: Journal, about: str | None = None) -> tuple[Happening, ...]:
    """Return what happened, or what happened about one task, in the order it was recorded.

    Entries that were voided stay, and say so.
    """
    voids = _voided_by(journal)
    orders = _requests_of_orders(journal)
    return tuple(
        Happening(entry, voids.get(entry.seq))
        for entry in journal.entries
        if about is None or is_about(entry, about, orders)
    )


def _voided_by(journal: Journal) -> dict[int, int]:
    found: dict[int, int] = {}
    for entry in reversed(journal.entries):
        if entry.event == "void" and entry.seq not in found:
            found[int(entry.data["seq"])] = entry.seq
    return found


def _requests_of_orders(journal: Journal) -> dict[str, Mapping[str, Any]]:
    """Return the request of each order, by the number of the order and by its own id."""
    found: dict[str, Mapping[str, Any]] = {}
    for entry in journal.entries:
        if entry.event == "change_order_issued":
            found[entry.data["number"]] = entry.data["order"]["request"]
        elif entry.event == "change_requested":
            found[entry.data["request"]["id"]] = entry.data["request"]
    return found


def is_about(entry: Entry, subject: str, requests: Mapping[str, Mapping[str, Any]]) -> bool:
    """Say whether an entry is about a task or option; `requests` are those of orders and ids."""
    data = entry.data
    if entry.event in OF_ALL:
        return True
    if entry.event not in EVENTS:
        # What it is about, only a later version knows.
        return False
    if subject in {data.get("task"), data.get("term")} or subject in data.get("about", ()):
        return True
    request = data.get("request")
    named = request if isinstance(request, str) else data.get("number")
    asked = request if isinstance(request, dict) else requests.get(named or "")
    return asked is not None and subject in set(_named(asked))


def _named(request: Mapping[str, Any]) -> Iterator[str]:
    """Yield the tasks and options that the actions of a request name."""
    for action in request["actions"]:
        for verb in ("revise", "remove", "select", "deselect"):
            if verb in action:
                yield action[verb]
        if "add" in action:
            yield action["add"]["id"]
            yield action["add"].get("option", action["add"]["id"])
        if "apply" in action:
            parts = action["apply"].split(".")
            for at in range(1, len(parts) + 1):
                yield ".".join(parts[:at])
        yield from action.get("revise_quote", ())
