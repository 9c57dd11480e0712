"""A journal of 100,000 entries is appended to, verified and repaired as a short one is."""

import os
from pathlib import Path

import pytest

from quotekit.files import load_journal, repair_journal
from quotekit.record import seal, verify
from tests.files.test_journal_file import noted
from tests.record.played import AT, event, message

ENTRIES = 100_000


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a journal of very many messages."""
    path = tmp_path_factory.mktemp("long") / "journal.jsonl"
    prev = None
    with path.open("wb") as sink:
        for seq in range(1, ENTRIES + 1):
            data = {"on": "2026-04-03", "summary": f"Message {seq}"}
            entry = seal("message", data, seq=seq, at=AT, recorded_by="mara", prev=prev)
            sink.write(entry.line() + b"\n")
            prev = entry.hash
    return path


def test_message_costs_the_reading_of_one_line(long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Appending a message reads one block of the journal, and writes one line."""
    size = long.stat().st_size
    read, write = os.read, os.write
    reads, writes = [], []

    def spy_read(at: int, length: int) -> bytes:
        reads.append(length)
        return read(at, length)

    def spy_write(at: int, data: bytes) -> int:
        writes.append(data)
        return write(at, data)

    with monkeypatch.context() as patched:
        patched.setattr("os.read", spy_read)
        patched.setattr("os.write", spy_write)
        # Reading it all would go another way.
        patched.delattr("quotekit.files.journal_file.read_lines")
        entry = noted(long, message("one more")).entry
    assert entry.seq == ENTRIES + 1
    assert sum(reads) <= 4096
    assert entry.line() + b"\n" in writes
    assert long.stat().st_size == size + len(entry.line()) + 1


def test_long_journal_holds(long: Path) -> None:
    """Every entry of it is verified, it takes guarded steps, and is repaired where it was torn."""
    journal = load_journal(long)
    verify(journal, f"{ENTRIES}:{journal.entries[ENTRIES - 1].hash[7:23]}")
    paid = noted(long, event("payment", amount=100), after=journal).entry
    assert paid.seq == len(journal.entries) + 1
    with long.open("ab") as sink:
        sink.write(b"torn")
    assert repair_journal(long).torn == 4
    assert noted(long, message("after it was torn")).entry.seq == paid.seq + 1
