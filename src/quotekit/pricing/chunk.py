"""Lines in chunks with running sums, so that one change costs no more than its chunk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotekit.pricing.line import price_line
from quotekit.pricing.result import Exact, Line, TaxSet
from quotekit.pricing.rules import Rules
from quotekit.quotes import Task

Sums = dict[TaxSet, Exact]
"""The totals of lines by the set of taxes they carry, in the order the sets first occur."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some tasks, their lines, and the sums of those that count."""

    tasks: tuple[Task, ...]
    lines: tuple[Line, ...]
    sums: Sums


def price_chunk(tasks: tuple[Task, ...], rules: Rules) -> Chunk:
    """Price some tasks."""
    lines = tuple([price_line(task, rules) for task in tasks])
    return Chunk(tasks, lines, sums_of(lines))


def sums_of(lines: Iterable[Line]) -> Sums:
    """Add up the lines that count, by their sets of taxes."""
    groups: dict[TaxSet, list[Line]] = {}
    for line in lines:
        if line.counted:
            group = groups.get(line.taxes)
            if group is None:
                groups[line.taxes] = [line]
            else:
                group.append(line)
    return {taxes: _sum(group) for taxes, group in groups.items()}


def _sum(lines: Sequence[Line]) -> Exact:
    total = sum([line.total if line.exact is None else line.exact.total for line in lines])
    change = [line for line in lines if line.low is not None]
    low = high = total
    for line in change:
        exact = line.totals()
        low += exact.low - exact.total
        high += exact.high - exact.total
    return Exact(total, low, high)


def merge(parts: Iterable[Sums]) -> Sums:
    """Add sums up, in the order in which the sets first occur."""
    merged: Sums = {}
    for sums in parts:
        for taxes, exact in sums.items():
            before = merged.get(taxes)
            merged[taxes] = exact if before is None else plus(before, exact)
    return merged


def plus(one: Exact, other: Exact) -> Exact:
    """Add two totals."""
    return Exact(one.total + other.total, one.low + other.low, one.high + other.high)


def minus(one: Exact, other: Exact) -> Exact:
    """Take one total from another."""
    return Exact(one.total - other.total, one.low - other.low, one.high - other.high)


def reprice_chunk(old: Chunk, tasks: tuple[Task, ...], rules: Rules) -> Chunk:
    """Price the tasks of a chunk anew, keeping the line of each that stayed what it was."""
    lines = list(old.lines)
    sums = old.sums
    same_sets = True
    for at, (before, task) in enumerate(zip(old.tasks, tasks, strict=True)):
        if before is task or before == task:
            continue
        was, line = lines[at], price_line(task, rules)
        lines[at] = line
        same_sets = same_sets and was.counted and line.counted and was.taxes == line.taxes
        if same_sets:
            change = minus(line.totals(), was.totals())
            sums = {**sums, line.taxes: plus(sums[line.taxes], change)}
    return Chunk(tasks, tuple(lines), sums if same_sets else sums_of(lines))
