"""Leaving: what it costs or returns, and what to keep aside, by the record where there is one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from quotekit.advice import Cause, Exposure, Settlement, exposure, settlement
from quotekit.changes import Contract
from quotekit.errors import Fault, NotAllowedError
from quotekit.project.recorded_job import RecordedJob
from quotekit.record import Status
from quotekit.values import calendar_day, exact


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
        instructed=here.instructed,
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
    instructed = _instructed(job, now)
    counted = {*instructed, *(task.id for task in now.contract.current.tasks)}
    return Standing(
        contract=now.contract,
        progress={**{name: done for name, done in now.done.items() if name in counted}, **progress},
        payments=(*paid, now.paid),
        instructed=instructed,
        accepted_on=now.state.accepted_on,
    )


def _instructed(job: RecordedJob, now: Status) -> dict[str, Decimal | None]:
    """Return the limits of the orders that were to be begun and are not agreed.

    One that was issued anew counts by the number under which it was instructed, until the one in
    its place is accepted or is instructed itself.
    """
    found: dict[str, Decimal | None] = {}
    instead: dict[str, str] = {}
    for entry in job.journal.in_force:
        data: Mapping[str, Any] = entry.data
        if calendar_day(data["on"]) > now.on:
            continue
        if entry.event == "proceed_instructed":
            limit = data.get("limit")
            found[data["number"]] = None if limit is None else exact(limit)
        elif entry.event == "change_order_issued" and data.get("supersedes") is not None:
            instead[data["supersedes"]] = data["number"]
    return {
        number: limit
        for number, limit in found.items()
        if not any(
            now.state.orders[one].status == "accepted" or (one != number and one in found)
            for one in _line_of(number, instead)
        )
    }


def _line_of(number: str, instead: Mapping[str, str]) -> Iterator[str]:
    """Yield an order and those that were issued in its place, one after the other."""
    yield number
    while number in instead:
        number = instead[number]
        yield number
