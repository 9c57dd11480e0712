"""`quotekit settle`: what leaving a job costs or returns, by the record or as stated."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import quotekit as qk
from tests.cli.calling import BAKERY
from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, entries, refused, started

CAUSE = ("settle", "--cause", "client_convenience", "--on", "2026-04-20", "--format", "json")


def settled(*args: str | Path, cause: str = "client_convenience") -> dict[str, Any]:
    """Return the settlement as a program reads it."""
    call = [cause if part == "client_convenience" else part for part in CAUSE]
    data: dict[str, Any] = json.loads(done(*call, *args).stdout)
    jsonschema.validate(data, qk.schema("settlement"))
    return data


def earned(*args: str | Path, cause: str = "client_convenience") -> dict[str, str]:
    """Return what is earned of each task of which anything is."""
    rows = settled(*args, cause=cause)["tasks"]
    return {row["id"]: row["earned"] for row in rows if row["earned"] != "0.00"}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job that is agreed, with a fee for leaving."""
    folder = started(tmp_path / "job")
    with (folder / "agreement.yaml").open("a", encoding="utf-8") as terms:
        terms.write("ending: {notice_days: 14, fee: 10}\n")
    monkeypatch.chdir(folder)
    done(*SEND)
    done(*ACCEPT)


def test_by_the_record() -> None:
    """Progress and payments are those of the record, up to the day; nothing is written."""
    done("note", "progress", "screens", "50", "--on", "2026-04-10")
    done("note", "payment", "2285.01", "--on", "2026-03-12")
    done("note", "progress", "frontend", "10", "--on", "2026-04-21")
    data = settled()
    assert (data["earned"], data["fee"], data["paid"]) == ("1020.00", "543.00", "2285.01")
    # 1020.00 + 494.00 at 19 %, 49.00 at 7 %: 1801.66 + 52.43 less 2285.01.
    assert (data["totals"]["payable"], data["due"]) == ("1854.09", "-430.92")
    assert data["notice_days"] == 14
    assert [entry["event"] for entry in entries()][-1] == "progress"


def test_stated_beside_the_record() -> None:
    """Progress that is stated goes before; a payment that is stated comes beside."""
    done("note", "progress", "screens", "50", "--on", "2026-04-10")
    done("note", "payment", "1000", "--on", "2026-03-12")
    data = settled("--progress", "screens=25%", "--paid", "500", "--paid", "-100")
    assert (data["earned"], data["paid"]) == ("510.00", "1400.00")


def test_approved_tasks_are_done() -> None:
    """What the client approved is done, though nobody noted its progress."""
    done("note", "approved", "screens", "--on", "2026-04-10")
    assert earned() == {"screens": "2040.00"}
    # A noted progress stands all the same: 21.6 h, rounded up to a quarter.
    done("note", "progress", "screens", "90", "--on", "2026-04-11")
    assert earned() == {"screens": "1848.75"}


def test_approved_before_it_grew() -> None:
    """What was approved is what the task was then: 24 of the 30 hours that it has now."""
    done("note", "approved", "screens", "--on", "2026-03-12")
    done(*CHANGE)
    done("accept", "CO-001", "--on", "2026-03-23")
    assert earned("--progress", "blog=0")["screens"] == "2040.00"
    done("note", "approved", "all", "--on", "2026-04-01")
    assert earned()["screens"] == "2550.00"


def test_completed() -> None:
    """A job that is completed comes to its contract sum, whatever has been noted."""
    data = settled(cause="completed")
    assert (data["earned"], data["unearned"], data["due"]) == ("6450.00", "0.00", "7616.70")


def test_instructed_order() -> None:
    """Of an order that was to be begun, what is done is settled up to its limit."""
    done(*CHANGE)
    done("proceed", "CO-001", "--on", "2026-03-23", "--limit", "400")
    (row,) = settled("--progress", "CO-001=50")["instructed"]
    assert (row["number"], row["limit"], row["earned"]) == ("CO-001", "400", "400.00")
    (row,) = settled()["instructed"]
    assert row["earned"] == "0.00"
    # Declined, the work that was instructed is owed all the same; accepted, it counts by tasks.
    done("decline", "CO-001", "--on", "2026-03-24")
    assert len(settled()["instructed"]) == 1


