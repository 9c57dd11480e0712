"""`quotekit reprice`: many jobs, what has moved, and those with a fault."""

import json
import os
import pty
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import quotekit as qk
from tests.cli.calling import EXAMPLES, PROGRAM, SMALL, call, job

NOT_A_NUMBER = {"name": "a", "currency": "EUR", "net": "NaN", "total": "1", "payable": "1"}


def priced(number: str, price: str, title: str = "Arbeit") -> str:
    """Return the text of a quote with a number, a price and a title."""
    text = SMALL.replace("Q-1", number).replace("price: 100", f"price: {price}")
    return text.replace("Kleine Arbeit", title)


@pytest.fixture
def jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write three jobs, one in a folder of its own, and go where they are."""
    job(tmp_path / "jobs/a", priced("Q-1", "100", "業務アプリ"))
    job(tmp_path / "jobs/b", priced("Q-2", "200"))
    job(tmp_path / "jobs/2025/c", priced("Q-3", "300"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "jobs"


def run_as_json(*args: str, code: int = 0) -> dict[str, Any]:
    """Reprice, and return the JSON that it prints."""
    result = call("reprice", *args, "--format", "json")
    assert result.exit_code == code
    data: dict[str, Any] = json.loads(result.stdout)
    jsonschema.validate(data, qk.schema("repriced"))
    return data


@pytest.mark.usefixtures("jobs")
def test_table() -> None:
    """A row for each job, found at any depth, the numbers in straight columns."""
    result = call("reprice", "jobs")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "number  currency       net   total  payable  title\n"
        "Q-3     EUR         300.00  300.00   300.00  Arbeit\n"
        "Q-1     EUR         100.00  100.00   100.00  業務アプリ\n"
        "Q-2     EUR         200.00  200.00   200.00  Arbeit\n"
    )


def test_examples_are_priced_as_shown() -> None:
    """The amounts are those that `show` prints."""
    for result in run_as_json(str(EXAMPLES))["jobs"]:
        shown = json.loads(call("show", result["name"], "--format", "json").stdout)
        assert result["number"] == shown["number"]
        assert result["currency"] == shown["currency"]
        for name in ("net", "total", "payable"):
            assert result[name] == shown["totals"][name]


def test_nothing_moved(jobs: Path) -> None:
    """Compared with itself nothing has moved, however the folder is written."""
    (jobs.parent / "earlier.json").write_text(call("reprice", "jobs", "-f", "json").stdout)
    data = run_as_json("./jobs/", "--since", "earlier.json")
    assert [result["moved"] for result in data["jobs"]] == [False] * 3
    assert {result["difference"]["net"] for result in data["jobs"]} == {"0.00"}
    assert data["gone"] == []


def test_moved_first(jobs: Path) -> None:
    """What has moved comes first, before, after and difference; then faults, the rest, gone."""
    (jobs.parent / "earlier.json").write_text(call("reprice", "jobs", "-f", "json").stdout)
    job(jobs / "b", priced("Q-2", "150.50"))
    job(jobs / "2025/c", "quotekit: quote/1\n")
    shutil.rmtree(jobs / "a")
    job(jobs / "d", priced("Q-4", "400"))
    result = call("reprice", "jobs", "--since", "earlier.json")
    assert result.exit_code == 2
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows[1] == ["Q-2", "EUR", "before", "200.00", "200.00", "200.00", "Arbeit"]
    assert rows[2] == ["Q-2", "EUR", "after", "150.50", "150.50", "150.50"]
    assert rows[3] == ["Q-2", "EUR", "difference", "-49.50", "-49.50", "-49.50"]
    assert rows[4][:2] == ["fault", "jobs/2025/c/quote.yaml:1:1:"]
    assert rows[-2] == ["Q-4", "EUR", "400.00", "400.00", "400.00", "Arbeit"]
    assert rows[-1] == ["Q-1", "EUR", "gone", "100.00", "100.00", "100.00", "業務アプリ"]
    # The numbers of all rows end in the same columns.
    assert len({line.index(".50") for line in result.stdout.splitlines() if ".50" in line}) == 1


def test_rise_has_a_sign(jobs: Path) -> None:
    """A difference upwards is written with a plus."""
    (jobs.parent / "earlier.json").write_text(call("reprice", "jobs", "-f", "json").stdout)
    job(jobs / "a", priced("Q-1", "100.01"))
    assert "+0.01" in call("reprice", "jobs", "--since", "earlier.json").stdout


def test_other_currency(jobs: Path) -> None:
    """Another currency has moved, and has no difference."""
    (jobs.parent / "earlier.json").write_text(call("reprice", "jobs", "-f", "json").stdout)
    job(jobs / "a", priced("Q-1", "100").replace("EUR", "CHF"))
    data = run_as_json("jobs", "--since", "earlier.json")
    (result,) = (result for result in data["jobs"] if result["moved"])
    assert (result["before"]["currency"], result["currency"]) == ("EUR", "CHF")
    assert result["difference"] is None
    rows = call("reprice", "jobs", "--since", "earlier.json").stdout.splitlines()
    assert [row.split()[:3] for row in rows[1:3]] == [
        ["Q-1", "EUR", "before"],
        ["Q-1", "CHF", "after"],
    ]


def test_faulty_job_is_a_row(jobs: Path) -> None:
    """A faulty job does not end the run: its faults are in its row, and the exit code is 2."""
    job(jobs / "bad", SMALL.replace("price: 100", "price: x") + "titel: y\n")
    data = run_as_json("jobs", code=2)
    (faulty,) = (result for result in data["jobs"] if result["faults"])
    assert faulty["name"] == "jobs/bad/quote.yaml"
    assert faulty["net"] is None
    assert {fault["file"] for fault in faulty["faults"]} == {"jobs/bad/quote.yaml"}
    assert len(data["jobs"]) == 4
    result = call("reprice", "jobs")
    assert result.exit_code == 2
    assert "jobs/bad/quote.yaml:6:" in result.stdout
    assert "Q-3" in result.stdout


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("{", "this is no JSON"),
        ("[" * 100_000, "this is no JSON"),
        ("{}", "this is no repriced/1"),
        ("[]", "this is no repriced/1"),
        ('{"quotekit": "repriced/1"}', "a job in it lacks"),
        ('{"quotekit": "repriced/1", "jobs": [{"name": 1}]}', "a job in it lacks"),
        (json.dumps({"quotekit": "repriced/1", "jobs": [NOT_A_NUMBER]}), "a job in it lacks"),
    ],
)
def test_since_that_is_none(jobs: Path, text: str, fact: str) -> None:
    """A file that no earlier run printed is refused in one line."""
    (jobs.parent / "earlier.json").write_text(text)
    result = call("reprice", "jobs", "--since", "earlier.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"earlier.json: {fact}")
    assert result.stderr.count("\n") == 1


def test_no_jobs(tmp_path: Path) -> None:
    """A folder with no job below it is refused."""
    result = call("reprice", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no quote.yaml in this folder or below it" in result.stderr


@pytest.mark.usefixtures("jobs")
def test_processes_change_nothing() -> None:
    """Several processes give what one does."""
    assert run_as_json("jobs", "--jobs", "2") == run_as_json("jobs")


@pytest.mark.usefixtures("jobs")
def test_controls_in_titles_are_visible() -> None:
    """A title cannot turn the line of a terminal round."""
    job(Path("jobs/a"), priced("Q-1", "100", "x \u202e y"))
    assert "x <U+202E> y" in call("reprice", "jobs").stdout


def test_bar_and_interruption(tmp_path: Path) -> None:
    """At a terminal a bar is shown; an interruption ends all processes with 130, in words."""
    for number in range(2000):
        job(tmp_path / str(number))
    terminal, follower = pty.openpty()
    running = subprocess.Popen(
        [*PROGRAM, "reprice", str(tmp_path), "--jobs", "2"],
        stdout=subprocess.DEVNULL,
        stderr=follower,
        start_new_session=True,
    )
    os.close(follower)
    seen = b""
    while b"Pricing" not in seen:
        seen += os.read(terminal, 4096)
    os.killpg(running.pid, signal.SIGINT)
    code = running.wait(timeout=60)
    try:
        while part := os.read(terminal, 4096):
            seen += part
    except OSError:
        pass  # How Linux says that the other end is closed.
    os.close(terminal)
    assert code == 130
    assert b"quotekit: interrupted" in seen
    assert b"Traceback" not in seen
