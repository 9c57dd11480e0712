"""The oracle's reading of what a change adds: the base of the fees, and what carries only rush."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.properties.oracle_lines import Line, lines_of, tax_set
from tests.properties.oracle_money import ZERO, money_of, number
from tests.properties.order_oracle_actions import Document
from tests.properties.order_oracle_reading import Reading, TaxSet

_NEW_TERMS = ("rate", "tax", "discounts", "surcharges")


@dataclass(frozen=True)
class Work:
    """What one task adds: to the base of all fees, or, where it is `light`, to that of rush."""

    task: str
    taxes: TaxSet
    amount: Fraction
    new: bool
    light: bool


def added_work(before: Reading, after: Reading, actions: list[Document]) -> list[Work]:
    """List what every added or extended task adds, in the order of the revised quote."""
    applied = {action["apply"] for action in actions if "apply" in action}
    selecting = any("select" in action for action in actions)
    found = []
    for name, line in after.lines.items():
        old = before.lines.get(name)
        chosen = selecting and _newly_selected(before, after, line)
        grown = old is None or chosen or name in applied or _grew(old, line)
        if not line.counted or not grown:
            continue
        standing = ZERO
        if old is not None and old.counted:
            standing = max(ZERO, _at_new_terms(after.document, old, line))
        amount = max(ZERO, line.total) - standing
        found.append(Work(name, line.taxes, amount, old is None, chosen or name in applied))
    return found


def _newly_selected(before: Reading, after: Reading, line: Line) -> bool:
    option = line.task.get("option")
    held = [set(reading.document.get("selected", ())) for reading in (before, after)]
    return option is not None and option in held[1] - held[0]


def _grew(old: Line, new: Line) -> bool:
    if new.quantity > old.quantity:
        return True
    return any(
        key in old.task and key in new.task and number(new.task[key]) > number(old.task[key])
        for key in ("price", "expense")
    )


def _at_new_terms(document: dict[str, Any], old: Line, new: Line) -> Fraction:
    """Price a task as it was at the rate, the tax and with the adjustments that it now has."""
    task = dict(old.task)
    for key in _NEW_TERMS:
        if key == "rate" and not ("rate" in task and "rate" in new.task):
            continue
        task.pop(key, None)
        if key in new.task:
            task[key] = new.task[key]
    alone = {**document, "tasks": [task]}
    return lines_of(alone, money_of(document))[0].total


def by_set(works: list[Work]) -> dict[TaxSet, Fraction]:
    """Add up work by tax set, in the order of the first task of each."""
    found: dict[TaxSet, Fraction] = {}
    for work in works:
        found[work.taxes] = found.get(work.taxes, ZERO) + work.amount
    return found


def heaviest(works: list[Work], before: Reading, after: Reading) -> TaxSet:
    """Give the set with the largest base; where none is above zero, the one that changed most."""
    bases = {names: amount for names, amount in by_set(works).items() if amount > 0}
    if bases:
        return max(bases, key=lambda names: bases[names])
    return changed_most(before, after)


def changed_most(before: Reading, after: Reading) -> TaxSet:
    """Give the tax set whose total changed most; of several, the one of the earlier line."""
    old, new = before.sets(), after.sets()
    names = list(after.lines)
    earlier = None
    for name in before.lines:
        # What has gone is put back where it stood.
        if name not in after.lines:
            names.insert(0 if earlier is None else names.index(earlier) + 1, name)
        earlier = name
    sides = [held.lines.get(name) for name in names for held in (after, before)]
    sets = list(dict.fromkeys(line.taxes for line in sides if line is not None and line.counted))
    if not sets:
        # As for an adjustment of a quote without lines.
        return tax_set(after.document.get("tax"))
    return max(sets, key=lambda names: abs(new.get(names, ZERO) - old.get(names, ZERO)))
