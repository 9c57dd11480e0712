"""Pages of the documentation, and how each kind of code block in them is run.

    python     executed, `>>>` lines as a session; all blocks of a page share their names
    console    a transcript: lines after `$ ` are run by a shell, the rest is what they print
    yaml       a document is saved under the name of its kind (quote.yaml) and priced, a change
               request (change.yaml) on the quote of the page; any other piece replaces the keys
               of the same name in the document before it
    json       read as JSON

A document with the comment `# refused` in its first line is saved, and must be refused.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from difflib import unified_diff
from pathlib import Path

from sybil import Document, Example
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

import quotekit as qk

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
RUN = frozenset({"console", "json", "python", "yaml"})
SHOWN = frozenset({"text", "toml"})
"""What there is nothing to run about: drawings, and what belongs into a configuration."""

FENCE = re.compile(r"^ *```(?P<language>.*)\n(?P<source>(?:.*\n)*?) *```$", re.MULTILINE)
_KIND = re.compile(r"^quotekit: (quote|studio|agreement|change|questions)/1", re.MULTILINE)
_ASKED = date(2026, 3, 20)
"""The day on which a change request is tried; any other one would do."""
_KEY = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
_BETWEEN = "\x1e"


def name_of(page: Path) -> str:
    """Return how a page is called in the repository."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a page in one language."""
    text = page.read_text("utf-8")
    return [found["source"] for found in FENCE.finditer(text) if found["language"] == language]


def run(page: Path, folder: Path, *, update: bool = False) -> None:
    """Run every block of a page in an empty folder, with the examples in it.

    With `update`, what the commands print is written into the page instead of compared.
    """
    shutil.copytree(ROOT / "examples", folder / "examples")
    reader = Reader(folder, command_in(folder.parent / f"{folder.name}-bin"), update=update)
    document = Document.parse(
        str(page),
        PythonCodeBlockParser(),
        CodeBlockParser("console", reader.follow),
        CodeBlockParser("yaml", reader.save),
        CodeBlockParser("json", read_json),
    )
    for example in document:
        example.evaluate()
    text = document.text
    for begin, told, made in reversed(reader.changed):
        text = text[:begin] + made + text[begin + len(told) :]
    if text != document.text:
        page.write_text(text, "utf-8")


def command_in(folder: Path) -> Path:
    """Put the command into a folder, so that it is found whether or not it is installed."""
    folder.mkdir()
    command = folder / "quotekit"
    program = "from quotekit.cli import main; main()"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{program}" "$@"\n')
    command.chmod(0o755)
    return folder


def read_json(example: Example) -> str | None:
    """Read a block as JSON."""
    try:
        json.loads(example.parsed)
    except ValueError as error:
        return f"this is no JSON: {error}"
    return None


@dataclass
class Reader:
    """Do what a reader of one page does: save what is to be saved, type what is to be typed."""

    here: Path
    """Where the reader is; a `cd` in a transcript holds from then on, also for Python."""
    tools: Path
    """Where the command is found."""
    update: bool = False
    document: str = "quote.yaml"
    """The document that was saved last."""
    changed: list[tuple[int, str, str]] = field(default_factory=list)
    """Transcripts that say something else now: where, what they said, and what they say."""

    def save(self, example: Example) -> str | None:
        """Save a document, or put a piece into the one before; all must be sound then."""
        text = str(example.parsed)
        kind = _KIND.search(text)
        if kind is not None:
            self.document = f"{kind[1]}.yaml"
        file = self.here / self.document
        refused = text.startswith("# refused\n")
        if kind is None:
            text = with_keys(file.read_text("utf-8"), text.removeprefix("# refused\n"))
        file.write_text(text, "utf-8")
        refusal = self.refusal()
        if refused:
            return None if refusal else "this document is sound"
        return refusal

    def refusal(self) -> str | None:
        """Say what is wrong with the documents saved so far."""
        try:
            if (self.here / "agreement.yaml").exists():
                qk.load_agreement(self.here / "agreement.yaml")
            if (self.here / "quote.yaml").exists():
                qk.price(qk.load_quote(self.here / "quote.yaml"))
            if self.document == "questions.yaml":
                qk.load_questions(self.here / "questions.yaml")
            if self.document == "change.yaml":
                qk.Project(self.here).plan([self.here / "change.yaml"], on=_ASKED)
        except qk.QuotekitError as error:
            return str(error)
        return None

    def follow(self, example: Example) -> str | None:
        """Type the commands of a transcript and compare what they print."""
        told = str(example.parsed)
        commands = [line[2:] for line in told.splitlines() if line.startswith("$ ")]
        outputs = self.outputs(commands)
        pairs = zip(commands, outputs, strict=True)
        made = "".join(f"$ {command}\n{output}" for command, output in pairs)
        if made == told:
            return None
        if self.update:
            self.changed.append((example.start + example.parsed.offset, told, made))
            return None
        lines = unified_diff(told.splitlines(), made.splitlines(), "told", "made", lineterm="")
        return "\n".join(lines)

    def outputs(self, commands: list[str]) -> list[str]:
        """Run commands in one shell and return what each of them prints."""
        after = f"code=$?; printf '{_BETWEEN}'; (exit $code)"
        script = "\n".join(f"{command}\n{after}" for command in commands)
        done = subprocess.run(
            ["bash", "-c", f"{script}\npwd"],  # noqa: S607 - the reader's own shell
            cwd=self.here,
            env={
                "HOME": str(self.here),
                "LC_ALL": "C",
                "PATH": f"{self.tools}:{os.environ['PATH']}",
                "PYTHONPATH": str(Path(str(qk.__file__)).parents[1]),
            },
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        *outputs, here = done.stdout.decode().split(_BETWEEN)
        self.here = Path(here.removesuffix("\n"))
        os.chdir(self.here)
        return outputs


def with_keys(document: str, piece: str) -> str:
    """Return a document in which the keys of a piece replace those of the same name."""
    keys = {part.partition(":")[0]: part for part in _KEY.split(document)}
    keys.update({part.partition(":")[0]: part for part in _KEY.split(piece)})
    return "".join(keys.values())
