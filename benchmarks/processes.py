"""Processes: what a command costs from the call to the exit."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.long_quote import quote_text
from benchmarks.measure import Effort, Row, cost_row, ratios
from benchmarks.peers.parse_options import options_program
from quotekit.cli import main

_ROOT = Path(__file__).parents[1]
_QUOTEKIT = "from quotekit.cli import main; main()"
_IMPORTS = "import benchmarks.peers.import_libraries"


def process_rows(effort: Effort) -> Iterator[Row]:
    """Measure the help and a small document, each as a process of its own."""
    pairs = effort.pairs(18)
    what = "quotekit --help, as a process"
    peer = options_program(main)
    # A peer that takes other commands than quotekit does would be none.
    names = set(re.findall(r"^  (\w+)  ", python(peer, "--help"), re.MULTILINE))
    assert names == set(main.commands)  # noqa: S101
    measured = ratios(
        {what: lambda: python(_QUOTEKIT, "--help")}, lambda: python(peer, "--help"), pairs
    )
    yield cost_row(what, "parsing the same options with click", 1.3, measured[what])
    with TemporaryDirectory() as folder:
        file = Path(folder, "quote.yaml")
        file.write_text(quote_text(5), encoding="utf-8")
        what = "quotekit show of 5 tasks, as a process"
        measured = ratios(
            {what: lambda: python(_QUOTEKIT, "show", str(file))}, lambda: python(_IMPORTS), pairs
        )
    yield cost_row(what, "importing yaml, babel, pydantic; one model", 2, measured[what])


def python(program: str, *args: str) -> str:
    """Run a program in a Python of its own and return what it prints."""
    command = [sys.executable, "-c", program, *args]
    done = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, encoding="utf-8")
    return done.stdout
