"""The actions that make one quote of another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from quotekit.changes.action import Action
from quotekit.changes.actions import (
    Add,
    AddRate,
    Deselect,
    Order,
    Remove,
    RemoveRate,
    Revise,
    ReviseQuote,
    ReviseRate,
    Select,
)
from quotekit.changes.fields import QuoteFields, RateFields, TaskFields
from quotekit.quotes import Client, Quote, Rate, Seller, Task, Written

_NAMED = ("rate", "quantity", "estimate")


def difference(old: Quote, new: Quote) -> tuple[Action, ...]:
    """Return the actions that make the new quote of the old one.

    Tasks and rates are matched by id, never by position: `apply(old, difference(old, new))`
    equals `new`, the order of the tasks included. Equal quotes have no difference.
    """
    rates, gone_rates = _rates(old.rates, new.rates)
    return (
        *rates,
        *_quote(old, new),
        *_tasks(old.tasks, new.tasks),
        *(Deselect(deselect=name) for name in sorted(old.selected - new.selected)),
        *(Select(select=name) for name in sorted(new.selected - old.selected)),
        *gone_rates,
    )


def alike(old: Quote, new: Quote) -> tuple[tuple[str, str], ...]:
    """Return the tasks removed and added that are alike but for their id, as pairs of ids.

    Whoever meant one of them to be the other should keep the id.
    """
    there, here = {task.id for task in old.tasks}, {task.id for task in new.tasks}
    removed = [task for task in old.tasks if task.id not in here]
    found = []
    for added in (task for task in new.tasks if task.id not in there):
        data = {**added.__dict__, "id": None}
        twin = next((task for task in removed if {**task.__dict__, "id": None} == data), None)
        if twin is not None:
            removed.remove(twin)
            found.append((twin.id, added.id))
    return tuple(found)


def _rates(
    old: Mapping[str, Rate], new: Mapping[str, Rate]
) -> tuple[list[Action], list[RemoveRate]]:
    """Return what changes the rate card, and last what is taken off it once nothing names it.

    The card may be printed, in the order in which it is written: a rate that has moved is taken
    off and put back in its place.
    """
    changed: list[Action] = []
    kept = _in_place(list(old), list(new))
    places = _followers(list(new), new.keys() - kept)
    for name, rate in new.items():
        if name in places:
            if name in old:
                changed.append(RemoveRate(remove_rate=name))
            stated = {"id": name} | {key: rate.__dict__[key] for key in rate.model_fields_set}
            added = {"add_rate": stated, "before": places[name]}
            changed.append(AddRate.model_validate(added))
        elif rate != old[name]:
            fields = RateFields.model_validate(_differing(old[name], rate))
            changed.append(ReviseRate(revise_rate=name, set=fields))
    return changed, [RemoveRate(remove_rate=name) for name in old if name not in new]


def _in_place(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the names that follow one another in the one as they do in the other."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {name for block in blocks for name in old[block.a : block.a + block.size]}


def _quote(old: Quote, new: Quote) -> Iterator[ReviseQuote]:
    changed = {}
    for key in QuoteFields.model_fields:
        before, after = getattr(old, key), getattr(new, key)
        if not _alike(before, after):
            changed[key] = None if after == Quote.model_fields[key].default else after
    if changed:
        yield ReviseQuote(revise_quote=QuoteFields.model_validate(changed))


def _alike(old: object, new: object) -> bool:
    """Say whether two values are equal, maps and those of a party in the same order as well.

    Dicts are equal in any order, yet taxes, phases and labels print as they are written.
    """
    if isinstance(old, dict) and isinstance(new, dict):
        return list(old.items()) == list(new.items())
    if isinstance(old, Seller | Client) and type(old) is type(new):
        return all(_alike(value, new.__dict__[key]) for key, value in old.__dict__.items())
    return old == new


def _differing(old: Written, new: Written) -> dict[str, Any]:
    before, after = old.__dict__, new.__dict__
    fields = type(new).model_fields
    return {
        key: None if value == fields[key].default else value
        for key, value in after.items()
        if value is not before[key] and value != before[key]
    }


def _tasks(old: Sequence[Task], new: Sequence[Task]) -> Iterator[Action]:
    known = {task.id: task for task in old}
    names = [task.id for task in new]
    added: list[Task] = []
    for task in new:
        was = known.pop(task.id, None)
        if was is None:
            added.append(task)
        elif was is not task and was.__dict__ != task.__dict__:
            yield Revise(revise=task.id, set=_revised(was, task))
    for name in known:
        yield Remove(remove=name)
    if len(names) == len(old) and not added and not known and _same_order(old, names):
        return
    moved = [task.id for task in old if task.id not in known]
    if added:
        places = _followers(names, {task.id for task in added})
        for task in added:
            yield Add(add=task, before=places[task.id])
        moved = _inserted(moved, places)
    wrong = [at for at, name in enumerate(names) if moved[at] != name]
    if wrong:
        yield Order(order=tuple(names[at] for at in wrong))


def _revised(old: Task, new: Task) -> TaskFields:
    changes = _differing(old, new)
    if "rate" in changes:
        # How a line is counted goes with how it is priced: both are said, whatever was before.
        changes |= {key: getattr(new, key) for key in _NAMED}
    return TaskFields.model_validate(changes)


def _same_order(old: Iterable[Task], names: Sequence[str]) -> bool:
    return all(task.id == name for task, name in zip(old, names, strict=True))


def _followers(names: Sequence[str], added: set[str]) -> dict[str, str | None]:
    """Return for each added task the next one that was there before, None at the end."""
    follower: str | None = None
    found: dict[str, str | None] = {}
    for name in reversed(names):
        if name in added:
            found[name] = follower
        else:
            follower = name
    return dict(reversed(found.items()))


def _inserted(kept: Sequence[str], places: Mapping[str, str | None]) -> list[str]:
    """Return the ids as they stand once each added task has been put before its follower."""
    groups: dict[str | None, list[str]] = {}
    for name, follower in places.items():
        groups.setdefault(follower, []).append(name)
    found = [each for name in kept for each in (*groups.get(name, ()), name)]
    return found + groups.get(None, [])
