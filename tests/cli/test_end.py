"""`quotekit end`: what is still recorded once a job is over."""

from pathlib import Path

import pytest

from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, last, refused, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job with a change order."""
    monkeypatch.chdir(started(tmp_path / "job", SEND, ACCEPT, CHANGE))


def test_after_the_end() -> None:
    """Payments, messages and what the client still supplies are recorded, nothing else."""
    done("end", "--cause", "client_convenience", "--on", "2026-04-01")
    assert last()["cause"] == "client_convenience"
    for step in (
        ("accept", "CO-001"),
        ("note", "progress", "screens", "5"),
        ("decline",),
        ("send",),
    ):
        assert "allowed now: message, received, payment, reopened, void" in refused(*step)
    done("note", "payment", "5")
    done("note", "message", "Bye")
    done("note", "received", "Photos")


def test_cause_is_one_of_five() -> None:
    """A cause is needed, and is one of those that an account can be made for."""
    assert "Missing option '--cause'" in refused("end", code=2)
    assert "is not one of" in refused("end", "--cause", "boredom", code=2)


def test_whoever_leaves_at_convenience_is_the_client() -> None:
    """Without --by it is the one whom the cause names."""
    done("end", "--cause", "client_convenience", "--on", "2026-04-01")
    assert last()["by"] == "Jonas Weber"


def test_causes_are_listed_readably() -> None:
    """A call without a cause is told which there are, with no character made visible."""
    said = refused("end", code=2)
    assert "client_convenience" in said
    assert "U+0009" not in said
