"""`quotekit new`: what it asks, what it writes, and what it never touches."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

import quotekit as qk
from tests.cli.calling import PROGRAM, call

SET = ("--set", "client=Bäckerei Sonnental", "--set", "rate=85", "--set", "title=Website")


def texts(folder: Path) -> dict[str, str]:
    """Return what stands in each file of a folder."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_written(tmp_path: Path) -> None:
    """A new job holds a quote, the standard terms and what git must not touch."""
    folder = tmp_path / "clients" / "sonnental"
    result = call("new", folder, *SET)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        f"{folder / 'quote.yaml'}: written; look at it with: quotekit show {folder}\n"
    )
    assert sorted(texts(folder)) == [".gitattributes", "agreement.yaml", "quote.yaml"]
    assert "journal.jsonl -text\n" in texts(folder)[".gitattributes"]
    quote = qk.load_quote(folder / "quote.yaml")
    assert quote.client is not None
    assert quote.client.name == "Bäckerei Sonnental"
    assert quote.title == "Website"
    assert quote.date is not None
    assert quote.valid_until is not None
    assert str(qk.price(quote).totals.net) == "680.00"


def test_prints_in_every_language(tmp_path: Path) -> None:
    """What is written loads, checks and prints at once, in every language."""
    for language in qk.languages():
        folder = tmp_path / language
        assert call("new", folder, "--language", language).exit_code == 0
        assert call("check", folder).exit_code == 0
        shown = call("show", folder)
        assert (shown.exit_code, shown.stderr) == (0, "")
        assert shown.stdout_bytes == call("show", folder, "--language", language).stdout_bytes


def test_every_hint_is_sound(tmp_path: Path) -> None:
    """With every hint taken out of its comment both files are still sound."""
    call("new", tmp_path / "job")
    hint = re.compile(r"^( *)# (.*)$", re.MULTILINE)
    for name in ("agreement.yaml", "quote.yaml"):
        path = tmp_path / "job" / name
        head, kind, body = path.read_text(encoding="utf-8").partition("quotekit: ")
        bare, taken = hint.subn(r"\1\2", body)
        assert taken > 3
        path.write_text(head + kind + bare, encoding="utf-8")
    result = call("check", tmp_path / "job")
    assert result.exit_code == 0
    assert result.stderr.startswith(f"{tmp_path / 'job' / 'quote.yaml'}: ok: ")


@pytest.mark.parametrize("name", ["notes.txt", "quote.yaml", ".gitattributes"])
def test_never_overwrites(tmp_path: Path, name: str) -> None:
    """A folder in which anything stands is refused with what stands there, and left as it is."""
    (tmp_path / name).write_text("mine")
    result = call("new", tmp_path, *SET)
    assert result.exit_code == 2
    assert (
        result.stderr == f"{tmp_path}: something stands there already: {name}; name a new folder\n"
    )
    assert texts(tmp_path) == {name: "mine"}


def test_new_repository_is_free(tmp_path: Path) -> None:
    """A folder that holds only what is hidden is free, and so is an empty one."""
    (tmp_path / ".git").mkdir()
    assert call("new", tmp_path).exit_code == 0
    (tmp_path / "empty").mkdir()
    assert call("new", tmp_path / "empty").exit_code == 0


