"""Pages of the documentation, and how each kind of code block in them is run.

    python     executed, `>>>` lines as a session; all blocks of a page share their names
    console    a transcript: lines after `$ ` are run by a shell, the rest is what they print
    yaml       a document is saved under the name of its kind (quote.yaml) and priced; any other
               piece replaces the keys of the same name in the document before it
    json       read as JSON

A document with the comment `# refused` in its first line is saved, and must be refused.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
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

FENCE = re.compile(r"^(?P<indent> *)```(?P<language>.*)\n(?P<source>.*?)^(?P=indent)```$", re.M | re.S)
_KIND = re.compile(r"^quotekit: (quote|studio|agreement)/1", re.M)
_KEY = re.compile(r"^(?=[a-z_]+:)", re.M)
_BETWEEN = "\x1e"


def name_of(page: Path) -> str:
    """Return how a page is called in the repository."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a page in one language."""
    text = page.read_text("utf-8")
    return [found["source"] for found in FENCE.finditer(text) if found["language"] == language]


def run(page: Path, folder: Path) -> int:
    """Run every block of a page in an empty folder, with the examples in it; count them."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    reader = Reader(folder)
    document = Document.parse(
        str(page),
        PythonCodeBlockParser(),
        CodeBlockParser("console", reader.follow),
        CodeBlockParser("yaml", reader.save),
        CodeBlockParser("json", read_json),
    )
    examples = [*document]
    for example in examples:
        example.evaluate()
    return len(examples)


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

    folder: Path
    document: str = ""
    """The name of the document that was saved last."""

    def save(self, example: Example) -> str | None:
        """Save a document, or put a piece into the one before; all must be sound then."""
        text = str(example.parsed)
        kind = _KIND.search(text)
        if kind is None:
            file = self.folder / self.document
            text = with_keys(file.read_text("utf-8"), text)
        else:
            self.document = f"{kind[1]}.yaml"
        (self.folder / self.document).write_text(text, "utf-8")
        refusal = self.refusal()
        if text.startswith("# refused"):
            return None if refusal else "this document is sound"
        return refusal

    def refusal(self) -> str | None:
        """Say what is wrong with the documents saved so far."""
        try:
            if (self.folder / "agreement.yaml").exists():
                qk.load_agreement(self.folder / "agreement.yaml")
            if (self.folder / "quote.yaml").exists():
                qk.price(qk.load_quote(self.folder / "quote.yaml"))
        except qk.QuotekitError as error:
            return str(error)
        return None

    def follow(self, example: Example) -> str | None:
        """Type the commands of a transcript and compare what they print."""
        told = str(example.parsed)
        commands = [line[2:] for line in told.splitlines() if line.startswith("$ ")]
        script = "\n".join(f"{command}\ncode=$?; printf '{_BETWEEN}'; (exit $code)" for command in commands)
        done = subprocess.run(
            ["bash", "-c", script], cwd=self.folder, env=self.environment(), check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        outputs = done.stdout.decode().split(_BETWEEN)
        made = "".join(f"$ {command}\n{output}" for command, output in zip(commands, outputs, strict=False))
        if made == told:
            return None
        return "\n".join(unified_diff(told.splitlines(), made.splitlines(), "told", "made", lineterm=""))

    def environment(self) -> dict[str, str]:
        """Return where the command is found, whether or not it is installed."""
        tools = self.folder.parent / f"{self.folder.name}-bin"
        tools.mkdir(exist_ok=True)
        command = tools / "quotekit"
        command.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -c "from quotekit.cli import main; main()" "$@"\n'
        )
        command.chmod(0o755)
        kept = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
        return {
            **kept,
            "LC_ALL": "C",
            "PATH": f"{tools}:{os.environ['PATH']}",
            "PYTHONPATH": str(Path(str(qk.__file__)).parents[1]),
        }


def with_keys(document: str, piece: str) -> str:
    """Return a document in which the keys of a piece replace those of the same name."""
    keys = {part.partition(":")[0]: part for part in _KEY.split(document)}
    for part in _KEY.split(piece):
        keys[part.partition(":")[0]] = part if part.endswith("\n") else f"{part}\n"
    return "".join(keys.values())
