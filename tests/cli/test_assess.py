"""`quotekit assess`: whether to take a job, by its quote and what is recorded of it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import quotekit as qk
from tests.cli.calling import BAKERY, call, job
from tests.cli.recorded import ACCEPT, CHANGE, JOB, SEND, done, refused, started

AGREED = (SEND, ACCEPT)


def assessed(*args: str | Path) -> dict[str, Any]:
    """Return the advice as a program reads it."""
    data: dict[str, Any] = json.loads(done("assess", *args, "--format", "json").stdout)
    jsonschema.validate(data, qk.schema("assessment"))
    return data


def seen(*args: str | Path) -> dict[str, tuple[int, str | None]]:
    """Return weight and evidence of each signal among the reasons."""
    own = {"no_floor", "no_deposit", "above_floor", "unclear", "below_floor"}
    return {
        one["code"]: (one["weight"], one["evidence"])
        for one in assessed(*args)["reasons"]
        if one["code"] not in own
    }


@pytest.fixture
def agreed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the folder of a job that is agreed."""
    folder = started(tmp_path / "job", *AGREED)
    monkeypatch.chdir(folder)
    return folder


def test_quote_of_an_example() -> None:
    """A sound job is taken, with the figures that speak for it."""
    data = assessed(BAKERY, "--on", "2026-03-02")
    assert (data["verdict"], data["points"]) == ("take", 97)
    assert data["viability"]["hourly_rate"] == "82.81"
    assert data["completeness"]["score"] == "94"


