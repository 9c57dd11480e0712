"""Deciding otherwise: declined, withdrawn, begun before it is agreed, undone, ended."""

from collections.abc import Iterable
from typing import Any, Literal

from quotekit.project.open_documents import document_meant
from quotekit.project.recorded_job import RecordedJob
from quotekit.project.stamp import Recorded, Stamp
from quotekit.project.steps import Source, take_agreed_step, take_step


def refuse(
    job: RecordedJob,
    stamp: Stamp,
    outcome: Literal["declined", "withdrawn"],
    number: str | None = None,
    **said: Any,  # noqa: ANN401 - `reason`, `method` and `evidence`
) -> Recorded:
    """Record that the client declines a document, or that the seller withdraws it."""
    meant = document_meant(job, number, stamp.on)
    by = job.client if outcome == "declined" else job.seller
    if meant in job.state.orders:
        return take_step(job, stamp, f"change_order_{outcome}", by=by, number=meant, **said)
    digest = None if job.state.sent is None else job.state.sent["digest"]
    return take_step(job, stamp, f"quote_{outcome}", by=by, digest=digest, **said)


def proceed(
    job: RecordedJob,
    stamp: Stamp,
    number: str | None = None,
    **said: Any,  # noqa: ANN401 - `limit`, `method` and `evidence`
) -> Recorded:
    """Record that the client wants an order begun before agreeing to it, up to an amount."""
    meant = document_meant(job, number, stamp.on, only_orders=True)
    return take_step(job, stamp, "proceed_instructed", by=job.client, number=meant, **said)


def void(
    job: RecordedJob,
    stamp: Stamp,
    seq: int,
    *,
    reason: str | None = None,
    evidence: Iterable[Source] = (),
) -> Recorded:
    """Record that an entry counts as not having happened, and write what is agreed without it."""
    return take_agreed_step(
        job, stamp, "void", by=job.seller, evidence=evidence, seq=seq, reason=reason
    )
