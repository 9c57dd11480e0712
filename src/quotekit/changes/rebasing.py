"""An order priced anew on the quote that is agreed meanwhile."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from quotekit.changes.circumstances import Circumstances
from quotekit.changes.conflicts import conflict_faults
from quotekit.changes.instalments import paid_faults
from quotekit.changes.order import ChangeOrder
from quotekit.changes.pricing_order import price_order
from quotekit.changes.progress import rescaled
from quotekit.errors import InvalidInputError


def rebased(
    order: ChangeOrder, between: Sequence[ChangeOrder], here: Circumstances
) -> ChangeOrder | None:
    """Return an order as it stands on the agreed quote, None where it is not the same there.

    It is the same where nothing conflicts with the orders in `between`, and net, taxes and
    working days change by as much.
    """
    if order.request is None or any(list(conflict_faults(order, other)) for other in between):
        return None
    paid = tuple(dict.fromkeys((*here.paid, *order.paid)))
    if paid_faults(paid, here.before):
        return None
    circumstances = replace(
        here,
        progress=rescaled(order.progress, order.before, here.before),
        paid=paid,
        late=order.late_progress,
        rush=order.rush,
        supersedes=order.supersedes,
    )
    try:
        again = price_order(order.request, circumstances)
    except InvalidInputError:
        return None
    return again if _outcome(again) == _outcome(order) else None


def _outcome(order: ChangeOrder) -> tuple[Any, ...]:
    taxes = {tax.name: tax.difference for tax in order.taxes if tax.difference}
    return order.sum.net.change, taxes, order.time.working_days.change, order.rounds
