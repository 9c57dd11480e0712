"""Leaving: what it costs or returns, and what to keep aside, by the record where there is one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from quotekit.advice import Cause, Exposure, Settlement, exposure, settlement
from quotekit.changes import Contract
from quotekit.errors import Fault, NotAllowedError
from quotekit.project.recorded_job import RecordedJob
from quotekit.record import Status
from quotekit.values import HUNDRED, calendar_day, exact

_SETTLED_OTHERWISE = frozenset({"accepted", "superseded"})
"""Where an instructed order stands whose work counts by tasks, or by another order."""


@dataclass(frozen=True)
class Standing:
    """Hold what is agreed on a day, how far it has come, and what was paid."""

    contract: Contract
    progress: Mapping[str, object]
    payments: tuple[object, ...]
    instructed: Mapping[str, Decimal | None]
    accepted_on: date | None


def settled(
    job: RecordedJob,
    cause: Cause,
    on: date,
    progress: Mapping[str, object],
    paid: Iterable[object],
) -> Settlement:
    """Return what leaving the job costs or returns on a day; raises as `settlement` does."""
    here = _standing(job, on, progress, paid)
    return settlement(
        here.contract,
        here.progress,
        here.payments,
        on=on,
        cause=cause,
        instructed=here.instructed,
    )


def exposed(
    job: RecordedJob,
    on: date,
    reserve: object,
    progress: Mapping[str, object],
    paid: Iterable[object],
) -> Exposure:
    """Return what is paid and not earned on a day and as planned; raises as `exposure` does."""
    here = _standing(job, on, progress, paid)
    return exposure(
        here.contract,
        here.progress,
        here.payments,
        on=on,
        accepted_on=here.accepted_on,
        set_aside=reserve,
    )


def _standing(
    job: RecordedJob, on: date, progress: Mapping[str, object], paid: Iterable[object]
) -> Standing:
    """Return where a job stands; what is stated of progress goes before what is recorded.

    Payments that are stated come beside those that are recorded. Where nothing is recorded, the
    quote in the file counts as agreed on that day.
    """
    if not job.is_agreed:
        contract = job.placed(lambda: Contract(job.quote, job.agreement))
        return Standing(contract, progress, tuple(paid), {}, on)
    now = job.status(on)
    if now.contract is None:
        fact = f"nothing was agreed by {on}"
        raise NotAllowedError(Fault("not_agreed", fact, "name a later day", value=str(on)))
    tasks = {task.id for task in now.contract.current.tasks}
    known = {**_approved(now, now.contract), **now.progress}
    return Standing(
        contract=now.contract,
        progress={**{name: done for name, done in known.items() if name in tasks}, **progress},
        payments=(*paid, now.paid),
        instructed=_instructed(job, now),
        accepted_on=now.state.accepted_on,
    )


def _approved(now: Status, contract: Contract) -> dict[str, Decimal]:
    """Return the progress that an approval shows: all of what the task was on that day."""
    found: dict[str, Decimal] = {}
    for name, day in now.state.approved.items():
        every = [task.id for task in contract.current.tasks]
        done = dict.fromkeys(every if name == "all" else [name], HUNDRED)
        for order in contract.orders:
            decision = contract.decisions[str(order.number)]
            if decision.state == "accepted" and decision.on is not None and decision.on > day:
                done = order.rescaled(done)
        found |= done
    return found


def _instructed(job: RecordedJob, now: Status) -> dict[str, Decimal | None]:
    """Return the limits of the orders that were to be begun and are not agreed."""
    found: dict[str, Decimal | None] = {}
    for entry in job.journal.in_force:
        data: Mapping[str, Any] = entry.data
        if entry.event == "proceed_instructed" and calendar_day(data["on"]) <= now.on:
            order = now.state.orders[data["number"]]
            if order.status not in _SETTLED_OTHERWISE:
                limit = data.get("limit")
                found[order.number] = None if limit is None else exact(limit)
    return found
