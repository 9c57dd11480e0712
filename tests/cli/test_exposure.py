"""`quotekit exposure`: what is paid and not earned, by the record or as stated."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import quotekit as qk
from tests.cli.calling import BAKERY
from tests.cli.recorded import ACCEPT, JOB, SEND, done, refused, started


def exposed(*args: str | Path) -> dict[str, Any]:
    """Return the exposure as a program reads it."""
    data: dict[str, Any] = json.loads(done("exposure", *args, "--format", "json").stdout)
    jsonschema.validate(data, qk.schema("exposure"))
    return data


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job that is agreed, with a deposit and a start."""
    folder = started(tmp_path / "job")
    due = "id: deposit, percent: 30, due: {after: acceptance, days: 7}"
    text = JOB.replace("id: deposit, percent: 30", due)
    (folder / "quote.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    done(*SEND)
    done(*ACCEPT)


def test_by_the_record() -> None:
    """The deposit falls due a week after acceptance and is exposed until work earns it."""
    done("note", "payment", "2285.01", "--on", "2026-03-12")
    done("note", "progress", "screens", "50", "--on", "2026-04-10")
    data = exposed("--on", "2026-04-10", "--reserve", "1000")
    # 1020.00 with tax are 1213.80.
    assert (data["paid"], data["earned"], data["exposure"]) == ("2285.01", "1213.80", "1071.21")
    assert (data["keep"], data["set_aside"], data["warning"]) == ("1071.21", "1000.00", True)
    assert data["days"][0]["on"] == "2026-03-12"
    assert (data["peak"]["on"], data["peak"]["exposure"]) == ("2026-03-12", "2285.01")


def test_stated_beside_the_record() -> None:
    """Payments and progress that nobody has recorded can be stated."""
    data = exposed("--on", "2026-04-10", "--paid", "2285.01", "--progress", "screens=50")
    assert (data["exposure"], data["set_aside"]) == ("1071.21", None)


def test_without_a_record() -> None:
    """A quote that is not agreed yet counts as accepted on that day."""
    data = exposed("--job", BAKERY, "--on", "2026-03-20")
    assert data["peak"] == {
        "on": "2026-03-27", "paid": "2876.37", "earned": "0.00", "exposure": "2876.37",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("args", "words", "code"),
    [
        (("--reserve", "a lot"), 'reserve: "a lot" is not a number', 2),
        (("--reserve", "0.001"), "has more decimals than the currency", 2),
        (("--on", "2026-03-04"), "nothing was agreed by 2026-03-04", 1),
    ],
)
def test_refused(args: tuple[str, ...], words: str, code: int) -> None:
    """What is stated beside the record is held against it."""
    assert words in refused("exposure", "--on", "2026-04-10", *args, code=code)


def test_text() -> None:
    """Without a format it is a page for a person."""
    text = done("exposure", "--on", "2026-04-10", "-l", "en").stdout
    assert text.startswith("Paid and not earned: quote Q-2026-014 ")
