"""`quotekit change`: requests recorded, and an order issued for each."""

import json
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.change_files import agreed
from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, entries, last, refused, started

REQUEST = "changes/add-blog.yaml"
ON = ("--on", "2026-03-22")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job with change requests."""
    monkeypatch.chdir(agreed(tmp_path / "job"))


@pytest.mark.parametrize("format_name", ["text", "json"])
def test_dry_run_is_a_plan(format_name: str) -> None:
    """`change --dry-run` prints what `plan` prints, byte for byte."""
    arguments = (
        REQUEST, *ON, "--quote", "quote.yaml", "--progress", "screens=60", "--paid", "deposit",
        "-f", format_name, "-l", "fr", "-w", "70", "--exit-code",
    )  # fmt: skip
    change, plan = call("change", *arguments, "--dry-run"), call("plan", *arguments)
    assert (change.exit_code, change.stderr) == (plan.exit_code, plan.stderr) == (1, "")
    assert change.stdout_bytes == plan.stdout_bytes
    assert change.stdout


def test_without_a_record_nothing_is_issued() -> None:
    """Before an acceptance is recorded it is refused in plain words, and nothing is written."""
    assert refused("change", REQUEST, *ON) == (
        "no quote is accepted yet; record the acceptance first\n"
    )


def test_quote_needs_a_dry_run() -> None:
    """A quote file by itself is not agreed."""
    result = call("change", REQUEST, *ON, "--quote", "quote.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--quote needs --dry-run" in result.stderr


def test_without_a_request() -> None:
    """A dry run needs something to price."""
    result = call("change", "--dry-run")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "name a change request" in result.stderr


@pytest.fixture
def _agreed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job whose quote is accepted."""
    monkeypatch.chdir(started(tmp_path / "agreed", SEND, ACCEPT))


@pytest.mark.usefixtures("_agreed")
def test_request_and_order_are_recorded() -> None:
    """The request on its day, the order with its document, and the order is printed."""
    result = done(*CHANGE)
    asked, issued = entries()[-2:]
    assert (asked["event"], asked["data"]["on"]) == ("change_requested", "2026-03-20")
    data = issued["data"]
    assert (data["number"], data["on"], data["by"]) == ("CO-001", "2026-03-22", "Mara Lindqvist")
    document = Path(data["document"]["path"]).read_text("utf-8")
    head = asked["hash"].removeprefix("sha256:")[:16]
    assert document == f"{result.stdout}\nrecord 3 · {head}\n"
    assert "sent/CO-001.txt: written" in result.stderr
    assert done("show", "CO-001").stdout == result.stdout


@pytest.mark.usefixtures("_agreed")
def test_again_writes_nothing() -> None:
    """While an order waits and fits, the same request writes nothing and prints the order."""
    first = done(*CHANGE).stdout
    again = done(*CHANGE)
    assert again.stdout == first
    assert "entry 4 says this already; nothing is written" in again.stderr
    assert len(entries()) == 4


@pytest.mark.usefixtures("_agreed")
def test_other_words_under_the_same_id() -> None:
    """A request that is recorded is not changed by its file."""
    done(*CHANGE)
    text = Path(REQUEST).read_text("utf-8").replace("quantity: 30", "quantity: 31")
    Path(REQUEST).write_text(text, encoding="utf-8")
    assert 'a request "add-blog" is recorded already' in refused(*CHANGE)


@pytest.mark.usefixtures("_agreed")
def test_stale_order_is_issued_anew() -> None:
    """Where the base is no longer agreed, the order is superseded by one on what is agreed now."""
    Path("changes/front.yaml").write_text(
        "quotekit: change/1\nid: front\nactions: [{revise: frontend, set: {quantity: 42}}]\n"
    )
    done(*CHANGE)
    done("change", "changes/front.yaml", "--on", "2026-03-22")
    done("accept", "CO-002", "--on", "2026-03-23")
    done("change", REQUEST, "--on", "2026-03-24")
    assert (last()["number"], last()["supersedes"]) == ("CO-003", "CO-001")
    assert "CO-001 is superseded already" in refused("accept", "CO-001", "--on", "2026-03-24")


@pytest.mark.usefixtures("_agreed")
def test_expired_order_is_issued_anew() -> None:
    """After its last day an order is superseded by one that is open again."""
    done(*CHANGE)
    done("change", REQUEST, "--on", "2026-04-02")
    assert (last()["number"], last()["supersedes"]) == ("CO-002", "CO-001")


@pytest.mark.usefixtures("_agreed")
def test_several_on_the_agreed_quote() -> None:
    """Each order is based on what is agreed; one that is refused leaves everything as it was."""
    assert "longer-blog.yaml" in refused(*CHANGE, "changes/longer-blog.yaml", code=2)
    Path("changes/front.yaml").write_text(
        "quotekit: change/1\nid: front\nactions: [{revise: frontend, set: {quantity: 42}}]\n"
    )
    done(*CHANGE, "changes/front.yaml", "-f", "json")
    orders = [one["data"] for one in entries() if one["event"] == "change_order_issued"]
    assert [one["number"] for one in orders] == ["CO-001", "CO-002"]
    assert orders[0]["order"]["base"] == orders[1]["order"]["base"]


@pytest.mark.usefixtures("_agreed")
def test_edited_contract_is_a_request() -> None:
    """What is edited in contract.yaml is requested and priced by policy, and once."""
    assert "says what is agreed" in done("change").stderr
    text = Path("contract.yaml").read_text("utf-8").replace("quantity: 40", "quantity: 44")
    Path("contract.yaml").write_text(text, encoding="utf-8")
    planned = done("plan", "--on", "2026-03-22").stdout
    assert done("change", "--on", "2026-03-22").stdout == planned
    assert "Handling" in planned
    request = entries()[-2]["data"]["request"]
    assert request["actions"] == [{"revise": "frontend", "set": {"quantity": "44"}}]
    assert "nothing is written" in done("change", "--on", "2026-03-23").stderr


