"""The edited contract: what somebody has written into `contract.yaml`, as a change request."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from quotekit.changes import (
    Action,
    Add,
    AddRate,
    ChangeRequest,
    Contract,
    Deselect,
    ReviseQuote,
    ReviseRate,
    Select,
    difference,
)
from quotekit.errors import Fault, NotAllowedError, QuotekitError
from quotekit.files import load_quote, placed_in_quote
from quotekit.project.agreed_file import CONTRACT
from quotekit.project.recorded_job import RecordedJob
from quotekit.quotes import Quote, quote_digest
from quotekit.record import kept_request, request_kept

Error = TypeVar("Error", bound=QuotekitError)

Keys = tuple[str | int, ...]

_ARGUMENTS = frozenset({"progress", "paid"})
"""The keys of what is stated beside a request, and in no file."""


def edited_contract(job: RecordedJob, contract: Contract, on: date) -> ChangeRequest | None:
    """Return the request whose actions make the edited contract of the agreed quote.

    None where nothing is changed in it but private notes. A request that is recorded already and
    still open, with the same actions, is that request.
    """
    edited = load_quote(job.folder / CONTRACT)
    refuse_outdated(job, contract, edited)
    actions = difference(contract.current, edited)
    entries = [one for one in job.journal.in_force if one.event == "change_requested"]
    made = ChangeRequest.model_validate(
        {
            "id": f"edit-{len(entries) + 1}",
            "quote": contract.current.number,
            "requested_by": job.client,
            "requested_on": on,
            "actions": actions,
        }
    )
    kept = kept_request(made)
    if not kept["actions"]:
        return None
    for entry in entries:
        known = entry.data["request"]
        if known["actions"] == kept["actions"] and job.state.requests[known["id"]]:
            return request_kept(known)
    return request_kept(kept)


def refuse_outdated(job: RecordedJob, contract: Contract, edited: Quote) -> None:
    """Raise `NotAllowedError` where the file holds what was agreed before: nobody has edited it."""
    earlier = {contract.priced_original.digest, *(one.base for one in contract.orders)}
    digest = quote_digest(edited)
    if digest in earlier and digest != contract.priced.digest:
        fact = f"{CONTRACT} holds what was agreed before, and not what is agreed now"
        remedy = "repeat the last quotekit accept, which writes the file anew"
        fault = Fault("outdated", fact, remedy, file=os.fspath(job.folder / CONTRACT))
        raise NotAllowedError(fault)


def placed_in_contract(error: Error, job: RecordedJob, request: ChangeRequest) -> Error:
    """Return an error about the edited contract with the place in its file of each of its faults.

    Nobody has written the actions of such a request: a fault of one is said where the file says
    what the action makes of it. What stands nowhere in the file gets the file alone, and what
    was stated beside it stays as it is.
    """
    path = job.folder / CONTRACT
    edited = load_quote(path)
    faults = [_in_the_quote(fault, request, edited) for fault in error.faults]
    where = iter(placed_in_quote(path, [one for one in faults if _in_the_file(one) and one.keys]))
    found: Iterator[Fault] = (
        fault if not _in_the_file(fault)
        else next(where) if fault.keys
        else replace(fault, file=os.fspath(path))
        for fault in faults
    )  # fmt: skip
    return type(error)(*sorted(found, key=lambda fault: (fault.line or 0, fault.column or 0)))


def _in_the_file(fault: Fault) -> bool:
    placed = fault.file is not None or fault.line is not None
    return not placed and fault.keys[:1] not in {(key,) for key in _ARGUMENTS}


def _in_the_quote(fault: Fault, request: ChangeRequest, edited: Quote) -> Fault:
    """Put a fault of an action to the part of the quote that the action is about."""
    head, *rest = fault.keys or ("",)
    if head in _ARGUMENTS or head in Quote.model_fields:
        return fault
    at = rest[0] if head == "actions" and rest else None
    keys = _keys(request.actions[at], tuple(rest[1:]), edited) if isinstance(at, int) else ()
    return replace(fault, keys=(), path="").at(*keys)


def _keys(action: Action, inner: Keys, edited: Quote) -> Keys:
    """Return the keys of the quote for those inside an action."""
    if isinstance(action, ReviseQuote):
        return inner[1:]
    if isinstance(action, ReviseRate | AddRate):
        name = action.revise_rate if isinstance(action, ReviseRate) else action.add_rate.id
        return ("rates", name, *inner[1:])
    if isinstance(action, Select | Deselect):
        return ("selected",)
    name = action.add.id if isinstance(action, Add) else action.target(edited) or ""
    places = [at for at, task in enumerate(edited.tasks) if task.id == name]
    # Of a task that is no longer there nothing but the list is left to point at.
    return ("tasks", *places, *inner[1:]) if places else ("tasks",)