def test_stated_signals(tmp_path: Path) -> None:
    """What the quote states of its client counts, and what is no signal is a fault of its file."""
    text = JOB.replace("notes: a secret", "signals: [earlier_job_unpaid], notes: a secret")
    folder = started(tmp_path / "job")
    (folder / "quote.yaml").write_text(text, encoding="utf-8")
    assert assessed(folder)["verdict"] == "decline"
    wrong = text.replace("earlier_job_unpaid", "grumpy")
    (folder / "quote.yaml").write_text(wrong, encoding="utf-8")
    result = call("assess", folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{folder / 'quote.yaml'}:31:21: private.signals[0]: there is")


def test_nothing_recorded(tmp_path: Path) -> None:
    """A quote that is not agreed yet is judged as the file has it."""
    assert seen(started(tmp_path / "job")) == {}


@pytest.mark.usefixtures("agreed")
def test_private_notes_of_an_agreed_job() -> None:
    """The record holds nothing private, so the floor rate and the costs come from the file."""
    text = JOB.replace("notes: a secret", "floor_rate: 99.50, notes: a secret")
    text = text.replace("quantity: 40}", "quantity: 40, private: {cost: 1000}}")
    Path("quote.yaml").write_text(text, encoding="utf-8")
    worth = assessed("--on", "2026-03-10")["viability"]
    assert (worth["floor_rate"], worth["cost"], worth["hourly_rate"]) == (
        "99.50", "1120.00", "98.91",
    )  # fmt: skip


@pytest.mark.usefixtures("agreed")
def test_late_supplies() -> None:
    """What the client was to supply and has not is seen, and named."""
    assert "late_answers" not in seen("--on", "2026-04-10")
    assert seen("--on", "2026-04-14")["late_answers"] == (2, "Photos")
    done("note", "received", "Photos", "--on", "2026-04-13")
    assert "late_answers" not in seen("--on", "2026-04-14")


@pytest.mark.usefixtures("agreed")
def test_changes_a_week() -> None:
    """Several changes of scope in a week are seen; over months they are no more than usual."""
    for at in range(4):
        value = "constructive" if at == 3 else "preference"
        Path(f"wish{at}.yaml").write_text(
            f"quotekit: change/1\nid: wish-{at}\nrequested_on: 2026-03-1{at}\nvalue: {value}\n"
            f"actions: [{{revise: screens, set: {{quantity: {30 + at}}}}}]\n",
            encoding="utf-8",
        )
        done("note", "request", f"wish{at}.yaml", "--on", f"2026-03-1{at}")
    # Three, of which none is constructive, in nine days: about two a week, of 3 points each.
    assert seen("--on", "2026-03-13")["specification_changes"] == (6, "#3, #4, #5")
    assert seen("--on", "2026-03-24")["specification_changes"] == (3, "#3, #4, #5")
    assert "specification_changes" not in seen("--on", "2026-04-13")


@pytest.mark.usefixtures("agreed")
def test_begun_before_it_is_agreed() -> None:
    """An order that was to be begun before it was agreed is seen."""
    done(*CHANGE)
    done("proceed", "CO-001", "--on", "2026-03-23")
    assert seen("--on", "2026-03-23")["work_before_agreement"] == (5, "CO-001")


def test_unpaid_instalment(tmp_path: Path) -> None:
    """What is due by what has happened, and not paid, is seen; the plan alone makes nothing due."""
    dues = {
        "deposit": "{after: acceptance, days: 7}",
        "design-done": "{after: screens, days: 7}",
    }
    text = JOB
    for name, due in dues.items():
        text = text.replace(f"id: {name}, percent: 30", f"id: {name}, percent: 30, due: {due}")
    folder = started(tmp_path / "job")
    (folder / "quote.yaml").write_text(text, encoding="utf-8")
    here = ("--job", folder)
    done(*SEND, *here)
    done(*ACCEPT, *here)
    assert "unpaid_orders" not in seen(folder, "--on", "2026-03-12")
    assert seen(folder, "--on", "2026-06-30")["unpaid_orders"] == (10, "deposit")
    done("note", "approved", "screens", "--on", "2026-04-17", *here)
    assert seen(folder, "--on", "2026-04-25")["unpaid_orders"] == (20, "deposit, design-done")
    done("note", "payment", "2285.01", "--for", "deposit", "--on", "2026-04-20", *here)
    assert seen(folder, "--on", "2026-04-25")["unpaid_orders"] == (10, "design-done")


def test_money_for_nothing_in_particular_pays_what_is_due(tmp_path: Path) -> None:
    """A payment that names no instalment pays the one that has been due for longest."""
    text = JOB
    for name, days in (("deposit", 7), ("design-done", 30)):
        due = f"{{after: acceptance, days: {days}}}"
        text = text.replace(f"id: {name}, percent: 30", f"id: {name}, percent: 30, due: {due}")
    folder = started(tmp_path / "job")
    (folder / "quote.yaml").write_text(text, encoding="utf-8")
    here = ("--job", folder)
    done(*SEND, *here)
    done(*ACCEPT, *here)
    assert seen(folder, "--on", "2026-05-01")["unpaid_orders"] == (20, "deposit, design-done")
    done("note", "payment", "2285.01", "--on", "2026-03-12", *here)
    assert "unpaid_orders" not in seen(folder, "--on", "2026-03-20")
    assert seen(folder, "--on", "2026-05-01")["unpaid_orders"] == (10, "design-done")
    done("note", "payment", "2285.01", "--on", "2026-04-30", *here)
    assert "unpaid_orders" not in seen(folder, "--on", "2026-05-01")


@pytest.mark.usefixtures("agreed")
def test_deposit_of_an_agreed_job_is_no_longer_asked() -> None:
    """What the agreement asks of an offer is asked no more once an order has moved the sum."""
    terms = Path("agreement.yaml")
    done("note", "payment", "2285.01", "--for", "deposit", "--on", "2026-03-12")
    done(*CHANGE)
    done("accept", "CO-001", "--on", "2026-03-23")
    found = assessed("--on", "2026-03-24")
    assert {"deposit", "low_deposit"}.isdisjoint(one["code"] for one in found["reasons"])
    assert "deposit" not in {one["code"] for one in found["conditions"]}
    assert terms.exists()


@pytest.mark.usefixtures("agreed")
def test_granted_exceptions_count() -> None:
    """An exception granted in the record weighs as one of the quote does, until it expires."""
    done("note", "exception", "changes.handling_fee", "0", "--expires", "2026-04-01",
         "--on", "2026-03-10")  # fmt: skip
    assert "exception" in seen("--on", "2026-03-20")
    assert "exception" not in seen("--on", "2026-04-02")


def test_messages_above_budget(tmp_path: Path) -> None:
    """More messages in seven days than were agreed on are seen."""
    folder = started(tmp_path / "job")
    terms = folder / "agreement.yaml"
    text = terms.read_text("utf-8") + "contact: {messages_per_week: 2}\n"
    terms.write_text(text, encoding="utf-8")
    here = ("--job", folder)
    done(*SEND, *here)
    done(*ACCEPT, *here)
    for at in range(5):
        if at == 2:
            assert "messages_above_budget" not in seen(folder, "--on", "2026-03-12")
        done("note", "message", f"Question {at}", "--on", "2026-03-12", *here)
    weight, evidence = seen(folder, "--on", "2026-03-12")["messages_above_budget"]
    assert (weight, evidence) == (4, "5 > 2")


@pytest.mark.usefixtures("agreed")
def test_record_goes_before_what_is_stated() -> None:
    """Of what the record can show, what the quote states counts no longer; the rest does."""
    signals = "signals: [late_answers, price_doubted]"
    text = JOB.replace("notes: a secret", f"{signals}, notes: a secret")
    Path("quote.yaml").write_text(text, encoding="utf-8")
    assert seen("--on", "2026-04-14") == {
        "late_answers": (2, "Photos"), "price_doubted": (4, None),
    }  # fmt: skip


def test_no_quote(tmp_path: Path) -> None:
    """An agreement is no job, and a folder without a quote is none either."""
    result = call("assess", BAKERY / "agreement.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "this is no quote" in result.stderr
    assert call("assess", tmp_path).exit_code == 2


def test_letter() -> None:
    """The letter declines the job in the client's language, on the day, and is text alone."""
    call_for_it = ("assess", BAKERY, "--letter", "--on", "2026-03-02")
    german = done(*call_for_it).stdout
    assert "2. März 2026" in german
    assert "Guten Tag Jonas Weber," in german
    assert "Kind regards" in done(*call_for_it, "-l", "en").stdout
    result = call("assess", BAKERY, "--letter", "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'there is no format "json" for this' in result.stderr


def test_text() -> None:
    """Without a format it is a page for a person."""
    text = done("assess", BAKERY, "--on", "2026-03-02", "-l", "en").stdout
    assert text.startswith("Whether to take the job: quote Q-2026-014\n")


@pytest.mark.usefixtures("agreed")
def test_nothing_is_written() -> None:
    """Advice writes nothing, also where it is refused."""
    assert "is no day of the calendar" in refused("assess", "--on", "soon", code=2)


def test_small_job(tmp_path: Path) -> None:
    """A bare quote is judged too: much is missing in it."""
    data = assessed(job(tmp_path))
    assert data["verdict"] == "decline"
    assert {"no_client", "agreement", "deposit"} <= {one["code"] for one in data["conditions"]}
