"""`quotekit agreed`: what was agreed, by whom, and what proves it."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import quotekit as qk
from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, refused, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job whose change order is accepted."""
    steps = (
        ("note", "message", "Bigger, please", "--about", "screens", "--on", "2026-03-20"),
        CHANGE,
        ("accept", "--on", "2026-03-23", "--how", "call"),
    )
    monkeypatch.chdir(started(tmp_path / "job", SEND, (*ACCEPT, "--by", "Anna"), *steps))


def agreed(*options: str) -> dict[str, Any]:
    """Return the answer as plain data that obeys its schema."""
    found: dict[str, Any] = json.loads(done("agreed", "-f", "json", *options).stdout)
    Draft7Validator(qk.schema("agreed")).validate(found)
    return found


def test_task_before_and_after_a_change() -> None:
    """The quantity of each day, and who accepted it."""
    then = agreed("screens", "--on", "2026-03-10")
    assert (then["kind"], then["lines"][0]["quantity"], then["lines"][0]["total"]) == (
        "task", "24", "2040.00",
    )  # fmt: skip
    assert [(one["what"], one["by"], one["method"]) for one in then["accepted"]] == [
        ("quote", "Anna", "mail")
    ]
    assert [one["event"] for one in then["later"]][-1] == "change_order_accepted"
    now = agreed("screens", "--on", "2026-03-23")
    assert now["lines"][0]["quantity"] == "30"
    assert [one["what"] for one in now["accepted"]] == ["quote", "CO-001"]
    assert [one["data"]["summary"] for one in now["messages"]] == ["Bigger, please"]


def test_whole_option_and_term() -> None:
    """All of it, an option, and a term of the agreement."""
    assert agreed()["sum"]["net"] == "8580.00"
    assert agreed("--on", "2026-03-22")["sum"]["net"] == "6450.00"
    option = agreed("shop")
    assert (option["kind"], option["lines"][0]["counted"]) == ("task", False)
    assert agreed("changes.minimum")["value"] == "100"


def test_nothing_agreed_yet() -> None:
    """Before the acceptance the answer is no."""
    assert refused("agreed", "--on", "2026-03-04").startswith("nothing was agreed by 2026-03-04")


def test_unknown_subject() -> None:
    """A subject that is none is a wrong call."""
    assert "did you mean screens?" in refused("agreed", "screen", code=2)


def test_nothing_private() -> None:
    """The cost of a task is not in the answer."""
    assert "777.13" not in done("agreed", "shop", "-f", "json").stdout


def test_text() -> None:
    """As text it names what was agreed."""
    assert "Screen design" in done("agreed", "screens").stdout
