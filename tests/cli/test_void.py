"""`quotekit void`: undoing by adding."""

from pathlib import Path

import pytest

import quotekit as qk
from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, entries, last, refused, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job with a change order."""
    monkeypatch.chdir(started(tmp_path / "job", SEND, ACCEPT, CHANGE))


def test_entry_stays() -> None:
    """Nothing is taken out of the journal, and the order counts no more."""
    before = entries()
    done("void", "4", "--reason", "Sent to another client", "--evidence", "mail.txt")
    assert entries()[:4] == before
    assert (last()["seq"], last()["reason"]) == (4, "Sent to another client")
    assert "nothing waits" not in refused("accept", "CO-001", code=2)
    done(*CHANGE)


def test_rested_on() -> None:
    """An entry on which another one rests is not voided; the other one is named."""
    assert "entry 4 (change_order_issued) rests on entry 3; void entry 4 first" in refused(
        "void", "3"
    )
    assert "there is no entry 9" in refused("void", "9")


def test_acceptance_is_undone() -> None:
    """contract.yaml says again what is agreed without it, and is gone where nothing is."""
    old = Path("contract.yaml").read_bytes()
    done("accept", "--on", "2026-03-23")
    assert Path("contract.yaml").read_bytes() != old
    done("void", "5", "--reason", "He meant another one")
    assert Path("contract.yaml").read_bytes() == old
    done("void", "4")
    done("void", "3")
    done("void", "2")
    assert not Path("contract.yaml").exists()


def test_void_is_voided() -> None:
    """What was voided by mistake counts again."""
    done("accept", "--on", "2026-03-23")
    done("void", "5")
    done("void", "6")
    assert qk.quote_digest(qk.load_quote("contract.yaml")) == entries()[4]["data"]["digest"]
