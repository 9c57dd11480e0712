"""What a question about a job may be about: the tasks and options that its quotes have had."""

from collections.abc import Iterator, Sequence

from quotekit.errors import UnknownNameError
from quotekit.project.recorded_job import RecordedJob
from quotekit.quotes import Quote, unknown_name
from quotekit.record import OF_ALL, Happening


def quotes_of(job: RecordedJob) -> list[Quote]:
    """Return the quote as it is agreed or was sent, and then what it was before."""
    if job.state.phase in {"accepted", "ended"}:
        contract = job.contract
        orders = [order.after.quote for order in contract.orders]
        return [contract.current, contract.original, *orders]
    return [] if job.quote_sent is None else [job.quote_sent]


def refuse_unknown(job: RecordedJob, subject: str, found: Sequence[Happening]) -> None:
    """Raise `UnknownNameError` for a subject that no quote has and nothing happened about."""
    if any(one.entry.event not in OF_ALL for one in found):
        return
    known = list(_subjects(job))
    if known and subject not in known:
        raise UnknownNameError(unknown_name("task", subject, known))


def _subjects(job: RecordedJob) -> Iterator[str]:
    for quote in quotes_of(job):
        for task in quote.tasks:
            yield task.id
            if task.option is not None:
                yield task.option
