"""A step is written while nobody else writes, with its papers, or leaves nothing behind."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quotekit.errors import Fault, FileAccessError
from quotekit.files import append_event, held_journal, load_journal
from quotekit.project import Project, Stamp
from quotekit.record import event_of
from tests.cli.recorded import every_byte, started

AT = "2026-06-01T10:00:00+02:00"
Step = Callable[[Project], object]


def stamp(day: str) -> Stamp:
    """Return a stamp of a day, written on the first of June."""
    return Stamp(date.fromisoformat(day), AT, "mara")


def send(job: Project) -> object:
    """Send a quote that is another one than before, with a mail."""
    text = (job.folder / "quote.yaml").read_text("utf-8")
    (job.folder / "quote.yaml").write_text(text.replace("quantity: 24", "quantity: 25"))
    for name in ("quote", "document"):
        job.__dict__.pop(name, None)
    return job.send(stamp("2026-03-04"), evidence=[job.folder / "mail.txt"])


def accept(job: Project) -> object:
    """Accept the quote by a mail."""
    return job.accept(stamp("2026-03-05"), evidence=[job.folder / "mail.txt"])


def note(job: Project) -> object:
    """Note a message with the mail itself."""
    return job.note(stamp("2026-03-05"), "message", {}, [job.folder / "mail.txt"])


def change(job: Project) -> object:
    """Issue two orders."""
    paths = [job.folder / "changes" / f"{name}.yaml" for name in ("add-blog", "map")]
    paths[1].write_text("quotekit: change/1\nid: map\nactions: [{add: {id: map, price: 50}}]\n")
    return job.change(stamp("2026-03-22"), paths)


@pytest.fixture
def job(tmp_path: Path) -> Project:
    """Return a job whose quote was sent."""
    made = Project(started(tmp_path / "job"))
    made.send(stamp("2026-03-02"))
    return made


def grow(job: Project) -> None:
    """Let another program add a message."""
    message = event_of("message", {"on": "2026-03-03", "summary": "Hello"})
    append_event(job.journal_file, message, at=AT, by="mara")


@pytest.mark.parametrize("step", [send, accept, note])
def test_step_that_was_overtaken_is_judged_anew(job: Project, step: Step) -> None:
    """What was read before is no longer all: the step follows what came between."""
    _ = job.journal
    grow(job)
    step(job)
    journal = load_journal(job.journal_file)
    assert [entry.event for entry in journal.entries[:2]] == ["quote_sent", "message"]
    assert len(journal.entries) == 3
    assert job.journal == journal


def test_document_bears_the_head_that_it_follows(job: Project) -> None:
    """Not that of the record as it was when the step began."""
    _ = job.journal
    grow(job)
    send(job)
    head = load_journal(job.journal_file).entries[1]
    text = (job.folder / "sent" / "Q-2026-014-r2.txt").read_text("utf-8")
    assert text.endswith(f"record 2 · {head.hash.removeprefix('sha256:')[:16]}\n")


def test_orders_of_two_at_once_have_their_own_numbers(job: Project) -> None:
    """A change that was overtaken by another is priced and numbered anew."""
    job.accept(stamp("2026-03-05"))
    other = Project(job.folder)
    _ = job.journal, other.journal
    other.change(stamp("2026-03-22"), [other.folder / "changes" / "add-blog.yaml"])
    path = job.folder / "changes" / "map.yaml"
    path.write_text("quotekit: change/1\nid: map\nactions: [{add: {id: map, price: 50}}]\n")
    (issue,) = job.change(stamp("2026-03-22"), [path])
    assert issue.order.number == "CO-002"
    assert {paper.name for paper in (job.folder / "sent").iterdir()} == {
        "Q-2026-014-r1.txt", "CO-001.txt", "CO-002.txt",
    }  # fmt: skip


@pytest.mark.parametrize("step", [send, accept, note, change])
def test_step_that_cannot_be_written_leaves_nothing(
    job: Project, monkeypatch: pytest.MonkeyPatch, step: Step
) -> None:
    """Neither an entry nor a paper of it stays where the disk is full."""
    if step is change:
        job.accept(stamp("2026-03-05"))

    def full(*_: object) -> None:
        raise FileAccessError(Fault("unwritable", "the disk is full", "make room"))

    monkeypatch.setattr("quotekit.files.journal_held.append_bytes", full)
    with pytest.raises(FileAccessError, match="the disk is full"):
        step(job)
    kept = [name for name in every_byte(job.folder) if "changes/" not in name]
    assert [Path(name).name for name in kept if "/sent/" in name] == ["Q-2026-014-r1.txt"]
    assert not (job.folder / "evidence").exists()
    monkeypatch.undo()
    job.forget()
    step(job)


def test_paper_that_cannot_be_written_leaves_no_entry(
    job: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change is recorded with its order or not at all."""
    job.accept(stamp("2026-03-05"))
    before = job.journal_file.read_bytes()
    papers = []

    def second_fails(*_: object) -> None:
        papers.append(1)
        if len(papers) > 1:
            raise FileAccessError(Fault("unwritable", "the disk is full", "make room"))

    monkeypatch.setattr("quotekit.files.evidence_copies.sync_folder", second_fails)
    with pytest.raises(FileAccessError):
        change(job)
    assert job.journal_file.read_bytes() == before
    assert [paper.name for paper in (job.folder / "sent").iterdir()] == ["Q-2026-014-r1.txt"]


@pytest.mark.parametrize("step", [send, accept, note, change])
def test_step_that_waits_too_long_writes_nothing(
    job: Project, monkeypatch: pytest.MonkeyPatch, step: Step
) -> None:
    """While another program holds the record, no paper is kept either."""
    if step is change:
        job.accept(stamp("2026-03-05"))
    monkeypatch.setattr("quotekit.files.journal_held.PATIENCE", 0.05)
    with (
        held_journal(job.journal_file, job.journal),
        pytest.raises(FileAccessError, match="another program is writing to the record"),
    ):
        step(Project(job.folder))
    assert [paper.name for paper in (job.folder / "sent").iterdir()] == ["Q-2026-014-r1.txt"]
    assert not (job.folder / "evidence").exists()


def test_evidence_that_was_there_stays(job: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that fails takes away no more than it has brought."""
    note(job)
    before = every_byte(job.folder)

    def full(*_: object) -> None:
        raise FileAccessError(Fault("unwritable", "the disk is full", "make room"))

    monkeypatch.setattr("quotekit.files.journal_held.append_bytes", full)
    with pytest.raises(FileAccessError):
        accept(job)
    assert every_byte(job.folder) == before
