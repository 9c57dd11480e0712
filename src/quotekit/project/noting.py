"""Noting what happened: messages, progress, payments, what has come, requests, exceptions."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from quotekit.changes import ChangeRequest, Contract
from quotekit.errors import Fault, InvalidInputError, UnknownNameError
from quotekit.files import load_request, placed_in_request
from quotekit.project.recorded_job import RecordedJob
from quotekit.project.stamp import Recorded, Stamp
from quotekit.project.steps import Source, take_step
from quotekit.project.subjects import quotes_of
from quotekit.quotes import TERMS, TermException, unknown_name
from quotekit.record import kept_request

_CLIENTS = frozenset({"approved", "received", "payment"})
"""What the client does, where nobody says otherwise; all else is the seller's."""


def note(
    job: RecordedJob,
    stamp: Stamp,
    kind: str,
    data: Mapping[str, Any],
    evidence: Iterable[Source] = (),
) -> Recorded:
    """Record that something of a kind happened; `data` is that of the event of this name.

    Raises `UnknownNameError` for a task, an instalment, an item of scope or a term that is not
    there, and as `append` does.
    """
    if kind == "exception_granted":
        _try_exception(job, data)
    else:
        _refuse_unknown(job, kind, data)
    from_client = kind in _CLIENTS
    if kind == "message":
        data = _with_beginner(job, data)
        from_client = data["initiated_by"] != "seller"
    by = data.get("from") or (job.client if from_client else job.seller)
    return take_step(job, stamp, kind, by=by, evidence=evidence, **data)


def _with_beginner(job: RecordedJob, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the data of a message with who began it: what the seller wrote is the seller's."""
    if data.get("initiated_by") is not None:
        return data
    from_seller = data.get("from") is not None and data["from"] == job.seller
    return {**data, "initiated_by": "seller" if from_seller else None}


def note_request(
    job: RecordedJob,
    stamp: Stamp,
    file: str | os.PathLike[str],
    evidence: Iterable[Source] = (),
) -> Recorded:
    """Record the request in a file; it happened on the day that it names, if it names one.

    Raises as `append` does, an entry that is not there with its place in the file.
    """
    request = load_request(file)
    try:
        return take_step(
            job,
            requested(stamp, request),
            "change_requested",
            by=request.requested_by or job.client,
            evidence=evidence,
            request=kept_request(request),
        )
    except UnknownNameError as error:
        raise placed_in_request(error, file) from None


def requested(stamp: Stamp, request: ChangeRequest) -> Stamp:
    """Return the stamp of a request, which happened on the day that it states."""
    return stamp if request.requested_on is None else replace(stamp, on=request.requested_on)


def _refuse_unknown(job: RecordedJob, kind: str, data: Mapping[str, Any]) -> None:
    """Refuse what names a part of the quote that is not there, once there is a quote."""
    quotes = quotes_of(job)
    if not quotes:
        return
    quote = quotes[0]
    faults = []
    if data.get("task") not in {None, "all"}:
        tasks = [task.id for task in quote.tasks]
        # What an order adds that is to be begun at once is no task of the quote yet.
        begun = [
            one.number for one in job.state.orders.values() if kind == "progress" and one.proceed
        ]
        faults += _unless_there("task", [data["task"]], [*tasks, *begun])
    if data.get("about"):
        ever = (task.id for known in quotes for task in known.tasks)
        faults += _unless_there("task", data["about"], ever)
    if kind == "received":
        items = (one.item for one in quote.scope if one.answer == "client_supplies")
        faults += _unless_there("item that the client supplies", [data["item"]], items)
    if data.get("for") is not None:
        instalments = (payment.id for payment in quote.payments)
        faults += _unless_there("instalment", [data["for"]], instalments)
    if faults:
        raise UnknownNameError(*faults)


def _unless_there(what: str, names: Iterable[str], known: Iterable[str]) -> list[Fault]:
    there = set(known)
    return [unknown_name(what, name, there) for name in names if name not in there]


def _try_exception(job: RecordedJob, data: Mapping[str, Any]) -> None:
    """Refuse an exception to a term that is none, or a value that the term cannot hold."""
    if data["term"] not in TERMS:
        raise UnknownNameError(unknown_name("term", data["term"], TERMS))
    keys = {key: data[key] for key in ("term", "value", "reason") if data.get(key) is not None}
    agreed = job.state.phase in {"accepted", "ended"}
    contract = job.contract if agreed else Contract(job.quote, job.agreement)
    try:
        contract.grant(TermException.model_validate(keys))
    except InvalidInputError as error:
        # The place is a word of the call, not a line of a file.
        faults = (replace(fault, path="", keys=()) for fault in error.faults)
        raise InvalidInputError(*faults) from None
