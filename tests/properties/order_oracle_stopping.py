"""The oracle's reading of work that is stopped: the part done stays, marked as ended."""

from copy import deepcopy
from fractions import Fraction
from math import ceil
from typing import Any

from tests.properties.oracle_money import number, plain, to_multiple
from tests.properties.order_oracle_actions import Document, task_of

_FINEST = Fraction(1, 10_000)


def part_done(document: Document, task: Document, progress: Fraction) -> Fraction:
    """Give the quantity that is done of a task, rounded up as it is billed."""
    step = _FINEST
    if "rate" in task and "increment" in document["rates"][task["rate"]]:
        step = number(document["rates"][task["rate"]]["increment"])
    return ceil(quantity_of(task) * progress / step) * step


def quantity_of(task: Document) -> Fraction:
    """Give the quantity of a task, that of an estimate being weighted."""
    if "estimate" in task:
        bounds = {key: number(value) for key, value in task["estimate"].items()}
        weighted = bounds["low"] + 4 * bounds["likely"] + bounds["high"]
        return to_multiple(weighted / 6, Fraction(1, 100))
    return number(task.get("quantity", 1))


def ended(document: Document, task: Document, progress: Fraction, order: str) -> Document:
    """Give what is left of a begun task that is stopped."""
    left = deepcopy(task)
    left["ended"] = order
    if "expense" in task:
        return left
    left.pop("estimate", None)
    left["quantity"] = plain(part_done(document, task, progress))
    _scale(left, ("days", "effort"), progress)
    for kind in ("discounts", "surcharges"):
        for entry in left.get(kind, ()):
            _scale(entry, ("amount", "base", "quantity"), progress)
    return left


def _scale(part: dict[str, Any], keys: tuple[str, ...], progress: Fraction) -> None:
    for key in keys:
        if key in part:
            part[key] = plain(number(part[key]) * progress)


def stopped(
    before: Document, after: Document, progress: dict[str, Fraction], order: str
) -> Document:
    """Give a changed quote with the parts done of what was removed or deselected put back."""
    changed = deepcopy(after)
    standing = {task["id"] for task in after["tasks"]}
    for place, task in enumerate(before["tasks"]):
        share = progress.get(task["id"], Fraction(0))
        if not share or not _counts(before, task):
            continue
        if task["id"] not in standing:
            changed["tasks"].insert(
                _return(before, changed, place), ended_of(before, task, order, share)
            )
        elif not _counts(changed, task_of(changed, task["id"])):
            there = task_of(changed, task["id"])
            left = ended_of(before, there, order, share)
            left.pop("option", None)
            there.clear()
            there.update(left)
    return changed


def ended_of(before: Document, task: Document, order: str, share: Fraction) -> Document:
    """Give what is left of a task; what had ended before stays as it is."""
    return deepcopy(task) if "ended" in task else ended(before, task, share, order)


def _counts(document: Document, task: Document) -> bool:
    return "option" not in task or task["option"] in document.get("selected", ())


def _return(before: Document, changed: Document, place: int) -> int:
    """Find the place behind the nearest earlier task that still stands."""
    names = [task["id"] for task in changed["tasks"]]
    for task in reversed(before["tasks"][:place]):
        if task["id"] in names:
            return names.index(task["id"]) + 1
    return 0
