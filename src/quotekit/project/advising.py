"""Advising: what the quote of a job leaves open, and whether to take the job."""

from dataclasses import replace
from datetime import date
from typing import Any

from quotekit.advice import (
    Assessment,
    Completeness,
    RefusalLetter,
    assess,
    completeness,
    stated_signals,
)
from quotekit.errors import Fault, InvalidInputError
from quotekit.files import placed_in_quote
from quotekit.pricing import PricedQuote, price
from quotekit.project.recorded_job import RecordedJob
from quotekit.project.seen_signals import seen_signals
from quotekit.quotes import Quote


def gaps_of(job: RecordedJob) -> Completeness:
    """Return what the quote in the file leaves open, each finding with its line.

    Its exceptions are those of the quote, and those granted since it was agreed. Raises
    `InvalidInputError` where the file is no quote.
    """
    priced = _priced(job)
    found = job.placed(lambda: completeness(priced, job.agreement))
    places = placed_in_quote(job.file, (finding.as_fault() for finding in found.findings))
    findings = [
        finding.placed(place) for finding, place in zip(found.findings, places, strict=True)
    ]
    findings.sort(key=lambda one: (one.file != str(job.file), one.line or 0, one.column or 0))
    granted = job.contract.exceptions if job.is_agreed else ()
    exceptions = (*found.exceptions, *granted)
    return replace(found, findings=tuple(findings), exceptions=exceptions, file=str(job.file))


def assessed(job: RecordedJob, on: date) -> Assessment:
    """Advise whether to take a job: as it is agreed where it is, else as the file has it.

    What the record shows goes before what `private.signals` states of the same kind.
    """
    own = _priced(job).quote
    private = own.private
    signals = job.placed(lambda: stated_signals(() if private is None else private.signals))
    if not job.is_agreed:
        priced, agreement = _priced(job), job.agreement
    else:
        contract = job.contract
        priced, agreement = price(_with_private(contract.current, own)), contract.agreement
        seen = {signal.name: signal for signal in seen_signals(job, on)}
        stated = (signal for signal in signals if signal.name not in seen)
        signals = (*stated, *seen.values())
    return job.placed(lambda: assess(priced, agreement, signals))


def refused(job: RecordedJob, on: date) -> RefusalLetter:
    """Return a letter that declines the job: as the file has it, and without a reason."""
    return RefusalLetter(_priced(job).quote, on)


def _priced(job: RecordedJob) -> PricedQuote:
    document = job.document
    if isinstance(document, PricedQuote):
        return document
    fact, remedy = "this is no quote", "name the quote, or the folder of its job"
    raise InvalidInputError(job.in_this_file(Fault("wrong_kind", fact, remedy)))


def _with_private(agreed: Quote, own: Quote) -> Quote:
    """Return an agreed quote with what only the seller knows, which no record holds."""
    tasks = {task.id: task.private for task in own.tasks}
    data: dict[str, Any] = {name: getattr(agreed, name) for name in Quote.model_fields}
    data["private"] = own.private
    data["tasks"] = tuple(_noted(task, tasks.get(task.id)) for task in agreed.tasks)
    data["rates"] = {
        name: _noted(rate, own.rates[name].private if name in own.rates else None)
        for name, rate in agreed.rates.items()
    }
    stated = {name: value for name, value in data.items() if value is not None}
    return Quote.model_validate(stated)


def _noted(part: Any, private: Any) -> Any:  # noqa: ANN401 - a task or a rate, and its notes
    return part if private is None else part.model_copy(update={"private": private})
