"""Whatever stands in a record whose chain is whole, a command refuses it in words or answers."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.cli.calling import call
from tests.cli.recorded import ACCEPT, CHANGE, SEND, started
from tests.crash import resealed

STEPS = (
    ("note", "message", "Hello", "--on", "2026-03-01"),
    SEND,
    (*ACCEPT, "--select", "shop"),
    ("note", "payment", "2285.01", "--for", "deposit", "--on", "2026-03-12"),
    ("note", "received", "Photos", "--on", "2026-03-13"),
    ("note", "progress", "screens", "30", "--on", "2026-03-14"),
    ("note", "message", "The blue is too cold", "--about", "screens", "--minutes", "20",
     "--initiated-by", "client", "--on", "2026-03-15"),
    CHANGE,
    ("accept", "CO-001", "--on", "2026-03-24", "--how", "mail"),
    ("note", "approved", "screens", "--on", "2026-03-25"),
    ("note", "exception", "changes.minimum", "0", "--reason", "Kindness", "--on", "2026-03-26"),
    ("note", "progress", "screens", "50", "--on", "2026-03-27"),
    ("void", "12", "--reason", "Typed twice", "--on", "2026-03-27"),
)  # fmt: skip
ASKED = (
    ("status", "--changes"), ("status", "-f", "json"), ("log",), ("log", "-f", "json"),
    ("log", "--about", "screens"), ("agreed",), ("agreed", "screens"), ("agreed", "blog"),
    ("agreed", "-f", "json"), ("agreed", "changes.minimum"), ("verify",), ("plan",), ("check",),
    ("assess",), ("exposure",), ("settle", "--cause", "agreement"), ("record", "repair"),
    ("note", "progress", "screens", "60"), ("note", "message", "Hello"), ("void", "5"),
)  # fmt: skip
"""What is asked of each record, and what is added to it."""


@pytest.fixture(scope="module", name="job")
def _job(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = started(tmp_path_factory.mktemp("resealed") / "job")
    for step in STEPS:
        parts = [str(folder / part) if part.startswith("changes/") else part for part in step]
        assert call(*parts, "--job", folder).exit_code == 0
    return folder


@pytest.fixture(scope="module", name="sound")
def _sound(job: Path) -> list[resealed.Entry]:
    return resealed.read(job)


def said(job: Path, entries: list[resealed.Entry], *command: str) -> tuple[int, str]:
    """Return the exit code of a command on a record of these entries, and what it says."""
    resealed.write(job, entries)
    target = [str(job)] if command[0] in {"check", "assess"} else ["--job", str(job)]
    result = call(*command, *target)
    assert result.exit_code in {0, 1, 2, 3}, (command, result.exit_code)
    assert "internal error" not in result.stderr, (command, result.stderr)
    assert "report it" not in result.stderr, (command, result.stderr)
    return result.exit_code, result.stderr


@pytest.mark.parametrize("seed", range(12))
def test_odd_entries(job: Path, sound: list[resealed.Entry], seed: int) -> None:
    """Every command leaves with an exit code of its own, and none calls it its own fault."""
    random = Random(seed)  # noqa: S311 - chance, not secrets
    entries = resealed.changed(sound, random)
    for command in ASKED:
        said(job, entries, *command)


@pytest.mark.parametrize("data", [{"number": "R-1"}, {"on": 5, "about": 5, "evidence": "x"}])
@pytest.mark.parametrize("command", ASKED[:-1], ids=" ".join)
def test_event_of_a_later_version(
    job: Path, sound: list[resealed.Entry], command: tuple[str, ...], data: dict[str, Any]
) -> None:
    """Whatever it holds, it counts for nothing and is in the way of nothing."""
    later = {"event": "sung", "at": "2026-03-28T10:00:00Z", "recorded_by": "mara", "data": data}
    without = said(job, sound, *command)[0]
    assert said(job, [*sound[:4], later, *sound[4:-1]], *command)[0] == without


@pytest.mark.parametrize("command", ASKED, ids=" ".join)
def test_nonsense_is_named(
    job: Path, sound: list[resealed.Entry], command: tuple[str, ...]
) -> None:
    """Every command says which entry it is, and only `verify` was asked whether all is well."""
    entries = [*sound[:3], {**sound[3], "data": {**sound[3]["data"], "amount": 5}}, *sound[4:]]
    code, words = said(job, entries, *command)
    assert code == (1 if command == ("verify",) else 2)
    assert "entry 4 (payment) does not hold what it should" in words
