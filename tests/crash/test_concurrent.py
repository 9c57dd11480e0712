"""Writers wait for one another, and none forks the chain."""

from pathlib import Path

from quotekit.files import load_journal
from quotekit.record import verify
from tests.crash.nursery import Nursery, noted

WRITERS, ENTRIES = 4, 50


def test_four_processes_append_fifty_each(tmp_path: Path, processes: Nursery) -> None:
    """There are 200 entries in one chain, each where its writer was told it is."""
    path = tmp_path / "journal.jsonl"
    running = [processes.start("append", path, ENTRIES) for _ in range(WRITERS)]
    assert [processes.wait(child) for child, _ in running] == [0] * WRITERS
    journal = load_journal(path)
    verify(journal)
    assert len(journal.entries) == WRITERS * ENTRIES
    told = [note for _, notes in running for note in noted(notes)]
    assert len(told) == WRITERS * ENTRIES
    assert all(journal.entries[note["seq"] - 1].hash == note["hash"] for note in told)
    # Each writer's entries stand in the order in which it wrote them.
    for child, _ in running:
        by = [e.data["by"] for e in journal.entries if e.data["by"].startswith(f"{child} ")]
        assert by == [f"{child} {number}" for number in range(ENTRIES)]
