"""Actions carried out on a quote, one after the other, all their faults at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from quotekit.changes.action import Action
from quotekit.changes.actions import Add, AddRate, Remove, RemoveRate, Revise, ReviseQuote
from quotekit.changes.draft import Draft
from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import Quote, references

Perform = Callable[[Action, Draft], None]
"""Performs one action on a draft."""


class Carried(NamedTuple):
    """What actions have made of a quote, as far as they could be carried out, and their faults.

    `quote` is None where a key holds what it cannot.
    """

    quote: Quote | None
    faults: tuple[Fault, ...]


class Stage(NamedTuple):
    """A sound quote on the way from one to another, and the positions of the actions to it.

    Those are more than one where the quote was not sound between them.
    """

    positions: tuple[int, ...]
    quote: Quote


def apply(quote: Quote, actions: Iterable[Action]) -> Quote:
    """Carry out actions on a quote and return the quote they make of it; nothing is charged.

    References are checked after the last action. Raises `InvalidInputError` with every fault,
    each at its action (`actions[2].set.quantity`).
    """
    return carry_out(quote, tuple(actions), perform)


def perform(action: Action, draft: Draft) -> None:
    """Perform an action as it is written."""
    action.perform(draft)


def carry_out(quote: Quote, actions: Sequence[Action], each: Perform) -> Quote:
    """Carry out actions in the way that `each` performs them; raises as `apply` does."""
    new, faults = carried(quote, actions, each)
    if new is None or faults:
        raise InvalidInputError(*faults)
    return new


def carried(quote: Quote, actions: Sequence[Action], each: Perform) -> Carried:
    """Carry out actions; those at fault are left out, and every fault is told."""
    draft = Draft(quote)
    faults: list[Fault] = []
    failed: list[Action] = []
    new: Quote | None = None
    for at, action in enumerate(actions):
        try:
            each(action, draft)
        except InvalidInputError as error:
            faults += (fault.at("actions", at) for fault in error.faults)
            failed.append(action)
    try:
        new = draft.finished()
        found = references(new)
    except InvalidInputError as error:
        found = error.faults
    promised = set(_promised(failed))
    faults += (_at_action(fault, actions, draft) for fault in found if fault.value not in promised)
    return Carried(new, tuple(faults))


def stages(quote: Quote, actions: Iterable[Action], each: Perform) -> Iterator[Stage]:
    """Yield the quote as it stands after each action, wherever it is sound; those at fault go."""
    draft = Draft(quote)
    since: list[int] = []
    for at, action in enumerate(actions):
        try:
            each(action, draft)
            since.append(at)
            new = draft.finished()
        except InvalidInputError:
            continue
        if not references(new):
            yield Stage(tuple(since), new)
            since = []


def carry_out_some(quote: Quote, actions: Iterable[Action], each: Perform) -> Quote:
    """Carry out those of some actions that can do without the others."""
    draft = Draft(quote)
    for action in actions:
        try:
            each(action, draft)
        except InvalidInputError:
            continue
    return draft.finished()


def _promised(failed: Iterable[Action]) -> Iterator[str]:
    """Return the ids that actions at fault would have added: naming those is no second fault."""
    for action in failed:
        if isinstance(action, Add):
            yield action.add.id
        elif isinstance(action, AddRate):
            yield action.add_rate.id


def _at_action(fault: Fault, actions: Sequence[Action], draft: Draft) -> Fault:
    """Put a fault of the revised quote to the action that brought it about."""
    wrote = next(
        ((at, inner) for at, action in reversed([*enumerate(actions)])
         if (inner := _inside(fault, action, draft)) is not None),
        None,
    )  # fmt: skip
    removed = next((at for at, one in enumerate(actions) if _removed_by(one) == fault.value), None)
    if removed is not None and fault.value is not None:
        fault = _still_named(fault, fault.value, draft, mend=wrote is None)
        if wrote is None:
            return fault.at("actions", removed, actions[removed].verb)
    if wrote is not None:
        return replace(fault, keys=(), path="").at("actions", wrote[0], *wrote[1])
    return replace(fault, message=f"{fault.path}: {fault.message}", keys=(), path="").at("actions")


def _inside(fault: Fault, action: Action, draft: Draft) -> tuple[str | int, ...] | None:
    """Return where in an action a fault of the quote was written, None if it was not there."""
    top, *rest = fault.keys or ("",)
    if top == "tasks" and rest:
        task = draft.order[int(rest[0])] if int(rest[0]) < len(draft.order) else None
        if isinstance(action, Add) and action.add.id == task:
            return ("add", *rest[1:])
        if isinstance(action, Revise) and action.revise == task and rest[1:]:
            return ("set", *rest[1:]) if rest[1] in action.set.stated else None
    if isinstance(action, ReviseQuote) and top in action.revise_quote.stated:
        return ("revise_quote", *fault.keys)
    return None


def _removed_by(action: Action) -> str | None:
    if isinstance(action, Remove):
        return action.remove
    return action.remove_rate if isinstance(action, RemoveRate) else None


def _still_named(fault: Fault, gone: str, draft: Draft, *, mend: bool) -> Fault:
    """Say who still names what is removed, and what mends that: an action, or to leave it out."""
    top, *rest = fault.keys
    if top == "tasks":
        name, field = draft.order[int(rest[0])], rest[1]
        where, action = f'{field} of the task "{name}"', f"{{revise: {name}, set: {{{field}: …}}}}"
    else:
        where, action = fault.path, f"{{revise_quote: {{{top}: …}}}}"
    fact = f'"{gone}" is removed, but {where} names it'
    remedy = f"add the action {action}" if mend else "name another one, or keep it"
    return Fault("still_named", fact, remedy, value=gone)
