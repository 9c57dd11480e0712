"""A job as a program records it: stamps, results, and what is read once."""

from datetime import date
from pathlib import Path

import pytest

from quotekit.errors import InvalidInputError
from quotekit.project import Project, Stamp
from tests.cli.recorded import started

AT = "2026-06-01T10:00:00+02:00"


def stamp(day: str, by: str | None = None) -> Stamp:
    """Return a stamp of a day, written on the first of June."""
    return Stamp(date.fromisoformat(day), AT, "mara", by)


@pytest.fixture
def job(tmp_path: Path) -> Project:
    """Return a job that nothing is recorded of."""
    return Project(started(tmp_path / "job"))


def test_story(job: Project) -> None:
    """Sent, accepted, changed: each result says what was written, and answers follow."""
    sent = job.send(stamp("2026-03-02"))
    assert (sent.entry.seq, sent.is_new, sent.entry.at) == (1, True, AT)
    assert sent.document == job.folder / "sent" / "Q-2026-014-r1.txt"
    assert job.state.phase == "sent"
    accepted = job.accept(stamp("2026-03-05"), method="mail")
    assert (accepted.entry.recorded_by, accepted.document) == ("mara", None)
    (issue,) = job.change(stamp("2026-03-22"), [job.folder / "changes" / "add-blog.yaml"])
    assert (issue.order.number, issue.recorded.entry.seq) == ("CO-001", 4)
    assert job.contract.pending(date(2026, 3, 22)) != ()
    assert job.accept(stamp("2026-03-23", "Anna")).entry.data["by"] == "Anna"
    assert job.agreed("screens").lines[0].quantity == 30
    assert [one.entry.seq for one in job.log("blog")] == [1, 2, 3, 4, 5]
    assert job.verify().journal.head == job.journal.head


def test_alternatives(job: Project) -> None:
    """An option taken on acceptance takes the place of its rival; two rivals are refused."""
    text = (job.folder / "quote.yaml").read_text("utf-8")
    text = text.replace("payments:", "  - {id: blog, price: 900, option: blog}\npayments:", 1)
    text += "alternatives: {extra: [shop, blog]}\nselected: [blog]\n"
    (job.folder / "quote.yaml").write_text(text, encoding="utf-8")
    job.send(stamp("2026-03-02"))
    with pytest.raises(InvalidInputError, match="cannot be had together"):
        job.accept(stamp("2026-03-05"), select=["shop", "blog"])
    job.accept(stamp("2026-03-05"), select=["shop"])
    assert job.contract.current.selected == {"shop"}


def test_maps_keep_their_order(job: Project) -> None:
    """Taxes print in the order of the quote, also once they have been in the record."""
    job.send(stamp("2026-03-02"))
    job.accept(stamp("2026-03-05"))
    assert list(job.contract.current.taxes) == ["vat", "reduced"]
    request = job.folder / "changes" / "phases.yaml"
    request.write_text(
        "quotekit: change/1\nid: phases\nactions:\n"
        "  - revise_quote: {phases: {second: Two, first: One}}\n"
        "  - {revise: screens, set: {phase: first}}\n",
        encoding="utf-8",
    )
    job.change(stamp("2026-03-22"), [request])
    job.accept(stamp("2026-03-23"))
    assert list(Project(job.folder).contract.current.phases) == ["second", "first"]


def test_plan_on_top_of_each_other(job: Project) -> None:
    """Late is by the progress on the day of the request, in percent of what would be agreed."""
    job.send(stamp("2026-03-02"))
    job.accept(stamp("2026-03-05"))
    job.note(stamp("2026-03-20"), "progress", {"task": "screens", "percent": "60"})
    more = job.folder / "changes" / "more.yaml"
    more.write_text(
        "quotekit: change/1\nid: more\nrequested_on: 2026-03-20\n"
        "actions: [{revise: screens, set: {quantity: 40}}]\n",
        encoding="utf-8",
    )
    first, second = job.plan([job.folder / "changes" / "add-blog.yaml", more], on=date(2026, 3, 22))
    assert "CO-001.late.screens" in {line.id for line in first.lines}
    # 60 % of 24 hours are 48 % of 30, and below 50 % nothing is late.
    assert second.late_progress == {"screens": 48}
    assert "CO-002.late.screens" not in {line.id for line in second.lines}
    assert not (job.folder / "sent" / "CO-001.txt").exists()
