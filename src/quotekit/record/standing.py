"""Where a job stands: what the entries of its record come to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from quotekit.changes import rescaled_percent
from quotekit.errors import Fault, InvalidInputError
from quotekit.record.entry import Entry
from quotekit.values import calendar_day, exact

Phase = Literal["open", "sent", "accepted", "ended"]
"""Whether a quote is yet to go out, waits for an answer, is agreed, or the job has ended."""


@contextmanager
def sound(entry: Entry) -> Iterator[None]:
    """Raise `InvalidInputError` naming an entry that does not hold what its event says.

    Its hash may be its own all the same: whoever made it by hand has sealed nonsense.
    """
    try:
        yield
    except (AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        fact = f"entry {entry.seq} ({entry.event}) does not hold what it should"
        fault = Fault("damaged", fact, "take the journal from a copy", value=str(entry.seq))
        raise InvalidInputError(fault) from error


@dataclass(frozen=True, slots=True)
class Issued:
    """Say where a change order stands, and on which agreed quote it was issued."""

    number: str
    seq: int
    status: Literal["pending", "accepted", "declined", "withdrawn", "superseded"]
    issued: date
    base: str
    revised: str
    request: str
    valid_until: date | None
    proceed: bool = False
    quantities: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """Hold what the entries in force come to; nothing here is priced.

    `sent` is the data of the last quote that went out, `agreed` the digest of what is agreed now.
    `orders` and `requests` are by number and id; `progress` is in percent of
    the quantities that are agreed.
    """

    phase: Phase = "open"
    sent: Mapping[str, Any] | None = None
    sent_on: date | None = None
    agreed: str | None = None
    agreed_on: date | None = None
    accepted_on: date | None = None
    revision: int = 0
    requests: Mapping[str, bool] = field(default_factory=dict)
    """Whether each request is still open: neither closed nor decided by an order."""
    orders: Mapping[str, Issued] = field(default_factory=dict)
    progress: Mapping[str, Decimal] = field(default_factory=dict)
    approved: Mapping[str, date] = field(default_factory=dict)
    received: Mapping[str, date] = field(default_factory=dict)
    delivered: date | None = None
    ended: str | None = None

    def after(self, entry: Entry) -> "State":
        """Return the state once an entry has been added, which must be allowed."""
        step = _STEPS.get(entry.event)
        with sound(entry):
            return self if step is None else step(self, entry)


def state_of(entries: Iterable[Entry]) -> State:
    """Return what entries come to, in their order."""
    state = State()
    for entry in entries:
        state = state.after(entry)
    return state


def _sent(state: State, entry: Entry) -> State:
    day = calendar_day(entry.data["on"])
    revision = int(entry.data["revision"])
    return replace(state, phase="sent", sent=entry.data, sent_on=day, revision=revision)


def _accepted(state: State, entry: Entry) -> State:
    day = calendar_day(entry.data["on"])
    agreed = entry.data["agreed"]
    return replace(state, phase="accepted", agreed=agreed, agreed_on=day, accepted_on=day)


def _undone(state: State, _entry: Entry) -> State:
    return replace(state, phase="open")


def _requested(state: State, entry: Entry) -> State:
    return replace(state, requests={**state.requests, entry.data["request"]["id"]: True})


def _closed(state: State, entry: Entry) -> State:
    return replace(state, requests={**state.requests, entry.data["request"]: False})


def _issued(state: State, entry: Entry) -> State:
    data, order = entry.data, entry.data["order"]
    until = order.get("valid_until")
    issued = Issued(
        number=data["number"],
        seq=entry.seq,
        status="pending",
        issued=calendar_day(data["on"]),
        base=order["base"],
        revised=data["digest"],
        request=order["request"]["id"],
        valid_until=None if until is None else calendar_day(until),
        quantities=order["quantities"],
    )
    orders = {**state.orders, issued.number: issued}
    old = data.get("supersedes")
    if old is not None and orders[old].status == "pending":
        orders[old] = replace(orders[old], status="superseded")
    return replace(state, orders=orders)


def _decided(state: State, entry: Entry) -> State:
    status: Any = entry.event.removeprefix("change_order_")
    order = replace(state.orders[entry.data["number"]], status=status)
    state = replace(state, orders={**state.orders, order.number: order})
    if status != "accepted":
        return state
    requests = {**state.requests, order.request: False}
    progress = dict(state.progress)
    for task, (old, new) in order.quantities.items():
        if task in progress:
            progress[task] = rescaled_percent(progress[task], exact(old), exact(new))
    return replace(
        state,
        requests=requests,
        agreed=entry.data["digest"],
        agreed_on=calendar_day(entry.data["on"]),
        progress=progress,
    )


def _instructed(state: State, entry: Entry) -> State:
    order = replace(state.orders[entry.data["number"]], proceed=True)
    return replace(state, orders={**state.orders, order.number: order})


def _progressed(state: State, entry: Entry) -> State:
    percent = exact(entry.data["percent"])
    return replace(state, progress={**state.progress, entry.data["task"]: percent})


def _approved(state: State, entry: Entry) -> State:
    task = entry.data.get("task", "all")
    return replace(state, approved={**state.approved, task: calendar_day(entry.data["on"])})


def _received(state: State, entry: Entry) -> State:
    day = calendar_day(entry.data["on"])
    return replace(state, received={**state.received, entry.data["item"]: day})


def _delivered(state: State, entry: Entry) -> State:
    return replace(state, delivered=calendar_day(entry.data["on"]))


def _ended(state: State, entry: Entry) -> State:
    return replace(state, phase="ended", ended=entry.data["cause"])


def _reopened(state: State, _entry: Entry) -> State:
    return replace(state, phase="accepted", ended=None)


_STEPS = {
    "quote_sent": _sent,
    "quote_accepted": _accepted,
    "quote_declined": _undone,
    "quote_withdrawn": _undone,
    "change_requested": _requested,
    "change_request_closed": _closed,
    "change_order_issued": _issued,
    "change_order_accepted": _decided,
    "change_order_declined": _decided,
    "change_order_withdrawn": _decided,
    "proceed_instructed": _instructed,
    "progress": _progressed,
    "approved": _approved,
    "received": _received,
    "delivered": _delivered,
    "ended": _ended,
    "reopened": _reopened,
}
"""What each event makes of the state; those that are not here leave it as it is."""
