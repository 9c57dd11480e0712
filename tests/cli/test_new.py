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
    assert (result.exit_code, result.stderr) == (0, f"{tmp_path / 'job' / 'quote.yaml'}: ok\n")


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
    os.write(leader, "Bäckerei Sonnental\nMara\nCHF\n\n12\n".encode())
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


def test_longest_number(tmp_path: Path) -> None:
    """A number as long as numbers may be still stands apart from the hint behind it."""
    number = "Q" * 64
    assert call("new", tmp_path / "job", "--set", f"number={number}").exit_code == 0
    assert qk.load_quote(tmp_path / "job" / "quote.yaml").number == number
