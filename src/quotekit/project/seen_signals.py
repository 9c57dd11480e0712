"""What the record of a job shows that a seasoned freelancer takes note of."""

from collections.abc import Iterable, Iterator
from datetime import date

from quotekit.advice import Signal
from quotekit.changes import Contract
from quotekit.pricing import Instalment
from quotekit.project.recorded_job import RecordedJob
from quotekit.record import Status
from quotekit.values import EXACT, ZERO

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
    """Count the changes of scope that the client asks for in an average week, useful ones apart.

    Three quarters of one count as one.
    """
    asked = [
        one.seq
        for one in now.requests
        if one.reason == "client" and one.value != "constructive" and one.kind == "scope"
    ]
    days = max(_WEEK, (now.on - (now.state.accepted_on or now.on)).days + 1)
    a_week = (4 * _WEEK * len(asked) + days) // (4 * days)
    listed = ", ".join(f"#{seq}" for seq in asked)
    return Signal("specification_changes", a_week, listed or None)


def _messages(now: Status) -> Signal:
    use = now.contact
    budget = None if use is None else use.terms.messages_per_week
    if use is None or budget is None or use.messages <= budget:
        return Signal("messages_above_budget", 0)
    evidence = f"{use.messages} > {budget}"
    return Signal("messages_above_budget", use.messages // max(1, budget), evidence)


def _overdue(now: Status, contract: Contract) -> Iterator[str]:
    """Yield the instalments that are due and not paid, by what has happened, not by the plan.

    Money that came for nothing in particular pays what has been due for longest.
    """
    named = sum(now.paid_for.values(), ZERO)
    free = EXACT.subtract(now.paid, named)
    due = [part for part in contract.priced.instalments if _is_due(part, now)]
    for part in sorted(due, key=lambda part: now.due_dates[part.id]):
        left = EXACT.subtract(part.amount, now.paid_for.get(part.id, ZERO))
        if free < left:
            yield part.id
        free = EXACT.subtract(free, min(left, max(free, ZERO)))


def _is_due(part: Instalment, now: Status) -> bool:
    """Say whether an instalment was due before a day, and is not wholly paid by its name."""
    day = now.due_dates.get(part.id)
    fixed = part.due is not None and part.due.after is None
    if day is None or not (fixed or part.id in now.due_known):
        return False
    return day < now.on and part.amount > 0 and part.id not in now.settled
