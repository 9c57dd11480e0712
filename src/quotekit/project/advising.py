"""Advising: what the quote of a job leaves open, and whether to take the job."""

from dataclasses import replace
from datetime import date
from typing import Any

from quotekit.advice import (
    Assessment,
    Completeness,
    RefusalLetter,
    Signal,
    Terms,
    checked,
    stated_signals,
    weighed,
)
from quotekit.changes import GrantedException
from quotekit.errors import Fault, InvalidInputError
from quotekit.files import placed_in_quote
from quotekit.pricing import PricedQuote, price
from quotekit.project.recorded_job import RecordedJob
from quotekit.project.seen_signals import seen_signals
from quotekit.quotes import Quote, TermException


def gaps_of(job: RecordedJob) -> Completeness:
    """Return what the quote in the file leaves open, each finding with its line.

    Its exceptions are those of the quote, and those granted since it was agreed. Raises
    `InvalidInputError` where the file is no quote.
    """
    priced = _priced(job)
    granted = job.contract.exceptions if job.is_agreed else ()
    found = job.placed(lambda: checked(priced, Terms(job.agreement, tuple(granted))))
    places = placed_in_quote(job.file, (finding.as_fault() for finding in found.findings))
    findings = [
        finding.placed(place) for finding, place in zip(found.findings, places, strict=True)
    ]
    findings.sort(key=lambda one: (one.file != str(job.file), one.line or 0, one.column or 0))
    return replace(found, findings=tuple(findings), file=str(job.file))


def assessed(job: RecordedJob, on: date) -> Assessment:
    """Advise whether to take a job: as it is agreed where it is, else as the file has it.

    What the record shows goes before what `private.signals` states of the same kind.
    """
    own = _priced(job).quote
    stated = _stated_signals(job, own)
    if not job.is_agreed:
        return job.placed(lambda: weighed(_priced(job), Terms(job.agreement), stated))
    contract = job.contract
    seen = {signal.name: signal for signal in seen_signals(job, on)}
    signals = (*(signal for signal in stated if signal.name not in seen), *seen.values())
    granted = tuple(one for one in contract.exceptions if not _expired(one, on))
    terms = Terms(contract.agreement, granted, agreed=True)
    priced = price(_with_private(contract.current, own))
    return job.placed(lambda: weighed(priced, terms, signals))


def _expired(exception: TermException, on: date) -> bool:
    expires = exception.expires if isinstance(exception, GrantedException) else None
    return expires is not None and expires < on


def _stated_signals(job: RecordedJob, quote: Quote) -> tuple[Signal, ...]:
    """Read the signals that a quote states; one that is not known is a fault with its line."""
    try:
        return stated_signals(() if quote.private is None else quote.private.signals)
    except InvalidInputError as error:
        raise InvalidInputError(*placed_in_quote(job.file, error.faults)) from None


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
