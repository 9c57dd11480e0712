"""What is allowed when: the table of events."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from quotekit.errors import Fault
from quotekit.record.change_events import (
    ChangeOrderAccepted,
    ChangeOrderIssued,
    ChangeRequestClosed,
    ChangeRequested,
)
from quotekit.record.event import Event
from quotekit.record.quote_events import QuoteAccepted, QuoteDeclined, QuoteSent
from quotekit.record.standing import Issued, Phase, State
from quotekit.record.work_events import Progress
from quotekit.values import plain

Refusal = tuple[str, str]
"""What is wrong, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Say in which phases an event is allowed, and what else it needs."""

    phases: frozenset[Phase]
    needs: Callable[[State, Any], Iterator[Refusal]] | None = None


_PHASES: dict[Phase, str] = {
    "open": "no quote has been sent that waits for an answer",
    "sent": "a quote has been sent and waits for an answer",
    "accepted": "the quote is accepted",
    "ended": "the job has ended",
}
_OPEN = frozenset[Phase]({"open"})
_SENT = frozenset[Phase]({"sent"})
_AGREED = frozenset[Phase]({"accepted"})
_ENDED = frozenset[Phase]({"ended"})
_ALWAYS = _OPEN | _SENT | _AGREED | _ENDED


def _next_revision(state: State, event: QuoteSent) -> Iterator[Refusal]:
    if event.revision != state.revision + 1:
        yield f"this would be revision {event.revision}", f"send it as {state.revision + 1}"


def _last_sent(state: State, event: QuoteAccepted) -> Iterator[Refusal]:
    sent = state.sent or {}
    if event.sent != sent.get("digest"):
        yield "the quote that was sent last is another one", "accept that, or send this one first"
    yield from _not_before(event, "the quote was sent", state.sent_on)
    until = sent.get("valid_until")
    if until is not None and event.on.isoformat() > until and event.honour_expired is None:
        yield f"the quote was valid until {until}", "say why it is honoured all the same"


def _undecided_quote(state: State, event: QuoteDeclined) -> Iterator[Refusal]:
    if event.digest != (state.sent or {}).get("digest"):
        yield "the quote that was sent last is another one", "name that one"
    yield from _not_before(event, "the quote was sent", state.sent_on)


def _new_request(state: State, event: ChangeRequested) -> Iterator[Refusal]:
    name = event.request["id"]
    if name in state.requests:
        yield f'a request "{name}" is recorded already', "give the new one another id"


def _open_request(state: State, event: ChangeRequestClosed) -> Iterator[Refusal]:
    if event.request not in state.requests:
        yield f'there is no request "{event.request}"', _known("requests", state.requests)
    elif not state.requests[event.request]:
        yield f'the request "{event.request}" is closed already', "nothing is left to do"


def _on_agreed(state: State, event: ChangeOrderIssued) -> Iterator[Refusal]:
    request = event.order["request"]["id"]
    if request not in state.requests:
        yield f'the request "{request}" is not recorded', "record it first"
    if event.number in state.orders:
        yield f"the number {event.number} is used already", "take the next one"
    if event.order["base"] != state.agreed:
        yield f"{event.number} was not priced on the agreed quote", "price it anew"
    what = f"what {event.number} rests on was agreed"
    yield from _not_before(event, what, state.agreed_on)
    old = event.supersedes
    if old is not None and old not in state.orders:
        yield f"there is no order {old}", _known("orders", state.orders)
    elif old is not None:
        yield from _not_before(event, f"{old} was issued", state.orders[old].issued)


def _undecided(state: State, event: Any) -> Iterator[Refusal]:  # noqa: ANN401 - any event with a number
    order = state.orders.get(event.number)
    if order is None:
        yield f"there is no change order {event.number}", _known("orders", state.orders)
    elif order.status != "pending":
        yield f"{event.number} is {order.status} already", "issue it anew"
    else:
        yield from _not_before(event, f"{event.number} was issued", order.issued)


def _acceptable(state: State, event: ChangeOrderAccepted) -> Iterator[Refusal]:
    open_no_more = list(_undecided(state, event))
    order = state.orders.get(event.number)
    if order is None or open_no_more:
        yield from open_no_more
        return
    yield from _in_time(order, event)
    if order.base not in {state.agreed, event.rebased_from}:
        yield f"{event.number} was priced on a quote that is no longer agreed", "reissue it"
    elif event.rebased_from is None and event.digest != order.revised:
        yield f"this accepts another order than {event.number}", "look at what was accepted"
    else:
        yield from _not_before(event, "what is agreed now was agreed", state.agreed_on)


def _in_time(order: Issued, event: ChangeOrderAccepted) -> Iterator[Refusal]:
    until = order.valid_until
    if until is not None and event.on > until and event.honour_expired is None:
        yield f"{event.number} was valid until {until}", "say why it is honoured all the same"


def _not_before(event: Event, what: str, day: date | None) -> Iterator[Refusal]:
    """Refuse a step on a day on which what it rests on had not happened."""
    if day is not None and event.on < day:
        yield f"{what} on {day}, after {event.on}", "check the day"


def _forward(state: State, event: Progress) -> Iterator[Refusal]:
    before = state.progress.get(event.task)
    if before is not None and event.percent < before and event.reason is None:
        yield f'"{event.task}" was {plain(before)} % done already', "say why it goes down"


def _known(what: str, names: Any) -> str:  # noqa: ANN401 - anything with names in it
    return f"known {what}: {', '.join(sorted(names))}" if names else f"there are no {what} yet"


TABLE: dict[str, Rule] = {
    "quote_sent": Rule(_OPEN | _SENT, _next_revision),
    "quote_accepted": Rule(_SENT, _last_sent),
    "quote_declined": Rule(_SENT, _undecided_quote),
    "quote_withdrawn": Rule(_SENT, _undecided_quote),
    "change_requested": Rule(_AGREED, _new_request),
    "change_request_closed": Rule(_AGREED, _open_request),
    "change_order_issued": Rule(_AGREED, _on_agreed),
    "change_order_accepted": Rule(_AGREED, _acceptable),
    "change_order_declined": Rule(_AGREED, _undecided),
    "change_order_withdrawn": Rule(_AGREED, _undecided),
    "proceed_instructed": Rule(_AGREED, _undecided),
    "message": Rule(_ALWAYS),
    "progress": Rule(_AGREED, _forward),
    "approved": Rule(_AGREED),
    "delivered": Rule(_AGREED),
    "received": Rule(_AGREED | _ENDED),
    "payment": Rule(_ALWAYS),
    "exception_granted": Rule(_ALWAYS - _ENDED),
    "ended": Rule(_AGREED),
    "reopened": Rule(_ENDED),
    "void": Rule(_ALWAYS),
}
"""Every event: the phases in which it is allowed, and what else it needs."""

_OF_ORDERS = frozenset(
    {
        "change_order_accepted", "change_order_declined", "change_order_withdrawn",
        "proceed_instructed",
    }
)  # fmt: skip
"""Events that need an order that waits for an answer."""

UNGUARDED = frozenset({"message"})
"""Events that need nothing of the journal but its last entry."""


def nothing_meant_fault(state: State, fact: str, value: str | None = None) -> Fault:
    """Say that no document that waits for an answer is meant, and what is allowed."""
    waits = any(order.status == "pending" for order in state.orders.values())
    allowed = _allowed(state, frozenset() if waits else _OF_ORDERS)
    return Fault("nothing_open", f"{fact}: {_PHASES[state.phase]}", allowed, value=value)


def _allowed(state: State, without: frozenset[str] = frozenset()) -> str:
    names = (name for name, rule in TABLE.items() if state.phase in rule.phases)
    return f"allowed now: {', '.join(name for name in names if name not in without)}"


def step_faults(state: State, event: Event) -> Iterator[Fault]:
    """Find why a state does not allow an event; the fault says what is allowed."""
    rule = TABLE[event.name]
    if state.phase not in rule.phases:
        fact = f"{event.name} is not allowed now: {_PHASES[state.phase]}"
        yield Fault("not_allowed", fact, _allowed(state), value=event.name)
        return
    found = [] if rule.needs is None else list(rule.needs(state, event))
    if not found and rule.phases <= _AGREED | _ENDED:
        found += _not_before(event, "the quote was accepted", state.accepted_on)
    for fact, remedy in found:
        yield Fault("not_allowed", fact, remedy, value=event.name)
