"""`quotekit record repair`: a journal made usable again."""

from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, entries, refused, started

JOURNAL = Path("journal.jsonl")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job whose quote is accepted."""
    monkeypatch.chdir(started(tmp_path / "job", SEND, ACCEPT))


def test_nothing_to_repair() -> None:
    """A whole journal stays as it is."""
    before = JOURNAL.read_bytes()
    assert done("record", "repair").stderr == "journal.jsonl: 2 entries in one chain\n"
    assert JOURNAL.read_bytes() == before


def test_torn_line() -> None:
    """What a cut-off write has left is moved aside, and the journal goes on."""
    whole = JOURNAL.read_bytes()
    JOURNAL.write_bytes(whole + b'{"at":"2026')
    assert "run quotekit record repair" in refused("note", "progress", "screens", "5", code=2)
    words = done("record", "repair").stderr
    assert "11 bytes of a cut-off entry are moved to" in words
    assert JOURNAL.read_bytes() == whole
    assert Path("journal.jsonl.torn-1").read_bytes() == b'{"at":"2026'
    done("note", "progress", "screens", "5")


def test_two_copies() -> None:
    """What another copy has beside is added; what is not allowed here is named, and exits 1."""
    begin = JOURNAL.read_bytes()
    done("note", "message", "There", "--on", "2026-03-10")
    done("end", "--cause", "completed", "--on", "2026-03-11")
    Path("copy.jsonl").write_bytes(JOURNAL.read_bytes())
    JOURNAL.write_bytes(begin)
    done(*CHANGE)
    done("end", "--cause", "agreement", "--on", "2026-03-25")
    result = call("record", "repair", "--from", "copy.jsonl")
    assert result.exit_code == 1
    assert "entry 6 added: message" in result.stderr
    assert "copy.jsonl: entry 4 left out: ended: " in result.stderr
    assert entries()[-1]["data"]["joined_from"].startswith("sha256:")
    done("verify")


def test_torn_journal_is_repaired_before_it_is_joined(tmp_path: Path) -> None:
    """What a cut-off write left is moved aside, and the other branch is joined in one go."""
    other = tmp_path / "other.jsonl"
    other.write_bytes(Path("journal.jsonl").read_bytes())
    with Path("journal.jsonl").open("ab") as journal:
        journal.write(b'{"at":"2')
    said = done("record", "repair", "--from", other).stderr
    assert "8 bytes of a cut-off entry are moved to" in said
    assert Path("journal.jsonl").read_bytes() == other.read_bytes()
