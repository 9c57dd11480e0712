"""Planning: what changes cost, priced on the agreed quote with what the record knows."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from quotekit.changes import ChangeOrder, ChangeRequest, Contract, issue, reissue
from quotekit.errors import QuotekitError
from quotekit.files import load_requests, placed_in_request, plan_requests
from quotekit.project.edited_contract import edited_contract, placed_in_contract
from quotekit.project.recorded_job import RecordedJob
from quotekit.record import Basis, change_basis, kept_request

Asked = tuple[str | os.PathLike[str] | None, ChangeRequest]
"""A request, and the file in which it is written; None for the edited contract."""

Error = TypeVar("Error", bound=QuotekitError)


@dataclass(frozen=True)
class Circumstances:
    """Hold what requests are priced with: what is recorded, and what the caller states beside."""

    basis: Basis
    contract: Contract
    on: date
    progress: Mapping[str, object]
    paid: tuple[str, ...]
    planned: tuple[ChangeOrder, ...] = ()
    """Orders that count as accepted, for planning one on top of the other."""

    def priced(self, request: ChangeRequest, pending: str | None) -> ChangeOrder:
        """Price a request, or anew the pending order of it, which is superseded by that."""
        if pending is not None:
            return reissue(
                self.contract, pending, on=self.on, progress=self.progress, paid=self.paid
            )
        return issue(
            self.contract,
            request,
            on=self.on,
            progress=self.progress,
            late_progress=self._progress_on(request.requested_on),
            paid=self.paid,
        )

    def _progress_on(self, day: date | None) -> Mapping[str, object]:
        """Return the progress by the end of a day; what is only stated counts for any day."""
        if day is None:
            return self.progress
        recorded = self.basis.progress
        stated = {task: done for task, done in self.progress.items() if task not in recorded}
        then = self.basis.progress_on(day)
        for order in self.planned:
            then = order.rescaled(then)
        return {**stated, **then}


def circumstances(
    job: RecordedJob, on: date, progress: Mapping[str, object], paid: Sequence[str]
) -> Circumstances:
    """Return what changes of a job are priced with; what is stated goes before what is recorded."""
    basis = change_basis(job.journal)
    done = {**basis.progress, **progress}
    return Circumstances(basis, basis.contract, on, done, (*basis.paid, *paid))


def plan(
    job: RecordedJob,
    paths: Sequence[str | os.PathLike[str]],
    *,
    on: date,
    progress: Mapping[str, object],
    paid: Sequence[str],
) -> tuple[ChangeOrder, ...]:
    """Price requests, or the edited contract where there are none; nothing is issued.

    Each is priced on top of the one before, as if that had been accepted.
    """
    here = circumstances(job, on, progress, paid)
    for path, request in asked(job, here.contract, paths, on):
        try:
            order = here.priced(request, pending_order(job, request))
            agreed = here.contract.offer(order).accept(str(order.number), on=on)
        except QuotekitError as error:
            raise placed(error, job, path, request) from None
        here = replace(
            here,
            contract=agreed,
            progress=order.rescaled_progress(),
            planned=(*here.planned, order),
        )
    return here.planned


def plan_unrecorded(
    job: RecordedJob,
    paths: Sequence[str | os.PathLike[str]],
    *,
    on: date,
    progress: Mapping[str, object],
    paid: Sequence[str],
) -> tuple[ChangeOrder, ...]:
    """Price requests as if the quote in the file were agreed."""
    contract = job.placed(lambda: Contract(job.quote, job.agreement))
    return plan_requests(contract, paths, on=on, progress=progress, paid=paid)


def pending_order(job: RecordedJob, request: ChangeRequest) -> str | None:
    """Return the number of the order of a request that waits for an answer, None if none does."""
    kept = kept_request(request)
    for number, order in reversed(tuple(job.state.orders.items())):
        if order.status == "pending" and order.request == request.id:
            recorded = job.contract.order(number).request
            if recorded is not None and kept_request(recorded) == kept:
                return number
    return None


def asked(
    job: RecordedJob, contract: Contract, paths: Sequence[str | os.PathLike[str]], on: date
) -> Iterator[Asked]:
    """Yield the requests in files or, where none is named, the edited contract as one."""
    if paths:
        yield from zip(paths, load_requests(paths), strict=True)
        return
    request = edited_contract(job, contract, on)
    if request is not None:
        yield None, request


def placed(
    error: Error, job: RecordedJob, path: str | os.PathLike[str] | None, request: ChangeRequest
) -> Error:
    """Return an error about a request with the place of each of its faults in what was written."""
    if path is None:
        return placed_in_contract(error, job, request)
    return placed_in_request(error, path)
