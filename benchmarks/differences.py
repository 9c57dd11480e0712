"""Differences: two long quotes held against each other, task by task."""

from collections.abc import Iterator
from typing import Any

import yaml
from deepdiff import DeepDiff

import quotekit as qk
from benchmarks.long_quote import quote_text
from benchmarks.measure import Effort, Row, cost_row, ratios, speed_row

_LINES = 10_000
_EVERY = 100
"""One task in so many is another one in the changed quote."""
_DEEPDIFF_RUNS = 3


def difference_rows(effort: Effort) -> Iterator[Row]:
    """Measure the difference of two quotes against a bare comparison of plain data."""
    text = quote_text(_LINES)
    changed = _changed(text)
    old, new = qk.parse_quote(text), qk.parse_quote(changed)
    plain_old: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    plain_new: dict[str, Any] = yaml.load(changed, yaml.CSafeLoader)

    def compare() -> tuple[qk.Revise, ...]:
        return tuple(one for one in qk.difference(old, new) if isinstance(one, qk.Revise))

    def compare_dicts() -> list[str]:
        known = {task["id"]: task for task in plain_old["tasks"]}
        return [task["id"] for task in plain_new["tasks"] if known.get(task["id"]) != task]

    def compare_deeply() -> DeepDiff:
        return DeepDiff(plain_old, plain_new)

    # All of them must find the same tasks.
    names = [one.revise for one in compare()]
    assert names == compare_dicts()  # noqa: S101
    assert len(compare_deeply()["values_changed"]) == len(names)  # noqa: S101

    what = f"difference of two quotes of {_LINES:,}"
    measured = ratios({what: compare}, compare_dicts, effort.pairs(60))
    yield cost_row(what, "a bare comparison of dicts", 2.5, measured[what])
    measured = ratios({what: compare}, compare_deeply, effort.pairs(_DEEPDIFF_RUNS))
    yield speed_row(what, "deepdiff on plain data", 40, measured[what])


def _changed(text: str) -> str:
    """Return the text with another title for one task in so many."""
    lines = text.splitlines(keepends=True)
    titles = [at for at, line in enumerate(lines) if line.startswith("    title:")]
    for at in titles[::_EVERY]:
        lines[at] = lines[at].rstrip("\n") + " again\n"
    return "".join(lines)
