"""Verifying and repairing the record, and the papers that it names."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quotekit.errors import Fault, InvalidInputError, NotAllowedError
from quotekit.files import Repaired, digest_of, join_journal, repair_journal
from quotekit.project.agreed_file import update_contract
from quotekit.project.job_record import JOURNAL
from quotekit.project.recorded_job import RecordedJob
from quotekit.record import EVENTS, Journal, check_history, verify


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
    try:
        check_history(journal)
    except InvalidInputError as error:
        raise NotAllowedError(*error.faults) from None
    missing: dict[str, None] = {}
    faults: list[Fault] = []
    within = Path(os.path.realpath(job.folder)).parent
    for path, digest in _papers(journal):
        if not Path(os.path.realpath(job.folder / path)).is_relative_to(within):
            # Nothing that lies elsewhere is read, whatever link leads there.
            fact, file = f"this leads out of {within}", os.fspath(job.folder / path)
            faults.append(Fault("outside", fact, "keep the paper itself there", file=file))
            continue
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


def repaired(
    job: RecordedJob, other: str | os.PathLike[str] | None, *, at: str, by: str
) -> Repaired:
    """Repair the record after a write that was cut off; with `other`, join that branch.

    Raises as `repair_journal` and `join_journal` do.
    """
    if other is None:
        done = repair_journal(job.journal_file)
        job.forget()
        return done
    torn = repair_journal(job.journal_file)
    job.forget()
    before = job.journal
    done = join_journal(job.journal_file, other, at=at, by=by)
    done = replace(done, aside=torn.aside, torn=torn.torn)
    job.forget()
    # What the other branch agreed to is agreed here from now on.
    update_contract(job, before)
    return done


def _papers(journal: Journal) -> Iterator[tuple[str, str]]:
    """Yield path and digest of every paper that the record names."""
    for entry in journal.entries:
        if entry.event not in EVENTS:
            continue
        papers: list[Mapping[str, Any]] = [*entry.data.get("evidence", ())]
        if entry.data.get("document") is not None:
            papers.append(entry.data["document"])
        for paper in papers:
            yield paper["path"], paper["digest"]
