"""`quotekit check`: what it says of sound and of faulty documents."""

import json
from pathlib import Path

import jsonschema
import pytest

import quotekit as qk
from tests.cli.calling import BAKERY, EXAMPLES, SMALL, call, job

FAULTY = SMALL.replace("price: 100", "price: 12,50, discuont: 5")


def test_sound() -> None:
    """A sound document is one short line on stderr, nothing on stdout, and 0."""
    result = call("check", BAKERY, BAKERY / "agreement.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{BAKERY / 'quote.yaml'}: ok\n{BAKERY / 'agreement.yaml'}: ok\n"


def test_folder_of_jobs() -> None:
    """A folder that is no job stands for every job below it, in order."""
    result = call("check", EXAMPLES)
    checked = [f"{folder / 'quote.yaml'}: ok" for folder in sorted(EXAMPLES.iterdir())]
    assert result.stderr.splitlines() == checked


def test_faults_of_all_files(tmp_path: Path) -> None:
    """Every fault of every file is a line with its place; the sound ones are still said."""
    one = job(tmp_path / "one", FAULTY)
    two = job(tmp_path / "two")
    three = job(tmp_path / "three", SMALL.replace("number: Q-1", "number: ../x"))
    result = call("check", one, two, three)
    assert (result.exit_code, result.stdout) == (2, "")
    ok, *faults = result.stderr.splitlines()
    assert ok == f"{two / 'quote.yaml'}: ok"
    assert all(line.startswith(f"{one / 'quote.yaml'}:6:") for line in faults[:-1])
    assert faults[-1].startswith(f"{three / 'quote.yaml'}:2:9: number: ")
    assert faults[:-1]


@pytest.mark.parametrize(
    "more",
    [
        "payments: [{id: all, amount: 200}, {id: rest, balance: true}]\n",
        "  - {id: long, price: 1, days: 99999999}\nschedule: {start: 2026-04-07}\n",
    ],
)
def test_unpriceable(tmp_path: Path, more: str) -> None:
    """A quote whose payments or days do not work out is not sound, though every key is."""
    result = call("check", job(tmp_path, SMALL + more))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{tmp_path / 'quote.yaml'}:")
    assert result.stderr.count("\n") == 1


def test_unknown_language(tmp_path: Path) -> None:
    """A language that there is none of is a fault of the file that asks for it."""
    result = call("check", job(tmp_path, SMALL + "language: xx\n"))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{tmp_path / 'quote.yaml'}: language: there is no language ")


def test_json(tmp_path: Path) -> None:
    """As JSON the faults are data on stdout, in the shape that the schema describes."""
    result = call("check", job(tmp_path, FAULTY), BAKERY, "--format", "json")
    assert result.exit_code == 2
    assert result.stderr == f"{BAKERY / 'quote.yaml'}: ok\n"
    data = json.loads(result.stdout)
    jsonschema.validate(data, qk.schema("faults"))
    assert data["faults"][0]["file"] == str(tmp_path / "quote.yaml")
    assert data["faults"][0]["line"] == 6


def test_json_without_faults() -> None:
    """Without faults the list is empty."""
    assert json.loads(call("check", BAKERY, "-f", "json").stdout) == {
        "quotekit": "faults/1",
        "faults": [],
    }


def test_nothing_there(tmp_path: Path) -> None:
    """A folder without a job and a file that is not there are faults, not the end."""
    result = call("check", tmp_path, tmp_path / "no.yaml", BAKERY)
    assert result.exit_code == 2
    ok, folder, file = result.stderr.splitlines()
    assert ok.endswith(": ok")
    assert folder.startswith(f"{tmp_path}: there is no quote.yaml in this folder or below it; ")
    assert file.startswith(f"{tmp_path / 'no.yaml'}: there is no such file; ")


def test_unreadable_and_faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be read is 3; beside a faulty document it is 2."""
    good, bad = job(tmp_path / "good"), job(tmp_path / "bad", FAULTY)
    refused = good / "quote.yaml"
    opened = Path.open

    def closed(path: Path, *args: str, **how: str) -> object:
        if path == refused:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **how)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", closed)
    alone = call("check", good)
    assert (alone.exit_code, alone.stderr.count("\n")) == (3, 1)
    assert "permission is denied" in alone.stderr
    assert call("check", good, bad).exit_code == 2
