"""`quotekit check`: what it says of documents that are faulty, sound, and not yet complete."""

import json
from pathlib import Path

import jsonschema
import pytest

import quotekit as qk
from tests.cli.calling import BAKERY, EXAMPLES, SMALL, call, job

COMPLETE = """\
quotekit: quote/1
number: Q-1
title: Small work
date: 2026-03-02
valid_until: 2026-04-01
currency: EUR
seller: {name: Mara Lindqvist}
client: {name: Sonnental GmbH}
tasks:
  - id: work
    title: Six screens
    price: 100
    deliverables: [Six screens as a Figma file]
    done_when: The client approves them in writing.
payments: [{id: all, percent: 100, due: {after: acceptance}}]
scope: [{item: Logo, answer: excluded}]
"""
"""A quote that leaves nothing open."""
BLOCKED = COMPLETE.replace("client: {name: Sonnental GmbH}\n", "")
FAULTY = SMALL.replace("price: 100", "price: 12,50, discuont: 5")


def test_sound(tmp_path: Path) -> None:
    """A sound document is one short line on stderr, nothing on stdout, and 0; quotes come last."""
    quote = job(tmp_path, COMPLETE) / "quote.yaml"
    result = call("check", quote, BAKERY / "agreement.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{BAKERY / 'agreement.yaml'}: ok\n{quote}: ok: 100% complete\n"


def test_folder_of_jobs() -> None:
    """A folder that is no job stands for every job below it, in order."""
    result = call("check", EXAMPLES)
    checked = [f"{folder / 'quote.yaml'}: ok: " for folder in sorted(EXAMPLES.iterdir())]
    said = [line for line in result.stderr.splitlines() if ".yaml: ok: " in line]
    assert all(line.startswith(start) for line, start in zip(said, checked, strict=True))
    assert (result.exit_code, result.stdout) == (0, "")


def test_faults_of_all_files(tmp_path: Path) -> None:
    """Every fault of every file is a line with its place; the sound ones are still said."""
    one = job(tmp_path / "one", FAULTY)
    two = job(tmp_path / "two", COMPLETE)
    three = job(tmp_path / "three", SMALL.replace("number: Q-1", "number: ../x"))
    result = call("check", one, two, three)
    assert (result.exit_code, result.stdout) == (2, "")
    ok, *faults = result.stderr.splitlines()
    assert ok == f"{two / 'quote.yaml'}: ok: 100% complete"
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
    assert result.stderr.startswith(f"{tmp_path / 'quote.yaml'}:7:11: language: there is no ")


def test_json(tmp_path: Path) -> None:
    """As JSON the faults are data on stdout, in the shape that the schema describes."""
    result = call("check", job(tmp_path, FAULTY), BAKERY, "--format", "json")
    assert (result.exit_code, result.stderr) == (2, "")
    data = json.loads(result.stdout)
    jsonschema.validate(data, qk.schema("faults"))
    assert data["faults"][0]["file"] == str(tmp_path / "quote.yaml")
    assert data["faults"][0]["line"] == 6


def test_json_without_faults() -> None:
    """Without faults it is what each quote leaves open."""
    data = json.loads(call("check", BAKERY, "-f", "json").stdout)
    jsonschema.validate(data, qk.schema("completeness"))
    (quote,) = data["quotes"]
    assert (quote["file"], quote["score"]) == (str(BAKERY / "quote.yaml"), "94")
    assert (len(quote["blockers"]), len(quote["warnings"])) == (0, 4)
    assert {(one["file"], one["line"]) for one in quote["warnings"]} == {
        (quote["file"], line) for line in (29, 106, 164, 174)
    }


def test_nothing_there(tmp_path: Path) -> None:
    """A folder without a job and a file that is not there are faults, not the end."""
    result = call("check", tmp_path, tmp_path / "no.yaml", BAKERY / "agreement.yaml")
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


def test_blocked(tmp_path: Path) -> None:
    """What keeps a quote from going out is 1: its line says place, fact and remedy."""
    quote = job(tmp_path, BLOCKED) / "quote.yaml"
    result = call("check", quote)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        f"{quote}: not yet to go out: 87% complete, 1 blocker",
        f"{quote}:1:1: client: blocker: the quote names no client; write client",
    ]
    data = json.loads(call("check", quote, "-f", "json").stdout)
    assert [one["code"] for one in data["quotes"][0]["blockers"]] == ["no_client"]


def test_blockers_come_first(tmp_path: Path) -> None:
    """Blockers stand before warnings, and both in the order of the file."""
    text = BLOCKED.replace("title: Six", "title: Several") + "assumptions: [We meet regularly.]\n"
    text = text.replace("answer: excluded", "answer: unknown")
    said = call("check", job(tmp_path, text)).stderr.splitlines()[1:]
    places = [line.removeprefix(f"{tmp_path / 'quote.yaml'}:").split(":")[0] for line in said]
    assert places == ["1", "15", "10", "16"]
    assert [": blocker: " in line for line in said] == [True, True, False, False]


def test_explained(tmp_path: Path) -> None:
    """With --explain each thing is followed by the reason why it matters."""
    quote = job(tmp_path, BLOCKED)
    plain, explained = (call("check", quote, *how).stderr for how in ((), ("--explain",)))
    why = "    Only whoever it was offered to can accept it.\n"
    assert explained == plain + why


def test_several_gaps_and_faults(tmp_path: Path) -> None:
    """A fault outweighs a blocker, and what else is found is still said."""
    result = call("check", job(tmp_path / "a", BLOCKED), job(tmp_path / "b", FAULTY))
    assert result.exit_code == 2
    assert "blocker: the quote names no client" in result.stderr
    assert call("check", tmp_path / "a", job(tmp_path / "c", COMPLETE)).exit_code == 1


def test_exceptions_of_several_jobs(tmp_path: Path) -> None:
    """Over several jobs it is said which clients have exceptions, and for which reason."""
    exceptions = """\
exceptions:
  - {term: changes.handling_fee, value: 0, reason: Third job}
  - {term: quotes.deposit}
"""
    one = job(tmp_path / "one", COMPLETE + exceptions) / "quote.yaml"
    two = job(tmp_path / "two", COMPLETE)
    said = call("check", tmp_path).stderr.splitlines()[2:]
    assert said == [
        f"{one}: exception for Sonnental GmbH: changes.handling_fee: 0 (Third job)",
        f"{one}: exception for Sonnental GmbH: quotes.deposit: not applied",
    ]
    assert "exception for" not in call("check", one).stderr
    assert "exception for" not in call("check", two, two).stderr


def test_nothing_can_deceive_in_what_is_said(tmp_path: Path) -> None:
    """What a finding quotes of the file is made visible."""
    text = COMPLETE.replace("{item: Logo, answer: excluded}", '{item: "a\u202eb", answer: unknown}')
    assert "a<U+202E>b" in call("check", job(tmp_path, text)).stderr


def test_language(tmp_path: Path) -> None:
    """What a quote leaves open is said in the language that is asked for; English by itself."""
    quote = job(tmp_path, BLOCKED + "language: de\n")
    english, german = (call("check", quote, *how) for how in ((), ("--language", "de")))
    assert "blocker: the quote names no client" in english.stderr
    assert "the quote names no client" not in german.stderr
    assert german.stderr.count("\n") == english.stderr.count("\n")
    assert (german.exit_code, german.stdout) == (1, "")


def test_no_such_language(tmp_path: Path) -> None:
    """A language that there is not is a wrong call."""
    result = call("check", job(tmp_path, BLOCKED), "--language", "xx")
    assert result.exit_code == 2
    assert "there is no language" in result.stderr
