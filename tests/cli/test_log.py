"""`quotekit log`: the timeline of a job."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

import quotekit as qk
from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, entries, refused, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job with a change order and an entry that does not count."""
    note = ("note", "progress", "frontend", "5", "--on", "2026-03-20")
    void = ("void", "3", "--on", "2026-03-21", "--reason", "Another job")
    monkeypatch.chdir(started(tmp_path / "job", SEND, ACCEPT, note, void, CHANGE))


def test_json() -> None:
    """Each entry as it was recorded, with the one that voids it."""
    log = json.loads(done("log", "-f", "json").stdout)
    Draft7Validator(qk.schema("log")).validate(log)
    assert [one["data"] for one in log["entries"]] == [one["data"] for one in entries()]
    assert [one["voided_by"] for one in log["entries"]] == [None, None, 4, None, None, None]
    assert [one["on"] for one in log["entries"][:2]] == ["2026-03-02", "2026-03-05"]


def test_about_a_task() -> None:
    """Of one task: the quote, and what names it."""
    log = json.loads(done("log", "--about", "blog", "-f", "json").stdout)
    assert [one["seq"] for one in log["entries"]] == [1, 2, 5, 6]


def test_text() -> None:
    """A line for each entry, in the language of the quote or another, into a file too."""
    assert "Q-2026-014" in done("log").stdout
    assert done("log", "-l", "de").stdout != done("log").stdout
    done("log", "-o", "log.txt")
    assert Path("log.txt").read_text("utf-8") == done("log").stdout


def test_nothing_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A job without a record has an empty timeline."""
    monkeypatch.chdir(started(tmp_path / "new"))
    assert json.loads(done("log", "-f", "json").stdout)["entries"] == []


def test_about_what_no_quote_has() -> None:
    """A slip in the name of a task is answered with the names that there are."""
    said = refused("log", "--about", "scrns", code=2)
    assert 'there is no task "scrns"; did you mean screens?' in said
    assert done("log", "--about", "shop").exit_code == 0
