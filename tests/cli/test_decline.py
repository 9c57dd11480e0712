"""`quotekit decline`: the client says no, and it stays visible."""

from pathlib import Path

import pytest

from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, entries, last, refused, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job whose quote was sent."""
    monkeypatch.chdir(started(tmp_path / "job", SEND))


def test_quote() -> None:
    """A declined quote may be sent anew, and cannot be accepted."""
    done("decline", "--on", "2026-03-04", "--reason", "Too dear")
    data = last()
    assert (data["event"], data["reason"], data["by"]) == (
        "quote_declined", "Too dear", "Jonas Weber",
    )  # fmt: skip
    assert data["digest"] == entries()[0]["data"]["digest"]
    assert "no quote has been sent that waits for an answer" in refused(
        "accept", "--on", "2026-03-05"
    )
    assert (
        "nothing is written" in done("decline", "--on", "2026-03-04", "--reason", "Too dear").stderr
    )
    done("send", "--on", "2026-03-06")
    assert last()["revision"] == 2


def test_order() -> None:
    """A declined order cannot be accepted; its request can be issued anew."""
    done(*ACCEPT)
    done(*CHANGE)
    done("decline", "--on", "2026-03-24", "--by", "Anna Weber", "--reason", "Not this year")
    assert (last()["event"], last()["number"], last()["by"]) == (
        "change_order_declined", "CO-001", "Anna Weber",
    )  # fmt: skip
    assert "CO-001 is declined already" in refused("accept", "CO-001", "--on", "2026-03-25")
    done("change", "changes/add-blog.yaml", "--on", "2026-04-01")
    assert (last()["number"], last()["supersedes"]) == ("CO-002", None)


def test_after_acceptance() -> None:
    """What is accepted cannot be declined."""
    done(*ACCEPT)
    assert "the quote is accepted" in refused("decline", "--on", "2026-03-06")


def test_how_and_what_proves_it() -> None:
    """By which way the client said no is kept with the mail, and told wherever it is told."""
    done("decline", "--on", "2026-03-04", "--how", "mail", "--evidence", "mail.txt")
    data = last()
    assert data["method"] == "mail"
    (paper,) = data["evidence"]
    assert Path(paper["path"]).read_text("utf-8") == "Yes, please.\n"
    told = done("log").stdout
    assert "declined by Jonas Weber, by mail" in told
    assert paper["path"] in told.replace("\n", "")


def test_how_an_order_was_declined() -> None:
    """The answer about what was agreed says it as well, and names the mail."""
    done(*ACCEPT)
    done(*CHANGE)
    done("decline", "--on", "2026-03-24", "--how", "call", "--evidence", "mail.txt")
    told = done("agreed", "--on", "2026-03-31").stdout
    assert "Change order CO-001 declined by Jonas Weber, by phone" in told
    assert last()["evidence"][0]["digest"].removeprefix("sha256:") in told
