"""Orders that get in each other's way: the same field of the same task, rate or key."""

from collections.abc import Iterator

from quotekit.changes.action import WHOLE, Touch
from quotekit.changes.order import ChangeOrder
from quotekit.errors import Fault


def conflict_faults(order: ChangeOrder, between: ChangeOrder) -> Iterator[Fault]:
    """Find what an order would change that another one has changed since, action by action."""
    changed = [
        touch for action in between.actions for touch in action.touches(between.before.quote)
    ]
    for at, action in enumerate(order.actions):
        for touch in action.touches(order.before.quote):
            hit = next((other for other in changed if touch.conflicts(other)), None)
            if hit is not None:
                yield _fault(touch, hit, between).at("actions", at, action.verb)
                break


def _fault(touch: Touch, hit: Touch, between: ChangeOrder) -> Fault:
    what = "the quote" if touch.kind == "quote" else f'the {touch.kind} "{touch.name}"'
    field = touch.name if touch.kind == "quote" else touch.field
    if WHOLE in {touch.field, hit.field} and touch.kind != "quote":
        field = hit.field if touch.field == WHOLE else touch.field
    changed = what if field in {WHOLE, "+"} else f"{field} of {what}"
    return Fault(
        "conflict",
        f"{between.number} has changed {changed} since",
        "write a new request against the agreed quote",
        value=touch.name,
    )
