"""When instalments fall due, by what has happened."""

from datetime import date
from typing import Any

from quotekit.record import Status, status
from tests.rendering.played_job import CLIENT, SELLER, Job, offered, terms

PARTS: list[dict[str, Any]] = [
    {"id": "deposit", "percent": 20, "due": {"after": "acceptance", "days": 7}},
    {"id": "begin", "percent": 20, "due": {"before": "start", "days": 3}},
    {"id": "design", "percent": 20, "due": {"after": "screens", "days": 14}},
    {"id": "day", "percent": 10, "due": {"date": "2026-05-02"}},
    {"id": "some-day", "percent": 10},
    {"id": "rest", "balance": True, "due": {"after": "delivery", "end_of_month": 1}},
]


def accepted() -> Job:
    """Return a job that was accepted on 5 March."""
    job = Job(offered(payments=PARTS), terms())
    job.send("2026-03-02")
    job.accept("2026-03-05")
    return job


def dues(now: Status) -> dict[str, str]:
    """Return when each instalment falls due, the known days marked."""
    return {
        name: f"{day:%m-%d}{' known' * (name in now.due_known)}"
        for name, day in now.due_dates.items()
    }


def test_before_acceptance() -> None:
    """Nothing is due to anybody before a quote is accepted."""
    job = Job(offered(payments=PARTS), terms())
    job.send("2026-03-02")
    now = status(job.journal)
    assert (now.due_dates, now.due_known) == ({}, frozenset())


def test_accepted() -> None:
    """From acceptance on, what follows it has a day; all else has the planned one, if any."""
    now = status(accepted().journal)
    # The screens are planned until 10 April, the work until the 21st.
    assert dues(now) == {
        "deposit": "03-12 known", "begin": "04-04", "design": "04-24", "day": "05-02",
        "rest": "05-31",
    }  # fmt: skip


def test_approved_and_delivered() -> None:
    """An approval and a delivery move the days to when they really happened."""
    job = accepted()
    job.step("approved", "2026-04-20", by=CLIENT, task="screens")
    job.step("delivered", "2026-05-04", by=SELLER)
    assert dues(status(job.journal, date(2026, 4, 30)))["rest"] == "05-31"
    found = dues(status(job.journal))
    assert (found["design"], found["rest"]) == ("05-04 known", "06-30 known")
    assert dues(status(job.journal, date(2026, 4, 19)))["design"] == "04-24"


def test_approval_of_all() -> None:
    """An approval of all the work is one of each task, whichever came first."""
    job = accepted()
    job.step("approved", "2026-04-13", by=CLIENT, task="all")
    assert dues(status(job.journal))["design"] == "04-27 known"
    job.step("approved", "2026-04-20", by=CLIENT, task="screens")
    assert dues(status(job.journal))["design"] == "04-27 known"
