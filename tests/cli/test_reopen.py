"""`quotekit reopen`: a job goes on after all."""

from pathlib import Path

import pytest

from tests.cli.recorded import ACCEPT, SEND, done, last, refused, started


def test_reopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was allowed before the end is allowed again; only what has ended is reopened."""
    monkeypatch.chdir(started(tmp_path / "job", SEND, ACCEPT))
    assert "reopened is not allowed now" in refused("reopen")
    done("end", "--cause", "completed")
    done("reopen", "--reason", "One more page")
    assert last()["reason"] == "One more page"
    done("note", "progress", "screens", "5")
