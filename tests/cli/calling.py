"""Calling quotekit as a person or a script does: in this process, or in one of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

from click.testing import CliRunner, Result

from quotekit.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
BAKERY = EXAMPLES / "bakery-website"
PROGRAM = (sys.executable, "-c", "from quotekit.cli import main; main()")

SMALL = """\
quotekit: quote/1
number: Q-1
title: Kleine Arbeit
currency: EUR
tasks:
  - {id: work, title: Arbeit, price: 100}
"""
"""The text of a sound quote; its net, total and payable amount are 100.00."""


def call(*args: str | Path, typed: str | None = None) -> Result:
    """Call quotekit in this process; what nobody expected stays an exit code and a line."""
    return CliRunner().invoke(main, [str(arg) for arg in args], input=typed)


def run(
    *args: str | Path,
    env: dict[str, str] | None = None,
    cwd: Path | None = None,
    stdout: int | IO[bytes] = subprocess.PIPE,
) -> subprocess.CompletedProcess[bytes]:
    """Call quotekit as a process, and return what it wrote, as bytes."""
    return subprocess.run(
        [*PROGRAM, *map(str, args)],
        env={**os.environ, **(env or {})},
        cwd=cwd,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


def job(folder: Path, text: str = SMALL) -> Path:
    """Write the quote of a job and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "quote.yaml").write_text(text, encoding="utf-8")
    return folder
