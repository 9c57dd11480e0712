"""One step of a job: judged first, then its evidence kept, then recorded."""

import os
from collections.abc import Iterable
from typing import Any

from quotekit.files import foreseen_evidence, keep_evidence
from quotekit.project.recorded_job import RecordedJob
from quotekit.project.stamp import Recorded, Stamp

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

    Nothing is written where it is refused. Raises as `append_event` and `keep_evidence` do.
    """
    sources = tuple(evidence)
    if sources:
        data["evidence"] = tuple(foreseen_evidence(job.folder, source) for source in sources)
    event = job.event(name, stamp, by, data)
    if sources and job.grown(job.journal, event, stamp) is not job.journal:
        data["evidence"] = tuple(keep_evidence(job.folder, source) for source in sources)
        event = job.event(name, stamp, by, data)
    return job.write_event(event, stamp)
