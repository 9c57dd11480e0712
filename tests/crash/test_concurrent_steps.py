"""Steps that are taken at once are all taken, one after the other."""

import subprocess
from pathlib import Path

import pytest

from quotekit.files import load_journal
from quotekit.record import verify
from tests.cli.calling import PROGRAM
from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, every_byte, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job whose quote is accepted."""
    monkeypatch.chdir(started(tmp_path / "job", SEND, ACCEPT))


def at_once(*calls: tuple[str, ...]) -> list[str]:
    """Run commands at once, hold that each is done, and return what they said."""
    running = [
        subprocess.Popen([*PROGRAM, *call], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for call in calls
    ]
    said = [child.communicate(timeout=120)[1].decode() for child in running]
    assert [child.returncode for child in running] == [0] * len(calls), said
    journal = load_journal("journal.jsonl")
    verify(journal)
    return said


def test_exceptions() -> None:
    """Each is checked by what stands there when its turn comes."""
    terms = ("handling_fee", "minimum", "valid_days", "saving_share")
    at_once(*(("note", "exception", f"changes.{term}", "1", "--reason", "Kind") for term in terms))
    assert len(load_journal("journal.jsonl").entries) == 2 + len(terms)


def test_voids() -> None:
    """None is refused for another one that came first."""
    for name in "abcd":
        done("note", "message", name)
    at_once(*(("void", str(seq), "--reason", "Slip") for seq in range(3, 7)))
    assert load_journal("journal.jsonl").voided == {3, 4, 5, 6}


def test_changes() -> None:
    """Each order has its own number and its own paper, which its entry names."""
    Path("changes/map.yaml").write_text(
        "quotekit: change/1\nid: map\nactions: [{add: {id: map, price: 50}}]\n"
    )
    at_once(CHANGE, ("change", "changes/map.yaml", "--on", "2026-03-22"))
    entries = load_journal("journal.jsonl").entries
    named = [entry.data["document"]["path"] for entry in entries if "document" in entry.data]
    assert named == ["sent/Q-2026-014-r1.txt", "sent/CO-001.txt", "sent/CO-002.txt"]
    assert {name for name in every_byte() if name.startswith("sent/")} == set(named)


def test_first_steps_of_a_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record is begun by one, and the others follow."""
    monkeypatch.chdir(started(tmp_path / "new"))
    at_once(*(("note", "message", name) for name in "abc"), SEND)
    assert len(load_journal("journal.jsonl").entries) == 4
