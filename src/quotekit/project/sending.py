"""Sending: the quote as it goes to the client, kept with all that its figures depend on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

from quotekit.changes import mark_faults
from quotekit.errors import InvalidInputError, NotAllowedError, UnknownNameError
from quotekit.files import foreseen_evidence
from quotekit.pricing import price
from quotekit.project.advising import gaps_of
from quotekit.project.recorded_job import RecordedJob
from quotekit.project.stamp import Recorded, Stamp
from quotekit.project.steps import Source
from quotekit.quotes import unknown_name
from quotekit.record import Entry, Journal, snapshot
from quotekit.values import canonical


def send(
    job: RecordedJob,
    stamp: Stamp,
    waived: Mapping[str, str],
    *,
    method: str | None = None,
    evidence: Iterable[Source] = (),
) -> Recorded:
    """Record that the quote goes out, and keep the document; `waived` says why a blocker is none.

    The same quote sent again writes nothing, unless something else is said of it. Raises
    `NotAllowedError` where something is missing in it or the record does not allow it, and
    `InvalidInputError` where it bears the marks of change orders.
    """
    quote = job.quote
    faults = list(mark_faults(quote))
    if faults:
        raise InvalidInputError(*map(job.in_this_file, faults))
    _refuse_blocked(job, waived)
    kept = snapshot(quote, job.agreement, _version())
    sources = tuple(evidence)
    said: dict[str, Any] = {
        "waived": [{"blocker": code, "reason": reason} for code, reason in waived.items()],
        "method": method,
        "evidence": [foreseen_evidence(job.folder, one).model_dump() for one in sources],
    }
    same = _sent_so(job, kept, said)
    if same is not None:
        return Recorded(same, is_new=False)
    totals = job.placed(lambda: price(quote)).totals
    revision = job.state.revision + 1
    text = marked(job.printed(), job.journal)
    data: dict[str, Any] = {
        "number": quote.number,
        "revision": revision,
        "digest": price(quote).digest,
        "snapshot": kept,
        "totals": {name: f"{getattr(totals, name):f}" for name in ("net", "total", "payable")},
        "valid_until": quote.valid_until,
        **said,
    }
    # Judged before anything is written, or even held.
    job.grown(job.journal, job.event("quote_sent", stamp, job.seller, data), stamp)
    with job.writing() as writing:
        data["evidence"] = tuple(map(writing.papers.evidence, sources))
        document = writing.papers.document(f"{quote.number}-r{revision}.txt", text)
        event = job.event("quote_sent", stamp, job.seller, {**data, "document": document})
        grown = job.grown(job.journal, event, stamp)
        writing.write(grown)
    return Recorded(grown.entries[-1], is_new=True, document=job.folder / document.path)


def marked(text: str, journal: Journal) -> str:
    """Return a document that bears the head of the record, by which a later cut is found."""
    return text if journal.mark is None else f"{text}\nrecord {journal.mark}\n"


def _refuse_blocked(job: RecordedJob, waived: Mapping[str, str]) -> None:
    found = {blocker.code: blocker for blocker in gaps_of(job).blockers}
    unknown = [code for code in waived if code not in found]
    if unknown:
        raise UnknownNameError(*(unknown_name("blocker", code, found) for code in unknown))
    faults = [
        replace(
            blocker.as_fault(),
            code="blocked",
            remedy=f"{blocker.remedy}, or say why it may go out all the same: "
            f"--waive {code}=REASON",
            value=code,
        )
        for code, blocker in found.items()
        if code not in waived
    ]
    if faults:
        raise NotAllowedError(*faults)


def _sent_so(job: RecordedJob, kept: Mapping[str, Any], said: Mapping[str, Any]) -> Entry | None:
    """Return the entry by which the very same has gone out and waits for an answer.

    What is not said this time is taken to be as it was said then.
    """
    if job.state.phase != "sent":
        return None
    last = next(entry for entry in reversed(job.journal.in_force) if entry.event == "quote_sent")
    # The version of the program is no part of what was sent.
    was, now = (canonical({**one, "quotekit": None}) for one in (last.data["snapshot"], kept))
    again = all(last.data.get(key) == value for key, value in said.items() if value)
    return last if was == now and again else None


def _version() -> str:
    """Return the version of quotekit, which stands at the public door: nobody in here knows it."""
    version: str = import_module(__name__.partition(".")[0]).__version__
    return version
