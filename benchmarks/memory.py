"""Memory: what a process holds at most while it prices a long quote file."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.long_quote import quote_text
from benchmarks.measure import Effort, Row, outcome

_ROOT = Path(__file__).parents[1]
_LINES = 100_000
_KIB_PER_MB = 1000 / 1.024


def memory_rows(effort: Effort) -> Iterator[Row]:
    """Measure pricing a file of 100,000 tasks against loading it with CSafeLoader."""
    lines = effort.lines(_LINES)
    with TemporaryDirectory() as folder:
        file = Path(folder, "quote.yaml")
        file.write_text(quote_text(lines), encoding="utf-8")
        pairs = [(peak_of("price", file), peak_of("yaml", file)) for _ in range(effort.pairs(3))]
    ours, theirs = (median(side) for side in zip(*pairs, strict=True))
    yield Row(
        f"memory to load and price {lines:,} lines",
        "CSafeLoader loading the file",
        "less",
        f"{ours / _KIB_PER_MB:.0f} vs {theirs / _KIB_PER_MB:.0f} MB",
        outcome(within=median(ours / theirs for ours, theirs in pairs) < 1),
    )


def peak_of(work: str, file: Path) -> int:
    """Return the peak memory of a process that does one work, in KiB."""
    command = [sys.executable, "-m", "benchmarks.peak_memory", work, str(file)]
    done = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, encoding="utf-8")
    return int(done.stdout)
