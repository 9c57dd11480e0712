"""The marks that change orders make: they stay, and a quote that goes out bears none yet."""

from collections.abc import Iterator, Sequence
from typing import Any

from quotekit.changes.action import Action
from quotekit.changes.actions import Revise, ReviseQuote
from quotekit.changes.draft import Draft
from quotekit.changes.limits import ENGINE, marks_of, not_yours, own_of
from quotekit.errors import Fault
from quotekit.quotes import Quote, Task

_KEYS = ("discounts", "surcharges")


def keep_marks(action: Action, draft: Draft) -> None:
    """Put back the fees, concessions and credits that an action has left out of what it sets."""
    if isinstance(action, ReviseQuote):
        for key in _KEYS:
            if key in action.revise_quote.stated:
                draft.keys[key] = _kept(getattr(draft.quote, key), draft.key(key))
    if isinstance(action, Revise):
        task = draft.tasks[action.revise]
        before = next((one for one in draft.quote.tasks if one.id == task.id), task)
        changed = {
            key: _kept(getattr(before, key), getattr(task, key))
            for key in _KEYS
            if key in action.set.stated and own_of(getattr(before, key))
        }
        if changed:
            stated = {name: task.__dict__[name] for name in task.model_fields_set}
            stated |= {"id": task.id, **changed}
            draft.tasks[task.id] = Task.model_validate(
                {name: value for name, value in stated.items() if value is not None}
            )


def _kept(before: Sequence[Any], stated: Sequence[Any]) -> tuple[Any, ...]:
    named = {one.id for one in stated}
    return (*stated, *(one for one in own_of(before) if one.id not in named))


def mark_faults(quote: Quote) -> Iterator[Fault]:
    """Find what a quote bears of the marks by which change orders are known."""
    if quote.number.startswith(ENGINE):
        fact = f"numbers that begin with {ENGINE} are those of change orders"
        yield Fault("engine_mark", fact, "choose another number", value=quote.number).at("number")
    for at, task in enumerate(quote.tasks):
        yield from (fault.at("tasks", at) for fault in marks_of(task))
    for key in ("discounts", "surcharges"):
        if own_of(getattr(quote, key)):
            yield not_yours(key).at(key)
    for at, payment in enumerate(quote.payments):
        if payment.id.startswith(ENGINE):
            yield not_yours("id").at("payments", at, "id")
