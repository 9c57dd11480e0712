"""Verifying and repairing the record, and the papers that it names."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quotekit.errors import Fault, InvalidInputError, NotAllowedError
from quotekit.files import digest_of
from quotekit.project.recorded_job import JOURNAL, RecordedJob
from quotekit.record import Journal, verify


@dataclass(frozen=True, slots=True)
class Verified:
    """Hold a record whose chain is whole, and the papers it names that are gone."""

    journal: Journal
    missing: tuple[str, ...] = ()


def verified(job: RecordedJob, expect: str | None = None) -> Verified:
    """Hold the chain of the record, and the papers that it names by their digest.

    `expect` is the mark on a document, such as `7:3f9a2c41b07d5e66`. Raises `NotAllowedError`
    where an entry or a paper has been changed, or the record does not hold what is expected;
    `InvalidInputError` where there is no record, and for a mark that is none.
    """
    if not job.journal_file.exists():
        fact = f"there is no {JOURNAL} in this folder"
        remedy = "nothing has been recorded yet: quotekit send begins it"
        raise InvalidInputError(Fault("no_record", fact, remedy, file=os.fspath(job.folder)))
    try:
        journal = job.journal
    except InvalidInputError as error:
        # The record is there: the answer is no, and not that the call was wrong.
        raise NotAllowedError(*error.faults) from None
    verify(journal, expect)
    missing: dict[str, None] = {}
    faults: list[Fault] = []
    for path, digest in _papers(journal):
        found = digest_of(job.folder / path)
        if found is None:
            missing[path] = None
        elif found != digest:
            fact = "this file is not what it was when it was recorded"
            file = os.fspath(job.folder / path)
            faults.append(Fault("changed_paper", fact, "take it from a copy", file=file))
    if faults:
        raise NotAllowedError(*dict.fromkeys(faults))
    return Verified(journal, tuple(missing))


def _papers(journal: Journal) -> Iterator[tuple[str, str]]:
    """Yield path and digest of every paper that the record names."""
    for entry in journal.entries:
        papers: list[Mapping[str, Any]] = [*entry.data.get("evidence", ())]
        if "document" in entry.data:
            papers.append(entry.data["document"])
        for paper in papers:
            yield paper["path"], paper["digest"]
