"""`quotekit void`: undoing by adding."""

import json
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
    assert 'nothing went out as "CO-001"' in refused("accept", "CO-001")
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


ADDED = (
    "quotekit: change/1\nid: {id}\nreason: seller\nactions: [{{add: {{id: {id}, price: 100}}}}]\n"
)


def side_by_side(*names: str) -> None:
    """Issue an order for each name on the quote as it is agreed, and accept them in turn."""
    for name in names:
        Path(f"changes/{name}.yaml").write_text(ADDED.format(id=name), encoding="utf-8")
        done("change", f"changes/{name}.yaml", "--on", "2026-03-22")
    for at, _ in enumerate(names, 2):
        done("accept", f"CO-00{at}", "--on", "2026-03-23")


def test_acceptance_on_which_a_later_one_rests() -> None:
    """An order carried over to what was agreed meanwhile rests on that, and is named."""
    side_by_side("one", "two", "three")
    assert last()["rebased_from"] is not None
    assert "entry 13 (change_order_accepted) rests on entry 12; void entry 13 first" in refused(
        "void", "12"
    )
    assert "entry 12 (change_order_accepted) rests on entry 11" in refused("void", "11")
    done("void", "13")
    done("void", "12")
    status = json.loads(done("status", "-f", "json").stdout)
    agreed = json.loads(done("agreed", "-f", "json").stdout)
    assert status["agreed"] == agreed["digest"]


def test_acceptance_cannot_come_back_before_a_later_one() -> None:
    """The void of an acceptance stays while an order is accepted that never met it."""
    side_by_side("one")
    done("void", str(len(entries())))
    Path("changes/two.yaml").write_text(ADDED.format(id="two"), encoding="utf-8")
    done("change", "changes/two.yaml", "--on", "2026-03-22")
    done("accept", "CO-003", "--on", "2026-03-23")
    assert "rests on entry" in refused("void", "8")
