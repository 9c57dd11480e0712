"""`quotekit proceed`: an order that is begun before it is agreed."""

from pathlib import Path

import pytest

from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, last, refused, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job whose quote is accepted."""
    monkeypatch.chdir(started(tmp_path / "job", SEND, ACCEPT))


def test_order_stays_undecided() -> None:
    """The instruction is recorded with its limit; the order can still be declined."""
    done(*CHANGE)
    done("proceed", "--on", "2026-03-23", "--limit", "500.00")
    assert last()["limit"] == "500"
    assert last()["number"] == "CO-001"
    done("decline", "--on", "2026-03-24")


def test_only_of_an_order() -> None:
    """A quote is not an order, and without one there is nothing to begin."""
    words = refused("proceed", "--on", "2026-03-23")
    assert words.startswith("no change order waits for an answer: the quote is accepted; allowed")
    assert "proceed_instructed" not in words
    assert 'no change order went out as "Q-2026-014"' in refused("proceed", "Q-2026-014")


def test_limit_is_an_amount() -> None:
    """A limit below zero, or none, is refused."""
    done(*CHANGE)
    for wrong in ("-5", "12,50", "much"):
        assert "limit: " in refused("proceed", "--limit", wrong, code=2)


def test_how_and_what_proves_it() -> None:
    """By which way the client wanted it begun is kept, with the mail that says so."""
    done(*CHANGE)
    done("proceed", "CO-001", "--on", "2026-03-23", "--how", "mail", "--evidence", "mail.txt")
    assert last()["method"] == "mail"
    assert last()["evidence"][0]["path"].endswith("-mail.txt")


def test_limit_that_nobody_can_pay() -> None:
    """A limit finer than the currency is refused at once, with one that can be paid."""
    done(*CHANGE)
    said = refused("proceed", "--limit", "500.005", code=2)
    assert "limit: nobody can pay 500.005" in said
    assert "write 500.01" in said