def edited(old: str, new: str) -> None:
    """Replace what stands in contract.yaml."""
    text = Path("contract.yaml").read_text("utf-8")
    assert old in text
    Path("contract.yaml").write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("_agreed")
@pytest.mark.parametrize("command", ["plan", "change"])
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("currency: EUR", "currency: EUR\nrounding: total", "rounding: rounding is fixed by"),
        ("number: Q-2026-014", "number: Q-2", "number: number is fixed by the contract; "),
        ("currency: EUR", "currency: EUR\nprices_include_tax: true", "prices_include_tax: prices_"),
        ("quantity: 24", "quantity: 2", 'tasks[0].quantity: "screens" is 60 % done, more than'),
        ("quantity: 40", "quantity: 40\n  ended: CO-001", "tasks[1].ended: ended would change a"),
        ("price: 85", "price: 86", 'rates.design: the task "screens", which uses this rate, has'),
        ("id: fonts", "id: CO-fonts", "tasks[3].id: ids that begin with CO- are those of change"),
    ],
)
def test_faults_of_the_edited_contract(command: str, old: str, new: str, said: str) -> None:
    """What may not be edited is said as it stands in contract.yaml, with its line."""
    done("note", "progress", "screens", "60", "--on", "2026-03-19")
    edited(old, new)
    text = Path("contract.yaml").read_text("utf-8")
    words = refused(command, "--on", "2026-03-22", code=2)
    place, _, fact = words.partition(": ")
    file, line, _ = place.split(":")
    assert (file, fact[: len(said)]) == ("contract.yaml", said)
    shown = "\n".join(text.splitlines()[int(line) - 1 :][:2])
    assert new.rpartition("\n")[2].strip() in shown


@pytest.mark.usefixtures("_agreed")
def test_faults_of_what_is_gone_from_the_contract() -> None:
    """A task that may not go has the place where it would stand."""
    Path("changes/stop.yaml").write_text(
        "quotekit: change/1\nid: stop\nactions: [{remove: screens}]\n"
    )
    done("note", "progress", "screens", "60", "--on", "2026-03-19")
    done("change", "changes/stop.yaml", "--on", "2026-03-22")
    done("accept", "--on", "2026-03-23")
    text = Path("contract.yaml").read_text("utf-8")
    rows = text.splitlines()
    first, last_row = rows.index("tasks:") + 1, rows.index("- id: frontend")
    gone = "\n".join([*rows[:first], *rows[last_row:]])
    Path("contract.yaml").write_text(gone + "\n", encoding="utf-8")
    assert refused("plan", "--on", "2026-03-24", code=2) == (
        f'contract.yaml:{first + 1}:1: tasks: "screens" was ended by CO-001 and may not change '
        "again; add a task for what is wanted now\n"
    )


@pytest.mark.usefixtures("_agreed")
def test_faults_beside_the_edited_contract() -> None:
    """What is stated in the call stands in no file."""
    edited("quantity: 40", "quantity: 44")
    assert refused("plan", "--progress", "screns=5", code=2).startswith(
        'progress.screns: there is no task "screns"; '
    )


@pytest.mark.usefixtures("_agreed")
def test_progress_and_payments_of_the_record() -> None:
    """What is done and paid by the record counts; late is by the day of the request."""
    done("note", "payment", "2285.01", "--for", "deposit", "--on", "2026-03-12")
    done("note", "payment", "1000", "--for", "design-done", "--on", "2026-03-12")
    done("note", "progress", "screens", "55", "--on", "2026-03-19")
    done("note", "progress", "screens", "95", "--on", "2026-03-21")
    done(*CHANGE)
    order = last()["order"]
    assert order["paid"] == ["deposit"]
    assert (order["progress"], order["late_progress"]) == ({"screens": "95"}, {"screens": "55"})
    shown = json.loads(done("show", "CO-001", "-f", "json").stdout)
    # 15 % from 50 %, not 30 % from 90 %: 510.00 × 15 %.
    late = next(line for line in shown["lines"] if line["id"] == "CO-001.late.screens")
    assert late["difference"] == "76.50"
    assert [one["fixed"] for one in shown["instalments"]] == [True, False, False]


@pytest.mark.usefixtures("_agreed")
def test_what_is_stated_goes_before() -> None:
    """A percent in the call is taken in place of the recorded one."""
    done("note", "progress", "frontend", "30", "--on", "2026-03-21")
    done(*CHANGE, "--progress", "frontend=40", "--paid", "deposit")
    assert last()["order"]["progress"] == {"frontend": "40"}
    assert last()["order"]["paid"] == ["deposit"]


@pytest.mark.usefixtures("_agreed")
def test_plan_on_the_record() -> None:
    """`plan` prices on what is agreed by the record, and --quote on the file alone."""
    done(*CHANGE)
    done("accept", "--on", "2026-03-23")
    plan = json.loads(done("plan", "changes/longer-blog.yaml", "-f", "json").stdout)
    assert (plan[0]["number"], plan[0]["sum"]["net"]["before"]) == ("CO-002", "8580.00")
    words = refused("plan", "changes/longer-blog.yaml", "--quote", "quote.yaml", code=2)
    assert 'there is no task "blog"' in words
    assert "name two quotes" in refused("plan", REQUEST, "--quote", ".", "--job", ".", code=2)
