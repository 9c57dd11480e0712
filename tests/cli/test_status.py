"""`quotekit status`: where a job stands on a day."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import quotekit as qk
from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, refused, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job with a change order that waits for an answer."""
    steps = (
        ("note", "payment", "2285.01", "--for", "deposit", "--on", "2026-03-12"),
        ("note", "progress", "screens", "60", "--on", "2026-03-21"),
        CHANGE,
    )
    monkeypatch.chdir(started(tmp_path / "job", SEND, ACCEPT, *steps))


def status(*options: str) -> dict[str, Any]:
    """Return the status as plain data that obeys its schema."""
    found: dict[str, Any] = json.loads(done("status", "-f", "json", *options).stdout)
    Draft7Validator(qk.schema("status")).validate(found)
    return found


def test_day_by_day() -> None:
    """What came after a day is no part of its status."""
    assert (status("--on", "2026-03-01")["phase"], status("--on", "2026-03-01")["sum"]) == (
        "open",
        None,
    )
    assert status("--on", "2026-03-04")["phase"] == "sent"
    agreed = status("--on", "2026-03-11")
    assert (agreed["phase"], agreed["paid"], agreed["progress"]) == ("accepted", "0.00", [])
    assert agreed["sum"]["net"] == {"original": "6450.00", "change": "0.00", "current": "6450.00"}


def test_pending_order_stands_apart() -> None:
    """An order that waits for an answer counts in no sum."""
    now = status("--on", "2026-03-22")
    assert now["sum"]["net"]["current"] == "6450.00"
    (order,) = now["orders"]
    assert (order["status"], order["net"], order["working_days"]) == ("pending", "2130.00", 3)
    assert status("--on", "2026-04-02")["orders"][0]["status"] == "expired"
    done("accept", "--on", "2026-03-23")
    now = status("--on", "2026-03-23")
    assert now["sum"]["net"] == {"original": "6450.00", "change": "2130.00", "current": "8580.00"}
    assert now["time"]["working_days"] == {"original": 11, "change": 3, "current": 14}
    # 60 % of 24 hours are 48 % of 30.
    assert now["progress"] == [{"task": "screens", "percent": "48"}]


def test_payments() -> None:
    """What was paid, and which instalments are settled by it."""
    now = status("--on", "2026-03-22")
    assert now["paid"] == "2285.01"
    assert [(one["id"], one["paid"], one["settled"]) for one in now["instalments"]] == [
        ("deposit", "2285.01", True), ("design-done", None, False), ("balance", None, False),
    ]  # fmt: skip


def test_what_the_client_owes() -> None:
    """An item that has not come is overdue by so many working days."""
    (owed,) = status("--on", "2026-04-15")["owed"]
    assert (owed["item"], owed["by"], owed["overdue"]) == ("Photos", "2026-04-10", 3)
    done("note", "received", "Photos", "--on", "2026-04-14")
    assert status("--on", "2026-04-15")["owed"] == []


def test_text() -> None:
    """As text it is in the language of the quote."""
    assert "6,450.00" in done("status", "--on", "2026-03-22").stdout
    assert "6.450,00" in done("status", "--on", "2026-03-22", "-l", "de").stdout


def test_changes_in_hindsight() -> None:
    """With --changes it is said what became of the requests, and of what they brought in."""
    assert status("--on", "2026-03-22")["hindsight"] is None
    seen = status("--changes", "--on", "2026-03-22")["hindsight"]
    assert (seen["requests"], seen["decided"], seen["accepted_percent"]) == (1, 0, None)
    assert (seen["by_change"], seen["revenue"]) == ([], "0.00")
    done("accept", "--on", "2026-03-23")
    seen = status("--changes", "--on", "2026-03-23")["hindsight"]
    assert (seen["accepted"], seen["accepted_percent"], seen["revenue"]) == (1, "100", "2130.00")
    assert [(one["orders"], one["net"]) for one in seen["by_change"]] == [(["CO-001"], "2130.00")]
    assert seen["by_kind"] == [{"kind": "scope", "count": 1}]
    assert "Changes in hindsight" in done("status", "--changes", "--on", "2026-03-23").stdout
    assert "hindsight" not in done("status", "--on", "2026-03-23").stdout


def test_no_hindsight_before_anything_is_agreed() -> None:
    """There is nothing to look back on."""
    assert status("--changes", "--on", "2026-03-04")["hindsight"] is None


@pytest.mark.parametrize("out", ["journal.jsonl", "journal.jsonl.lock", "sent/Q-1-r1.txt"])
def test_nothing_is_printed_over_the_record(out: str) -> None:
    """Neither the record nor a paper that it names is written over."""
    assert "is part of the record" in refused("status", "--output", out, code=2)
