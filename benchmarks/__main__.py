"""Measure every row and print the table; the exit code is 0 whether or not a bound is kept."""

import argparse
import platform
import sys
from collections.abc import Callable, Iterator
from time import perf_counter

from benchmarks.differences import difference_rows
from benchmarks.growth import growth_rows
from benchmarks.journal import journal_rows
from benchmarks.measure import Effort, Row
from benchmarks.memory import memory_rows
from benchmarks.pricing import pricing_rows
from benchmarks.processes import process_rows
from benchmarks.reading import reading_rows
from benchmarks.rendering import rendering_rows
from benchmarks.table import table

_FAMILIES: dict[str, Callable[[Effort], Iterator[Row]]] = {
    "reading": reading_rows,
    "pricing": pricing_rows,
    "differences": difference_rows,
    "rendering": rendering_rows,
    "journal": journal_rows,
    "processes": process_rows,
    "memory": memory_rows,
    "growth": growth_rows,
}


def run() -> None:
    """Read the call, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few pairs, and smaller where long")
    parser.add_argument("families", nargs="*", help=f"{', '.join(_FAMILIES)}; without: all")
    call = parser.parse_args()
    unknown = set(call.families) - _FAMILIES.keys()
    if unknown:
        parser.error(f"there is no family {', '.join(sorted(unknown))}")
    begin = perf_counter()
    rows: list[Row] = []
    for name in call.families or _FAMILIES:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        rows += _FAMILIES[name](Effort(quick=call.quick))
    print(table(rows))
    version = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"\n{version}, {platform.system()}, {perf_counter() - begin:.0f} seconds")


if __name__ == "__main__":
    run()
