"""A whole job through the command line: five requests, two declined, one step voided, the end."""

import json
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import quotekit as qk
from tests.change_stories import EXAMPLES
from tests.cli.recorded import done, entries, every_byte, refused

STORY = """\
send --on 2026-03-02
note message Danke --initiated-by client --minutes 5 --on 2026-03-03
accept --on 2026-03-09 --how mail --evidence ../mail.eml --select english
note payment 2876.37 --for deposit --on 2026-03-16
note received "Logo als Vektordatei" --on 2026-04-03
change changes/1-blog-and-screens.yaml --on 2026-03-30
accept --on 2026-04-01 --how mail --by "Jonas Weber"
note progress screens 60 --on 2026-04-10
change changes/2-warmer-colours.yaml --on 2026-04-10
accept CO-002 --on 2026-04-10 --how call
note message "Bitte größer" --about screens --on 2026-04-14
change changes/3-other-look.yaml --on 2026-04-16
decline CO-003 --on 2026-04-17 --reason "Zu teuer"
note message "Andere Kundin" --about photos --on 2026-04-18
void 17 --reason "Nicht dieser Auftrag" --on 2026-04-18
change changes/4-shop.yaml --on 2026-04-21
accept CO-004 --on 2026-04-21 --how mail
note progress preorder 60 --on 2026-04-27
change changes/5-no-preorder.yaml --on 2026-04-28
decline --on 2026-04-30 --reason "Dann doch mit Vorbestellung"
note approved screens --how mail --on 2026-05-04
note delivered --on 2026-05-22
note approved --how mail --on 2026-05-29
end --cause completed --on 2026-05-29
"""


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Play the story of the bakery in a copy of its folder."""
    folder = tmp_path / "bakery"
    shutil.copytree(EXAMPLES / "bakery-website", folder)
    (tmp_path / "mail.eml").write_text("Einverstanden. J. Weber\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    for step in STORY.splitlines():
        done(*shlex.split(step))
    return folder


def answer(*call: str) -> dict[str, Any]:
    """Return an answer as plain data that obeys its schema."""
    found: dict[str, Any] = json.loads(done(*call, "-f", "json").stdout)
    Draft7Validator(qk.schema(found["quotekit"])).validate(found)
    return found


def test_record_of_the_job(job: Path) -> None:
    """Every step is one entry of one chain, and every mark on a document holds."""
    events = [entry["event"] for entry in entries()]
    assert len(events) == len(STORY.splitlines()) + 5
    assert events.count("change_order_issued") == events.count("change_requested") == 5
    done("verify")
    for document in sorted((job / "sent").iterdir()):
        mark = document.read_text("utf-8").splitlines()[-1]
        if document.name.startswith("CO-"):
            done("verify", "--expect", mark.removeprefix("record "))


def test_contract_is_what_the_orders_come_to(job: Path) -> None:
    """The sum of the accepted orders is what the contract has moved by."""
    status = answer("status", "--on", "2026-05-29", "--changes")
    orders = {one["number"]: one for one in status["orders"]}
    assert [one["status"] for one in orders.values()] == [
        "accepted", "accepted", "declined", "accepted", "declined",
    ]  # fmt: skip
    assert status["phase"] == "ended"
    for key in ("net", "total"):
        moved = sum(float(one[key]) * 100 for one in orders.values() if one["status"] == "accepted")
        assert round(moved) == round(float(status["sum"][key]["change"]) * 100)
    agreed = qk.price(qk.load_quote(job / "contract.yaml"))
    assert f"{agreed.totals.net:f}" == status["sum"]["net"]["current"]
    assert agreed.digest == status["agreed"]


def test_agreed_day_by_day(job: Path) -> None:
    """The design of the pages, as it was agreed on each day, against what was written down."""
    quote = qk.load_quote(job / "quote.yaml")
    hours = {task.id: task.quantity for task in quote.tasks}
    assert hours["screens"] == 24
    found: dict[str, Any] = {}
    for day, quantity, accepted in (
        ("2026-03-09", "24", ["quote"]),
        ("2026-04-09", "24", ["quote", "CO-001"]),
        ("2026-04-10", "27", ["quote", "CO-001", "CO-002"]),
        ("2026-05-29", "27", ["quote", "CO-001", "CO-002"]),
    ):
        found = answer("agreed", "screens", "--on", day)
        line = next(line for line in found["lines"] if line["id"] == "screens")
        assert (line["quantity"], [one["what"] for one in found["accepted"]]) == (
            quantity,
            accepted,
        )
    assert [(one["what"], one["reason"]) for one in found["refused"]] == [("CO-003", "Zu teuer")]
    assert [one["data"]["summary"] for one in found["messages"]] == ["Bitte größer"]
    by_mail = found["accepted"][0]
    assert (by_mail["by"], by_mail["method"]) == ("Jonas Weber", "mail")
    assert (job / by_mail["evidence"][0]["path"]).read_text("utf-8").startswith("Einverstanden")


def test_other_subjects(job: Path) -> None:
    """A task that was never removed, an option chosen late, a task added later, a term."""
    assert job.exists()
    preorder = answer("agreed", "preorder", "--on", "2026-05-01")
    assert preorder["lines"][0]["total"] == "1180.00"
    assert [one["what"] for one in preorder["refused"]] == ["CO-005"]
    assert answer("agreed", "shop", "--on", "2026-04-20")["lines"][0]["counted"] is False
    assert answer("agreed", "shop", "--on", "2026-04-21")["lines"][0]["counted"] is True
    assert answer("agreed", "english", "--on", "2026-03-09")["kind"] == "option"
    assert answer("agreed", "blog", "--on", "2026-04-01")["lines"][0]["quantity"] == "10"
    # The quote departs from the agreement, which asks for 60.
    assert answer("agreed", "changes.handling_fee", "--on", "2026-03-31")["value"] == "0"
    assert "nothing was agreed by" in refused("agreed", "screens", "--on", "2026-03-08")


def test_voided_entry_counts_nowhere(job: Path) -> None:
    """What was voided is in the log, and in no answer."""
    assert job.exists()
    log = answer("log", "--about", "photos")
    assert [one["voided_by"] for one in log["entries"] if one["event"] == "message"] == [18]
    assert answer("agreed", "photos", "--on", "2026-05-29")["messages"] == []


def test_refused_steps_leave_every_byte(job: Path) -> None:
    """After the end each step that is not allowed says so and writes nothing."""
    before = every_byte(job)
    for step in (
        ("send",), ("accept", "CO-003"), ("decline", "CO-004"), ("withdraw", "CO-005"),
        ("proceed", "CO-005"), ("change", "changes/5-no-preorder.yaml"),
        ("reopen", "--on", "9999-01-01"),
        ("note", "progress", "frontend", "10"), ("note", "delivered"), ("void", "1"),
        ("note", "exception", "changes.minimum", "0"), ("end", "--cause", "agreement"),
        ("note", "request", "changes/1-blog-and-screens.yaml", "--evidence", "studio.yaml"),
    ):  # fmt: skip
        refused(*step, code=2 if "9999-01-01" in step else 1)
    assert every_byte(job) == before


def test_nothing_private(job: Path) -> None:
    """No cost, margin or private note is in the journal, the documents or contract.yaml."""
    kept = [job / "journal.jsonl", job / "contract.yaml", *(job / "sent").iterdir()]
    for path in kept:
        text = path.read_text("utf-8")
        for secret in (
            "private",
            "Filialleitungen möchten",
            '"560"',
            '"cost"',
            "Leeds",
            "floor_rate",
        ):
            assert secret not in text, (path, secret)