def test_instructed_order_that_is_accepted() -> None:
    """Once it is accepted, an order that was to be begun counts by its tasks."""
    done(*CHANGE)
    done("proceed", "CO-001", "--on", "2026-03-23")
    done("accept", "CO-001", "--on", "2026-03-24")
    data = settled("--progress", "blog=50")
    assert data["instructed"] == []
    assert {row["id"]: row["earned"] for row in data["tasks"]}["blog"] == "475.00"


def test_after_the_end() -> None:
    """A job that has ended is settled as well."""
    done("note", "progress", "screens", "50", "--on", "2026-04-10")
    done("end", "--cause", "agreement", "--on", "2026-04-15")
    assert settled(cause="agreement")["earned"] == "1020.00"


def test_without_a_record() -> None:
    """Where nothing is recorded, the quote in the file counts as agreed."""
    data = settled("--job", BAKERY, "--progress", "screens=50", "--paid", "2876.37")
    # 1020.00 less 5 %.
    assert (data["earned"], data["adjustments"], data["paid"]) == ("969.00", "-51.00", "2876.37")


@pytest.mark.parametrize(
    ("args", "words", "code"),
    [
        (("--progress", "screns=5"), "progress.screns: there is no task", 2),
        (("--progress", "screens=101"), "101 % is no progress", 2),
        (("--progress", "screens"), "is no ID=PERCENT", 2),
        (("--paid", "12,50"), 'payments[0]: "12,50" is not a number; write 12.50', 2),
        (("--on", "2026-03-04"), "nothing was agreed by 2026-03-04", 1),
    ],
)
def test_refused(args: tuple[str, ...], words: str, code: int) -> None:
    """What is stated beside the record is held against it."""
    assert words in refused(*CAUSE, *args, code=code)


def test_cause_is_needed() -> None:
    """Why a job ends is never guessed."""
    assert "--cause" in refused("settle", code=2)


def test_text() -> None:
    """Without a format it is a page for a person."""
    text = done("settle", "--cause", "completed", "--on", "2026-04-20", "-l", "en").stdout
    assert text.startswith("Final account for quote Q-2026-014 ")


def test_later_approval_goes_before_earlier_progress() -> None:
    """What was approved after it was noted as half done is done."""
    done("note", "progress", "screens", "50", "--on", "2026-04-08")
    done("note", "approved", "screens", "--on", "2026-04-10")
    assert earned() == {"screens": "2040.00"}


def test_approved_and_extended_on_one_day() -> None:
    """An order accepted after the approval extends what was approved, on the same day too."""
    done(*CHANGE)
    done("note", "approved", "screens", "--on", "2026-03-23")
    done("accept", "CO-001", "--on", "2026-03-23")
    # 24 of 30 hours.
    assert earned("--progress", "blog=0")["screens"] == "2040.00"


def test_progress_of_instructed_work_is_recorded() -> None:
    """How far an order has come that was to be begun can be noted by its number."""
    done(*CHANGE)
    assert "there is no task" in refused("note", "progress", "CO-001", "40", code=2)
    done("proceed", "CO-001", "--on", "2026-03-23", "--limit", "900")
    done("note", "progress", "CO-001", "40", "--on", "2026-04-10")
    (row,) = settled()["instructed"]
    # 40 % of 2130.00.
    assert (row["percent"], row["earned"]) == ("40", "852.00")
    (row,) = settled("--progress", "CO-001=10")["instructed"]
    assert row["earned"] == "213.00"
    assert json.loads(done("exposure", "--on", "2026-04-20", "-f", "json").stdout)["earned"] > "0"
    assert "CO-001" in done("log").stdout
    assert done("status", "--on", "2026-04-20").exit_code == 0


def test_instructed_order_that_is_issued_anew() -> None:
    """It stays owed by its number until the order in its place is accepted."""
    done(*CHANGE)
    done("proceed", "CO-001", "--on", "2026-03-23", "--limit", "500")
    Path("changes/fonts.yaml").write_text(
        "quotekit: change/1\nid: fonts\nrequested_on: 2026-03-20\nactions: [{remove: texts-en}]\n",
        encoding="utf-8",
    )
    done("change", "changes/fonts.yaml", "--on", "2026-03-23")
    done("accept", "CO-002", "--on", "2026-03-24")
    done("change", "changes/add-blog.yaml", "--on", "2026-03-25")
    assert entries()[-1]["data"]["supersedes"] == "CO-001"
    (row,) = settled("--progress", "CO-001=50")["instructed"]
    assert (row["number"], row["earned"]) == ("CO-001", "500.00")
    done("accept", "CO-003", "--on", "2026-03-26")
    assert settled()["instructed"] == []
