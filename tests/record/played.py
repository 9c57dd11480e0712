"""Records for the tests: steps from plain data, played one after the other."""

from typing import Any

import pytest

from quotekit.errors import Fault, NotAllowedError
from quotekit.quotes import Quote
from quotekit.record import Event, Journal, append, event_of, snapshot

AT = "2026-04-30T18:00:00+02:00"
"""When everything is written."""
ON = "2026-04-03"
"""The day on which everything happens."""

Step = tuple[str, dict[str, Any]]

QUOTE = Quote.model_validate(
    {
        "number": "Q-1",
        "currency": "EUR",
        "tasks": [{"id": "blog", "price": 100}, {"id": "shop", "price": 100}],
        "scope": [{"item": name, "answer": "client_supplies"} for name in ("logo", "texts")],
    }
)
"""What is sent in every record."""
SNAPSHOT = snapshot(QUOTE, None, "1.0")


def asked(name: str) -> dict[str, Any]:
    """Return a request as a record keeps it."""
    return {"id": name, "actions": [{"add": {"id": "map", "price": "50"}}]}


def priced(name: str, base: str, until: str) -> dict[str, Any]:
    """Return an order as a record keeps it."""
    return {
        "request": asked(name), "title": None, "issued": ON, "valid_until": until, "base": base,
        "revised": "sha256:revised", "progress": {}, "late_progress": {}, "rush": False,
        "paid": [], "quantities": {}, "change": {"net": "50", "total": "50", "working_days": 0},
    }  # fmt: skip


SENT: Step = (
    "quote_sent",
    {
        "number": "Q-1", "revision": 1, "digest": "sha256:sent", "snapshot": SNAPSHOT,
        "totals": {},
    },
)  # fmt: skip
ACCEPTED: Step = ("quote_accepted", {"sent": "sha256:sent", "agreed": "sha256:agreed"})
ENDED: Step = ("ended", {"cause": "completed"})
REQUESTED: Step = ("change_requested", {"request": asked("blog")})
ISSUED: Step = (
    "change_order_issued",
    {
        "number": "CO-001",
        "digest": "sha256:revised",
        "order": priced("blog", "sha256:agreed", "2026-04-10"),
    },
)
PHASES: dict[str, list[Step]] = {
    "open": [],
    "sent": [SENT],
    "accepted": [SENT, ACCEPTED],
    "ended": [SENT, ACCEPTED, ENDED],
}
"""What brings a job into each phase."""


def event(name: str, **data: Any) -> Event:
    """Return an event that happened on the usual day, unless it says another."""
    return event_of(name, {"on": ON, **data})


def message(summary: str = "Could the button be rounder?", **data: Any) -> Event:
    """Return a message."""
    return event("message", summary=summary, **data)


def added(journal: Journal, name: str, **data: Any) -> Journal:
    """Return the journal with an event more."""
    return append(journal, event(name, **data), at=AT, by="mara")


def played(*steps: Step) -> Journal:
    """Return the journal that these steps come to."""
    journal = Journal()
    for name, data in steps:
        journal = added(journal, name, **data)
    return journal


def changed(step: Step, **data: Any) -> Step:
    """Return a step that says something else for some keys."""
    return step[0], {**step[1], **data}


def refusals(journal: Journal, name: str, **data: Any) -> tuple[Fault, ...]:
    """Return the faults for which a journal does not take an event."""
    with pytest.raises(NotAllowedError) as refused:
        added(journal, name, **data)
    return refused.value.faults


def said(journal: Journal, name: str, **data: Any) -> list[str]:
    """Return what is said to an event that a journal does not take, a line for each fault."""
    return [str(fault) for fault in refusals(journal, name, **data)]
