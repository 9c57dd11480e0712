"""Lines in chunks with running sums, so that one change costs no more than its chunk."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import compress
from operator import is_not

from quotekit.pricing.line import price_line
from quotekit.pricing.priced_line import Exact, Line, TaxSet
from quotekit.pricing.rules import Rules
from quotekit.quotes import Plain, Task
from quotekit.values import ZERO, divided

_NEW = tuple.__new__

Sums = dict[TaxSet, Exact]
"""The totals of lines by the set of taxes they carry, in the order the sets first occur."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some tasks, their lines, and the sums of those that count."""

    tasks: tuple[Task, ...]
    lines: tuple[Line, ...]
    sums: Sums


def price_chunk(tasks: tuple[Task, ...], plain: tuple[Plain | None, ...], rules: Rules) -> Chunk:
    """Price some tasks and add up those that count.

    This is the loop that a long quote spends its time in. Most lines are a price times a
    quantity and nothing more: they are priced here, `price_line` does all others.
    """
    lines: list[Line] = []
    append = lines.append
    prices, sets, unit, zero = rules.plain_prices, rules.sets, rules.unit, rules.zero
    for task, facts in zip(tasks, plain, strict=True):
        if facts is not None:
            name, price, quantity, tax = facts
            known = prices.get(name)
            if known is not None and tax in sets:
                rate, rate_price, per = known
                if rate_price is not None:
                    price = rate_price
                value = price * quantity
                if per is not None:
                    value = divided(value, per)
                # A zero has no sign, whatever the product of which it is left.
                total = value.quantize(unit) or zero
                append(
                    _NEW(Line, (task, rate, sets[tax], True, quantity, price, total, total, None))
                )
                continue
        append(price_line(task, rules))
    return Chunk(tasks, tuple(lines), sums_of(lines))


def sums_of(lines: Iterable[Line]) -> Sums:
    """Add up the lines that count, by their sets of taxes."""
    amounts: dict[TaxSet, list[Decimal]] = {}
    detailed: list[Line] = []
    for line in lines:
        _, _, taxes, counted, _, _, _, total, details = line
        if counted:
            if details is not None:
                detailed.append(line)
                total = line.totals().total
            if taxes in amounts:
                amounts[taxes].append(total)
            else:
                amounts[taxes] = [total]
    sums = {}
    for taxes, several in amounts.items():
        whole = sum(several, ZERO)
        sums[taxes] = Exact(whole, whole, whole)
    for line in detailed:
        total, low, high = line.totals()
        here = sums[line.taxes]
        sums[line.taxes] = Exact(here.total, here.low + low - total, here.high + high - total)
    return sums


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
    """Price the tasks of a chunk anew, keeping the line of each that is the very same."""
    lines = list(old.lines)
    sums = old.sums
    same_sets = True
    for at in compress(range(len(tasks)), map(is_not, old.tasks, tasks)):
        was, line = lines[at], price_line(tasks[at], rules)
        lines[at] = line
        same_sets = same_sets and was.counted and line.counted and was.taxes == line.taxes
        if same_sets:
            change = minus(line.totals(), was.totals())
            sums = {**sums, line.taxes: plus(sums[line.taxes], change)}
    return Chunk(tasks, tuple(lines), sums if same_sets else sums_of(lines))
