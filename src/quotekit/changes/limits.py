"""What no request may do to a contract, whatever it pays."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from quotekit.changes.action import Action
from quotekit.changes.actions import Add, Apply, Order, Revise, ReviseQuote
from quotekit.changes.request import ChangeRequest
from quotekit.errors import Fault
from quotekit.quotes import Quote, Task

ENGINE = "CO-"
"""What the ids begin with that change orders give."""

_FIXED = ("number", "currency", "rounding", "prices_include_tax")
_MARKED = ("discounts", "surcharges")


def request_faults(request: ChangeRequest, quote: Quote, on: date) -> Iterator[Fault]:
    """Find what a request may not ask of a contract, before anything is carried out.

    `on` is the day of the order, which counts as that of a request that names none.
    """
    tasks = {task.id: task for task in quote.tasks}
    if request.quote is not None and request.quote != quote.number:
        fact = f'the request is about the quote "{request.quote}", not "{quote.number}"'
        fault = Fault("wrong_quote", fact, "name the quote it belongs to", value=request.quote)
        yield fault.at("quote")
    wanted, asked = request.wanted_by, request.requested_on
    if wanted is not None and wanted < (on if asked is None else asked):
        fact = "it would be wanted before it was requested"
        yield Fault("wanted_before_requested", fact, "check both days").at("wanted_by")
    if request.kind == "clarification" and request.concession is not None:
        fact = "a clarification changes no price, and a concession does"
        yield Fault("not_a_clarification", fact, "write kind: scope").at("concession")
    if not request.actions:
        yield Fault("no_action", "nothing is to be changed", "write an action").at("actions")
    for at, action in enumerate(request.actions):
        if request.kind == "revision" and not isinstance(action, Revise | Apply | Order):
            fact = f"a correction revises what is there, and {action.verb} does not"
            yield Fault("not_a_correction", fact, "write kind: scope").at("actions", at)
        for fault in _of_action(action, quote, tasks):
            yield fault.at("actions", at)


def _of_action(action: Action, quote: Quote, tasks: dict[str, Task]) -> Iterator[Fault]:
    name = action.target(quote)
    task = tasks.get(name) if name is not None else None
    ordered = tasks.get(action.apply) if isinstance(action, Apply) else None
    for ended in (task, ordered):
        if ended is not None and ended.ended is not None:
            fact = f'"{ended.id}" was ended by {ended.ended} and may not change again'
            fault = Fault("ended", fact, "add a task for what is wanted now", value=ended.id)
            yield fault.at(action.verb)
    if isinstance(action, Add):
        yield from (fault.at("add") for fault in marks_of(action.add))
    elif isinstance(action, Revise):
        if action.set.stated.get("ended") is not None:
            yield not_yours("ended").at("set", "ended")
        for key in _MARKED:
            known = () if task is None else getattr(task, key)
            if _unknown_marks(known, action.set.stated.get(key)):
                yield not_yours(key).at("set", key)
    elif isinstance(action, ReviseQuote):
        yield from (fault.at("revise_quote") for fault in _of_quote(action, quote))


def _of_quote(action: ReviseQuote, quote: Quote) -> Iterator[Fault]:
    stated = action.revise_quote.stated
    for key in _FIXED:
        if key in stated and stated[key] != getattr(quote, key):
            fact = f"{key} is fixed by the contract"
            yield Fault("fixed_by_contract", fact, "take it out, or write a new quote").at(key)
    for key in _MARKED:
        if key in stated and _unknown_marks(getattr(quote, key), stated[key]):
            yield not_yours(key).at(key)
    if "payments" in stated:
        known = {payment.id for payment in quote.payments}
        for at, payment in enumerate(stated["payments"] or ()):
            if payment.id.startswith(ENGINE) and payment.id not in known:
                yield not_yours("payments").at("payments", at, "id")


def _unknown_marks(known: Sequence[object], stated: Sequence[object] | None) -> bool:
    """Say whether marks of change orders are stated that are not there, or are others there.

    Those left out stay by themselves.
    """
    return any(one not in known for one in own_of(stated or ()))


def own_of(adjustments: Sequence[Any]) -> list[Any]:
    """Return the adjustments that change orders have made."""
    return [one for one in adjustments if one.id.startswith(ENGINE)]


def marks_of(task: Task) -> Iterator[Fault]:
    """Find what a task bears that only change orders give."""
    if task.id.startswith(ENGINE):
        yield not_yours("id").at("id")
    if task.ended is not None:
        yield not_yours("ended").at("ended")
    for key in _MARKED:
        if own_of(getattr(task, key)):
            yield not_yours(key).at(key)


def not_yours(key: str) -> Fault:
    """Say that a key holds what only change orders may put there."""
    if key == "id":
        fact = f"ids that begin with {ENGINE} are those of change orders"
        return Fault("engine_mark", fact, "choose another id")
    fact = f"{key} would change a mark that change orders make themselves"
    return Fault("engine_mark", fact, f"leave what begins with {ENGINE}, and ended, as it is")
