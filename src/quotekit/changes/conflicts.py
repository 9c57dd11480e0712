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
    for at, action in enumerate(order.actions):
        for touch in action.touches(order.before.quote):
            hit = next((one for one in changed if touch.conflicts(one[0])), None)
            if hit is not None:
                yield _fault(touch, *hit, between).at("actions", at, action.verb)
                break


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
