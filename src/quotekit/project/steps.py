"""One step of a job: judged first, then its evidence kept, then recorded."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from quotekit.errors import Fault, InvalidInputError
from quotekit.files import foreseen_evidence
from quotekit.project.agreed_file import update_contract
from quotekit.project.recorded_job import RecordedJob
from quotekit.project.stamp import Recorded, Stamp
from quotekit.record import Event, repeated
from quotekit.values import plain, quantum, rounded

Source = str | os.PathLike[str]


def take_step(  # noqa: PLR0913 - what happened, who did it, what proves it, what follows
    job: RecordedJob,
    stamp: Stamp,
    name: str,
    *,
    by: str | None,
    evidence: Iterable[Source] = (),
    follow: Callable[[], tuple[str, ...]] = tuple,
    **data: Any,  # noqa: ANN401 - what the event holds
) -> Recorded:
    """Record that something happened; `by` is whose step it is, unless the stamp says who.

    `follow` is done once it is recorded, while nobody else adds to the record, and returns
    notices. Nothing is written where the step is refused. Raises as `append`, `Papers.evidence`
    and `writing` do, and `InvalidInputError` for an amount that nobody can pay.
    """
    sources = tuple(evidence)
    if sources:
        data["evidence"] = tuple(foreseen_evidence(job.folder, source) for source in sources)
    event = job.event(name, stamp, by, data)
    _refuse_finer(job, event)
    # Judged before anything is written, or even held.
    grown = job.grown(job.journal, event, stamp)
    same = repeated(job.journal, event) if grown is job.journal else None
    if same is not None:
        return Recorded(same, is_new=False)
    with job.writing() as writing:
        if sources:
            data["evidence"] = tuple(map(writing.papers.evidence, sources))
            grown = job.grown(job.journal, job.event(name, stamp, by, data), stamp)
        writing.write(grown)
        return Recorded(grown.entries[-1], is_new=True, notices=follow())


def take_agreed_step(
    job: RecordedJob,
    stamp: Stamp,
    name: str,
    **said: Any,  # noqa: ANN401 - as `take_step`
) -> Recorded:
    """Take a step that changes what is agreed, and write that to its file; raises as `take_step`.

    A step that is recorded already writes the file where it is gone or was left outdated.
    """
    before = job.journal
    done = take_step(job, stamp, name, follow=lambda: update_contract(job, before), **said)
    if done.is_new:
        return done
    return replace(done, notices=update_contract(job, before, again=True))


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
