"""`quotekit verify`: whether the record is whole."""

from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, entries, refused, started

JOURNAL = Path("journal.jsonl")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job with evidence and documents."""
    accept = (*ACCEPT, "--evidence", str(tmp_path / "job" / "mail.txt"))
    monkeypatch.chdir(started(tmp_path / "job", SEND, accept, CHANGE))


def mark(seq: int, digits: int = 16) -> str:
    """Return what a document bears of an entry."""
    return f"{seq}:{entries()[seq - 1]['hash'].removeprefix('sha256:')[:digits]}"


def test_whole() -> None:
    """The head is printed as it is expected later, and every mark of the record holds."""
    result = done("verify")
    assert result.stdout == f"{mark(4)}\n"
    assert result.stderr == "journal.jsonl: 4 entries in one chain\n"
    for seq in range(1, 5):
        done("verify", "--expect", mark(seq))
        done("verify", "--expect", mark(seq, 64))


def test_mark_of_the_document() -> None:
    """What the change order bears is the entry before its own."""
    words = Path("sent/CO-001.txt").read_text("utf-8").splitlines()[-1]
    assert words == f"record {mark(3)}".replace(":", " · ")
    done("verify", "--expect", words.removeprefix("record "))


def test_changed_and_cut() -> None:
    """A changed letter, and an entry cut off where it is expected, are a no."""
    expected = mark(4)
    text = JOURNAL.read_bytes()
    JOURNAL.write_bytes(text.replace(b'"method":"mail"', b'"method":"fax!"'))
    assert "journal.jsonl:2: entry 2 has been changed" in refused("verify")
    JOURNAL.write_bytes(b"".join(text.splitlines(keepends=True)[:3]))
    done("verify")
    assert "entry 4 was expected" in refused("verify", "--expect", expected)
    JOURNAL.write_bytes(text[:-20])
    assert "the last line is no whole entry" in refused("verify")


def test_wrong_mark() -> None:
    """A mark that is too short, or none, is a wrong call."""
    for wrong in ("4", "4:abc", "x:3f9a2c41b07d5e66", mark(4, 15)):
        assert "is no mark of a record" in refused("verify", "--expect", wrong, code=2)
    assert "entry 4 is not the one" in refused("verify", "--expect", "4:" + "0" * 16)


def test_papers() -> None:
    """A paper that was changed is a no, one that is gone is told."""
    paper = next(Path("evidence").iterdir())
    paper.write_text("No, thanks.\n", encoding="utf-8")
    assert f"{paper}: this file is not what it was" in refused("verify")
    paper.unlink()
    assert f"{paper}: is gone" in done("verify").stderr


def test_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is recorded, there is nothing to verify."""
    monkeypatch.chdir(started(tmp_path / "new"))
    assert "there is no journal.jsonl in this folder" in refused("verify", code=2)


def test_paper_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    """A link to a file that lies elsewhere is no paper of the job, and is not read."""
    job = tmp_path / "jobs" / "job"
    job.parent.mkdir()
    Path.cwd().rename(job)
    paper = next((job / "evidence").iterdir())
    (tmp_path / "elsewhere.txt").write_bytes(paper.read_bytes())
    paper.unlink()
    paper.symlink_to(tmp_path / "elsewhere.txt")
    result = call("verify", "--job", job)
    assert result.exit_code == 1
    assert f"{paper}: this leads out of {job.parent}" in result.stderr


def test_mark_as_a_document_bears_it() -> None:
    """The mark may be copied as it is printed, with the word before it."""
    mark = done("verify").stdout.strip()
    seq, _, digits = mark.partition(":")
    for written in (f"record {seq} · {digits}", f"Eintrag {seq} · {digits}", f"{seq}·{digits}"):
        assert done("verify", "--expect", written).exit_code == 0
    assert "is no mark" in refused("verify", "--expect", f"record {digits}", code=2)
