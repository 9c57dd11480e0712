"""`quotekit change`: dry runs, and why nothing else can be done without a record."""

from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.change_files import agreed

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
    """Without --dry-run it is refused in plain words, and nothing is written."""
    before = {path: path.stat().st_mtime_ns for path in Path().rglob("*")}
    result = call("change", REQUEST, *ON)
    assert (result.exit_code, result.stdout) == (2, "")
    words = "a change order is issued only for a quote whose acceptance is recorded"
    assert words in result.stderr
    assert "--dry-run" in result.stderr
    assert {path: path.stat().st_mtime_ns for path in Path().rglob("*")} == before


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
