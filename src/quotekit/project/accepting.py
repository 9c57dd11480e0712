"""Accepting: what was sent becomes what is agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from quotekit.changes import Contract
from quotekit.errors import Fault, InvalidInputError
from quotekit.project.edited_fields import edited_since
from quotekit.project.open_documents import document_meant
from quotekit.project.recorded_job import RecordedJob
from quotekit.project.stamp import Recorded, Stamp
from quotekit.project.steps import Source, take_agreed_step
from quotekit.quotes import quote_digest
from quotekit.record import selected_quote


def accept(  # noqa: PLR0913 - what is accepted, how, and what proves it
    job: RecordedJob,
    stamp: Stamp,
    number: str | None = None,
    *,
    select: Iterable[str] = (),
    method: str | None = None,
    evidence: Iterable[Source] = (),
    honour_expired: str | None = None,
) -> Recorded:
    """Record that the client accepts a document, and write what is agreed from then on.

    Without a number it is the only one that waits for an answer. `select` names options of the
    quote. Raises `NotAllowedError` where the record does not allow it, `StaleBaseError` and
    `ExpiredError` as `Contract.accept` does.
    """
    meant = document_meant(job, number, stamp.on)
    names = tuple(sorted(set(select)))
    said: dict[str, Any] = {"method": method, "honour_expired": honour_expired}
    notices: tuple[str, ...] = ()
    if meant in job.state.orders:
        if names:
            fact = f"{meant} is accepted whole or not at all"
            remedy = "leave out --select: a change request may select an option"
            raise InvalidInputError(Fault("no_options", fact, remedy, value=names[0]))
        name, data = "change_order_accepted", _order_accepted(job, meant, stamp, honour_expired)
    else:
        name, data = "quote_accepted", _quote_accepted(job, names)
        notices = edited_since(job)
    done = take_agreed_step(job, stamp, name, by=job.client, evidence=evidence, **data, **said)
    return replace(done, notices=(*notices, *done.notices))


def _quote_accepted(job: RecordedJob, names: tuple[str, ...]) -> dict[str, Any]:
    quote = job.quote_sent
    sent = job.state.sent
    assert quote is not None  # noqa: S101 - a quote that is meant was sent
    assert sent is not None  # noqa: S101 - as above
    try:
        agreed = selected_quote(quote, names)
    except InvalidInputError as error:
        # The place is an option of the call, not a line of a file.
        faults = (replace(fault, path="", keys=()) for fault in error.faults)
        raise InvalidInputError(*faults) from None
    return {"sent": sent["digest"], "agreed": quote_digest(agreed), "selected": names}


def _order_accepted(
    job: RecordedJob, number: str, stamp: Stamp, honour_expired: str | None
) -> Mapping[str, Any]:
    """Return which order is accepted, and what is agreed from then on."""
    order = job.state.orders[number]
    if order.status != "pending" or job.state.phase != "accepted":
        # It is decided: the very same again writes nothing, anything else is not allowed.
        decided = [
            entry.data for entry in job.journal.in_force if entry.data.get("number") == number
        ]
        known = decided[-1] if order.status == "accepted" else {"digest": order.revised}
        kept = {key: known[key] for key in ("digest", "rebased_from") if key in known}
        return {"number": number, **kept}
    contract: Contract = job.contract
    agreed = contract.accept(number, on=stamp.on, honour_expired=honour_expired)
    base = contract.order(number).base
    rebased = None if base == contract.priced.digest else base
    return {"number": number, "digest": agreed.priced.digest, "rebased_from": rebased}
