"""What became of the requests of a record, in hindsight."""

from datetime import date

import pytest

from quotekit.project.looking_back import looked_back
from quotekit.record import Status, status
from tests.rendering.played_job import CLIENT, NEWSLETTER, SELLER, Job, offered, terms

DAY = "2026-04-20"


@pytest.fixture
def job() -> Job:
    """Return a job whose quote is accepted."""
    found = Job(offered(), terms())
    found.send("2026-03-02")
    found.accept("2026-03-05")
    return found


def now(job: Job, on: str = DAY) -> Status:
    """Return where a job stands on a day."""
    return status(job.journal, date.fromisoformat(on))


def outcome(job: Job) -> tuple[int, int]:
    """Return how many requests are decided, and how many of them were accepted."""
    seen = looked_back(now(job))
    assert seen is not None
    assert seen.requests == 1
    return seen.decided, seen.accepted


def test_nothing_agreed() -> None:
    """Before a quote is accepted there are no changes."""
    job = Job(offered(), terms())
    job.send("2026-03-02")
    assert looked_back(now(job)) is None


def test_open_requests_are_undecided(job: Job) -> None:
    """Neither one without an order nor one whose order waits counts as decided."""
    job.ask(NEWSLETTER)
    assert outcome(job) == (0, 0)


def test_waiting_order_is_undecided(job: Job) -> None:
    """What the client has not answered yet is open, expired or not."""
    job.order(NEWSLETTER, "2026-03-22")
    assert outcome(job) == (0, 0)


def test_accepted_order(job: Job) -> None:
    """A request counts as accepted as soon as an order of it is."""
    job.agree(job.order(NEWSLETTER, DAY), DAY)
    assert outcome(job) == (1, 1)


def test_declined_order(job: Job) -> None:
    """A request whose order the client declined is decided, and not accepted."""
    number = job.order(NEWSLETTER, DAY)
    job.step("change_order_declined", DAY, by=CLIENT, number=number)
    assert outcome(job) == (1, 0)


def test_withdrawn_order(job: Job) -> None:
    """What the seller has withdrawn, nobody has decided."""
    number = job.order(NEWSLETTER, DAY)
    job.step("change_order_withdrawn", DAY, by=SELLER, number=number)
    assert outcome(job) == (0, 0)


def test_closed_request(job: Job) -> None:
    """A request that was closed without an order came to nothing."""
    job.ask(NEWSLETTER)
    job.step("change_request_closed", DAY, by=SELLER, request=NEWSLETTER.id, reason="Too late")
    assert outcome(job) == (1, 0)