def test_file_in_the_way(tmp_path: Path) -> None:
    """A file where the folder would be is refused and kept."""
    path = tmp_path / "job"
    path.write_text("mine")
    assert call("new", path).exit_code == 2
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--set", "rate=12,50"), "write 12.50"),
        (("--set", "clinet=x"), "did you mean client?"),
        (("--set", "client"), "is no key=value"),
        (("--set", "client=a", "--set", "client=b"), "stands twice"),
        (("--set", "client="), "client.name: there is no text here"),
        (("--set", "title=a\x1bb"), "cannot be printed"),
        (("--set", "number=../../x"), "number: "),
        (("--set", "currency=euro"), "currency"),
        (("--set", "date=2026-13-45"), "date: "),
        (("--language", "xx"), "xx"),
        (("--language", "German"), "language: "),
    ],
)
def test_refused(tmp_path: Path, args: tuple[str, ...], words: str) -> None:
    """A value that the quote would refuse is refused by its name, and nothing is written."""
    result = call("new", tmp_path / "job", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert "internal error" not in result.stderr
    assert "\x1b" not in result.stderr
    assert not (tmp_path / "job").exists()


@pytest.mark.parametrize(
    "title",
    ["a: b", "# x", "- x", "null", "true", "12", "1.10", "'", '"', "\\", "{a}", "[a]", "*a", "&a",
     "!a", "%a", "@a", "a #b", "a:", " a ", "a\nb", "Ü", "日本語", "😀", "$rate", "${rate}", "$$"],
)  # fmt: skip
def test_any_text_is_kept(tmp_path: Path, title: str) -> None:
    """Whatever a text looks like to YAML, the quote says just that text."""
    result = call("new", tmp_path / "job", "--set", f"title={title}")
    assert result.exit_code == 0
    assert qk.load_quote(tmp_path / "job" / "quote.yaml").title == title


def test_never_asks_without_a_terminal(tmp_path: Path) -> None:
    """With stdin piped nothing is asked and nothing is read."""
    result = call("new", tmp_path / "job", typed="Sonnental\n" * 9)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Sonnental" not in texts(tmp_path / "job")["quote.yaml"]


def test_asks_at_a_terminal(tmp_path: Path) -> None:
    """At a terminal what --set leaves open is asked, on stderr, with a default for each."""
    leader, follower = pty.openpty()
    asking = subprocess.Popen(
        [*PROGRAM, "new", str(tmp_path / "job"), "--set", "title=Website"],
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(follower)
    os.write(leader, "Bäckerei Sonnental\nMara\nCHF\n\n12\nwebiste\nwebsite\n".encode())
    printed, words = asking.communicate(timeout=60)
    os.close(leader)
    assert (asking.returncode, printed) == (0, b"")
    assert words.startswith(b"Client [")
    assert b"What the job is called" not in words
    quote = qk.load_quote(tmp_path / "job" / "quote.yaml")
    assert quote.client is not None
    assert quote.seller is not None
    assert (quote.client.name, quote.seller.name) == ("Bäckerei Sonnental", "Mara")
    assert (quote.title, quote.currency.code) == ("Website", "CHF")
    assert str(qk.price(quote).totals.net) == "960.00"
    assert b"did you mean website?" in words
    assert len(quote.scope) == len(qk.load_questions("website").questions)


def test_longest_number(tmp_path: Path) -> None:
    """A number as long as numbers may be still stands apart from the hint behind it."""
    number = "Q" * 64
    assert call("new", tmp_path / "job", "--set", f"number={number}").exit_code == 0
    assert qk.load_quote(tmp_path / "job" / "quote.yaml").number == number


def test_asks_for_no_kind(tmp_path: Path) -> None:
    """At a terminal an empty answer stands for no kind of work."""
    leader, follower = pty.openpty()
    asking = subprocess.Popen(
        [*PROGRAM, "new", str(tmp_path / "job")], stdin=follower, stderr=subprocess.PIPE
    )
    os.close(follower)
    os.write(leader, b"\n" * 7)
    _, words = asking.communicate(timeout=60)
    os.close(leader)
    assert asking.returncode == 0
    assert b"Kind of work (app, brand, " in words
    assert b"answer: unknown" not in words
    assert qk.load_quote(tmp_path / "job" / "quote.yaml").scope == ()


def test_kind_asks_its_questions(tmp_path: Path) -> None:
    """The scope of a kind stands in the quote's language, open, each reason above its item."""
    folder = tmp_path / "job"
    result = call("new", folder, "--kind", "translation", "--language", "de_CH", *SET)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        f"{folder / 'quote.yaml'}: written; look at it with: quotekit show {folder}\n"
        f"{folder / 'quote.yaml'}: 15 questions of scope are open; "
        f"answer each `answer: unknown`, then: quotekit check {folder}\n"
    )
    asked = qk.load_questions("translation").questions
    quote = qk.load_quote(folder / "quote.yaml")
    items = [question.item.get("de_CH", question.item["de"]) for question in asked]
    assert [(item.item, item.answer) for item in quote.scope] == [
        (item, "unknown") for item in items
    ]
    lines = texts(folder)["quote.yaml"].splitlines()
    first = next(at for at, line in enumerate(lines) if "item: Umfang und Zählweise" in line)
    assert asked[0].why is not None
    assert lines[first - 1] == f"  # {asked[0].why['de']}"
    assert "ß" not in texts(folder)["quote.yaml"].partition("scope:")[2]


@pytest.mark.parametrize("kind", qk.kinds_of_work())
def test_kind_prints_in_every_language(tmp_path: Path, kind: str) -> None:
    """A quote with open questions loads, prices and prints; each of them only blocks sending."""
    for language in qk.languages():
        if "_" in language and language not in {"de_CH", "pt_BR", "zh_CN"}:
            continue
        folder = tmp_path / language
        assert call("new", folder, "--kind", kind, "--language", language).exit_code == 0
        checked = call("check", folder)
        assert checked.exit_code == 1
        about_scope = [line for line in checked.stderr.splitlines() if ": scope" in line]
        assert len(about_scope) == len(qk.load_questions(kind).questions)
        assert all(".answer: blocker: nobody has said yet: " in line for line in about_scope)
        shown = call("show", folder, "--width", "120")
        assert (shown.exit_code, shown.stderr) == (0, "")
        quote = qk.load_quote(folder / "quote.yaml")
        assert str(qk.price(quote).totals.net) == "640.00"
        assert len(quote.scope) == len(about_scope)
        assert all(item.item in shown.stdout for item in quote.scope)


def test_without_kind_nothing_is_asked(tmp_path: Path) -> None:
    """Without a kind the scope is a hint in a comment, as it stands in no other quote."""
    call("new", tmp_path / "job")
    assert "# scope: " in texts(tmp_path / "job")["quote.yaml"]
    assert qk.load_quote(tmp_path / "job" / "quote.yaml").scope == ()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("webiste", "did you mean website? (known: app, brand, "),
        ("webiste", "; a file of your own is named by its path, such as ./webiste.yaml"),
        ("", 'there is no kind of work ""'),
        ("../website", "there is no such file"),
        ("gone.yaml", "gone.yaml: there is no such file"),
        ("own.yaml", "own.yaml:4:5: questions[0].id: id is missing"),
    ],
)
def test_unknown_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, words: str
) -> None:
    """What is no kind, and no sound file of questions, is refused, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.yaml").write_text(
        "quotekit: questions/1\ntitle: Mine\nquestions:\n  - {item: This}\n"
    )
    result = call("new", tmp_path / "job", "--kind", kind)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert not (tmp_path / "job").exists()


def test_own_questions(tmp_path: Path) -> None:
    """A set of one's own is asked; a text without a language serves in every one."""
    (tmp_path / "own.yaml").write_text(
        "quotekit: questions/1\ntitle: Harp lessons\nquestions:\n"
        '  - {id: harp, item: "Harp: hire, and $tuning"}\n'
        "  - {id: room, item: {en: Room, fr: Salle}, why: {en: It is loud., fr: C'est fort.}}\n"
        "  - {id: hours, item: 'null'}\n",
        encoding="utf-8",
    )
    result = call("new", tmp_path / "job", "--kind", tmp_path / "own.yaml", "--language", "fr_CH")
    assert result.exit_code == 0
    assert "3 questions of scope are open" in result.stderr
    quote = qk.load_quote(tmp_path / "job" / "quote.yaml")
    assert [item.item for item in quote.scope] == ["Harp: hire, and $tuning", "Salle", "null"]
    assert "  # C'est fort.\n  - {item: Salle, " in texts(tmp_path / "job")["quote.yaml"]
