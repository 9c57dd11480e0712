"""Orders that get in each other's way: the same field of the same task, rate or key."""

from collections.abc import Iterator

from quotekit.changes.action import WHOLE, Action, Touch
from quotekit.changes.order import ChangeOrder
from quotekit.errors import Fault


def conflict_faults(order: ChangeOrder, between: ChangeOrder) -> Iterator[Fault]:
    """Find what an order would change that another one has changed since, action by action."""
    changed = [
        (touch, action)
        for action in between.actions
        for touch in action.touches(between.before.quote)
    ]
    gone = set(_gone(between))
    for at, action in enumerate(order.actions):
        lost = [Touch(*named, WHOLE) for named in action.beside() if named in gone]
        for touch in (*action.touches(order.before.quote), *lost):
            hits = [one for one in changed if touch.conflicts(one[0])]
            if hits:
                # Of what has gone, the last that was done to it is that it was removed.
                hit = hits[-1] if touch in lost else hits[0]
                yield _fault(touch, *hit, between).at("actions", at, action.verb)
                break


def _gone(order: ChangeOrder) -> Iterator[tuple[str, str]]:
    """Yield the tasks and rates that an order has taken out; one that is ended still stands."""
    old, new = order.before.quote, order.after.quote
    left = {task.id for task in new.tasks}
    yield from (("task", task.id) for task in old.tasks if task.id not in left)
    yield from (("rate", name) for name in old.rates if name not in new.rates)


def _fault(touch: Touch, hit: Touch, action: Action, between: ChangeOrder) -> Fault:
    what = "the quote" if touch.kind == "quote" else f'the {touch.kind} "{touch.name}"'
    field = touch.name if touch.kind == "quote" else hit.changed
    if field in {WHOLE, ""}:
        done = f"{_DONE.get(action.verb, 'changed')} {what}"
    else:
        done = f"changed {field} of {what}"
    return Fault(
        "conflict",
        f"{between.number} has {done} since",
        "write a new request against the agreed quote",
        value=touch.name,
    )


_DONE = {
    "add": "added", "add_rate": "added", "remove": "removed", "remove_rate": "removed",
    "deselect": "deselected",
}  # fmt: skip
"""What an action that touches something as a whole has done to it."""
