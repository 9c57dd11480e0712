"""`quotekit withdraw`: the seller takes back what waits for an answer."""

from pathlib import Path

import pytest

from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, last, refused, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job whose quote was sent."""
    monkeypatch.chdir(started(tmp_path / "job", SEND))


def test_quote() -> None:
    """It is the seller's step."""
    done("withdraw", "--on", "2026-03-04", "--reason", "Wrong rate")
    assert (last()["event"], last()["by"]) == ("quote_withdrawn", "Mara Lindqvist")


def test_order() -> None:
    """An order by its number; once more with another reason is refused."""
    done(*ACCEPT)
    done(*CHANGE)
    done("withdraw", "CO-001", "--on", "2026-03-24", "--reason", "Wrong rate")
    assert last()["event"] == "change_order_withdrawn"
    assert "CO-001 is withdrawn already" in refused("withdraw", "--on", "2026-03-25")


def test_how_and_what_proves_it() -> None:
    """By which way it was taken back is kept, with the mail that says so."""
    done("withdraw", "--on", "2026-03-04", "--how", "mail", "--evidence", "mail.txt")
    assert last()["method"] == "mail"
    assert last()["evidence"][0]["path"].endswith("-mail.txt")
    assert "withdrawn by Mara Lindqvist, by mail" in done("log").stdout
