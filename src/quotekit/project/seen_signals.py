"""What the record of a job shows that a seasoned freelancer takes note of."""

from collections.abc import Iterable, Iterator
from datetime import date

from quotekit.advice import Signal
from quotekit.changes import Contract
from quotekit.project.recorded_job import RecordedJob
from quotekit.record import Status

_WEEK = 7


def seen_signals(job: RecordedJob, on: date) -> Iterator[Signal]:
    """Yield what the record shows by the end of a day; what never happened is left out."""
    now = job.status(on)
    if now.contract is None:
        return
    found = (
        _changes(now),
        _named("late_answers", (one.item for one in now.owed if one.overdue)),
        _named("unpaid_orders", _overdue(now, now.contract)),
        _messages(now),
        _named("work_before_agreement", (o.number for o in now.state.orders.values() if o.proceed)),
    )
    yield from (signal for signal in found if signal.times)


def _named(name: str, things: Iterable[str]) -> Signal:
    known = tuple(things)
    return Signal(name, len(known), ", ".join(known) or None)


def _changes(now: Status) -> Signal:
    """Count how many changes of scope a week the client has asked for, useful ones left out."""
    asked = [
        one.seq
        for one in now.requests
        if one.reason == "client" and one.value != "constructive" and one.kind == "scope"
    ]
    days = (now.on - (now.state.accepted_on or now.on)).days + 1
    weeks = -(-days // _WEEK)
    listed = ", ".join(f"#{seq}" for seq in asked)
    return Signal("specification_changes", len(asked) // weeks, listed or None)


def _messages(now: Status) -> Signal:
    use = now.contact
    budget = None if use is None else use.terms.messages_per_week
    if use is None or budget is None or use.messages <= budget:
        return Signal("messages_above_budget", 0)
    evidence = f"{use.messages} > {budget}"
    return Signal("messages_above_budget", use.messages // max(1, budget), evidence)


def _overdue(now: Status, contract: Contract) -> Iterator[str]:
    """Yield the instalments that are due and not paid, by what has happened, not by the plan."""
    for part in contract.priced.instalments:
        day = now.due_dates.get(part.id)
        fixed = part.due is not None and part.due.after is None
        if day is None or not (fixed or part.id in now.due_known):
            continue
        if day < now.on and part.amount > 0 and part.id not in now.settled:
            yield part.id
