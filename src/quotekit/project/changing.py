"""Changing: requests recorded, and a change order issued for each on the agreed quote."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quotekit.changes import ChangeOrder, ChangeRequest
from quotekit.errors import Fault, NotAllowedError, QuotekitError
from quotekit.project.noting import requested
from quotekit.project.planning import (
    Circumstances,
    asked,
    circumstances,
    pending_order,
    placed,
)
from quotekit.project.recorded_job import RecordedJob
from quotekit.project.sending import marked
from quotekit.project.stamp import Recorded, Stamp
from quotekit.record import Event, Journal, kept_order, kept_request


@dataclass(frozen=True, eq=False)
class Issue:
    """Hold the order of a request, and what recording it has come to."""

    order: ChangeOrder
    recorded: Recorded


@dataclass(frozen=True, eq=False)
class _Planned:
    """Hold what is to be recorded of one request; `order_data` is None where its order stands."""

    order: ChangeOrder
    request: Event | None
    order_data: Mapping[str, Any] | None


def change(
    job: RecordedJob,
    stamp: Stamp,
    paths: Sequence[str | os.PathLike[str]],
    *,
    progress: Mapping[str, object],
    paid: Sequence[str],
) -> tuple[Issue, ...]:
    """Record requests, or the edited contract where there are none, and issue an order for each.

    An order that waits for an answer and still fits stays as it is; one whose base is no longer
    agreed, or that has expired, is issued anew. All is priced and judged before anything is
    written. Raises as `plan` does, and `NotAllowedError` for a request that is decided, or is
    recorded with other words.
    """
    here = circumstances(job, stamp.on, progress, paid)
    journal = job.journal
    planned: list[_Planned] = []
    for path, request in asked(job, here.contract, paths, stamp.on):
        try:
            one, here, journal = _planned(job, stamp, request, here, journal)
        except QuotekitError as error:
            raise placed(error, job, path, request) from None
        planned.append(one)
    return _recorded(job, stamp, planned)


def _planned(
    job: RecordedJob, stamp: Stamp, request: ChangeRequest, here: Circumstances, journal: Journal
) -> tuple[_Planned, Circumstances, Journal]:
    """Price and judge one request; return it with what the next one meets."""
    event = _request_event(job, stamp, request)
    if event is not None:
        journal = job.grown(journal, event, stamp)
    number = pending_order(job, request)
    if number is not None and _stands(here, number):
        return _Planned(here.contract.order(number), event, None), here, journal
    order = here.priced(request, number)
    data = {
        "number": order.number,
        "order": kept_order(order),
        "digest": order.revised,
        "supersedes": order.supersedes,
    }
    issued = job.event("change_order_issued", stamp, job.seller, data)
    journal = job.grown(journal, issued, stamp)
    here = replace(here, contract=here.contract.offer(order))
    return _Planned(order, event, data), here, journal


def _request_event(job: RecordedJob, stamp: Stamp, request: ChangeRequest) -> Event | None:
    """Return the event of a request, None where it is recorded already and still open."""
    kept = kept_request(request)
    known = [
        entry.data["request"]
        for entry in job.journal.in_force
        if entry.event == "change_requested" and entry.data["request"]["id"] == request.id
    ]
    if known and known[-1] == kept:
        if not job.state.requests[request.id]:
            fact = f'the request "{request.id}" is decided already'
            raise NotAllowedError(Fault("decided", fact, "write a new one, with another id"))
        return None
    # Whose request it is, is not who issues the order.
    asked_on = replace(requested(stamp, request), by=request.requested_by)
    return job.event("change_requested", asked_on, job.client, {"request": kept})


def _stands(here: Circumstances, number: str) -> bool:
    """Say whether an order can be accepted as it was issued."""
    contract = here.contract
    fits = contract.order(number).base == contract.priced.digest
    return fits and contract.status(number, here.on) == "pending"


def _recorded(job: RecordedJob, stamp: Stamp, planned: Sequence[_Planned]) -> tuple[Issue, ...]:
    """Write all that was planned at once, or nothing of it."""
    if all(one.request is None and one.order_data is None for one in planned):
        return tuple(_standing(job, one.order) for one in planned)
    issues = []
    with job.writing() as writing:
        journal = job.journal
        for one in planned:
            if one.request is not None:
                journal = job.grown(journal, one.request, stamp)
            if one.order_data is None:
                issues.append(_standing(job, one.order))
                continue
            # Each document bears the head of the record before its own entry.
            text = marked(job.printed_order(one.order, journal=journal), journal)
            document = writing.papers.document(f"{one.order.number}.txt", text)
            data = {**one.order_data, "document": document}
            event = job.event("change_order_issued", stamp, job.seller, data)
            journal = job.grown(journal, event, stamp)
            issued = Recorded(journal.entries[-1], is_new=True, document=job.folder / document.path)
            issues.append(Issue(one.order, issued))
        writing.write(journal)
    return tuple(issues)


def _standing(job: RecordedJob, order: ChangeOrder) -> Issue:
    """Return an order that stays as it was issued."""
    entry = job.journal.entries[job.state.orders[str(order.number)].seq - 1]
    return Issue(order, Recorded(entry, is_new=False))
