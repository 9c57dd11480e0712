"""One step of a job: judged first, then its evidence kept, then recorded."""

import os
from collections.abc import Iterable
from typing import Any

from quotekit.errors import Fault, InvalidInputError
from quotekit.files import foreseen_evidence, keep_evidence
from quotekit.project.recorded_job import RecordedJob
from quotekit.project.stamp import Recorded, Stamp
from quotekit.record import Event
from quotekit.values import plain, quantum, rounded

Source = str | os.PathLike[str]


def take_step(
    job: RecordedJob,
    stamp: Stamp,
    name: str,
    *,
    by: str | None,
    evidence: Iterable[Source] = (),
    **data: Any,  # noqa: ANN401 - what the event holds
) -> Recorded:
    """Record that something happened; `by` is whose step it is, unless the stamp says who.

    Nothing is written where it is refused. Raises as `append_event` and `keep_evidence` do, and
    `InvalidInputError` for an amount that nobody can pay.
    """
    sources = tuple(evidence)
    if sources:
        data["evidence"] = tuple(foreseen_evidence(job.folder, source) for source in sources)
    event = job.event(name, stamp, by, data)
    _refuse_finer(job, event)
    if sources and job.grown(job.journal, event, stamp) is not job.journal:
        data["evidence"] = tuple(keep_evidence(job.folder, source) for source in sources)
        event = job.event(name, stamp, by, data)
    return job.write_event(event, stamp)


def _refuse_finer(job: RecordedJob, event: Event) -> None:
    """Refuse an amount with more decimals than the currency has, which nothing could settle."""
    decimals = job.decimals
    for key in ("amount", "limit"):
        amount = getattr(event, key, None)
        if decimals is None or amount is None:
            continue
        payable = rounded(amount, quantum(decimals))
        if amount != payable:
            fact = f"nobody can pay {plain(amount)}, which has more decimals than the currency"
            fault = Fault("too_many_decimals", fact, f"write {payable:f}", value=plain(amount))
            raise InvalidInputError(fault.at(key))
