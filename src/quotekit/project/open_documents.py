"""The documents that wait for an answer: the quote that was sent, and change orders."""

from datetime import date

from quotekit.errors import Fault, NotAllowedError
from quotekit.project.recorded_job import RecordedJob
from quotekit.record import State, nothing_meant_fault
from quotekit.values import shown

_GOING_OUT = ("quote_sent", "change_order_issued")


def document_meant(
    job: RecordedJob, number: str | None, on: date, *, only_orders: bool = False
) -> str:
    """Return the number of the document that a step is about: the one named, or the only open one.

    Where none is open it is the one that went out last, so that a step can be repeated. Raises
    `NotAllowedError` for a number that nothing bears, and where several are open, or nothing ever
    went out.
    """
    now = job.state
    known = [*([] if now.sent is None or only_orders else [now.sent["number"]]), *now.orders]
    if number is not None:
        if number not in known:
            what = "no change order went out" if only_orders else "nothing went out"
            raise NotAllowedError(nothing_meant_fault(now, f"{what} as {shown(number)}", number))
        return number
    open_ones = _open(now, on, only_orders=only_orders)
    if len(open_ones) > 1:
        fact = f"{' and '.join(open_ones)} wait for an answer"
        raise NotAllowedError(Fault("several_open", fact, "name the one that is meant"))
    if open_ones:
        return open_ones[0]
    gone_out = [
        str(entry.data["number"])
        for entry in job.journal.in_force
        if entry.event in _GOING_OUT[only_orders:]
    ]
    if not gone_out:
        what = "no change order waits" if only_orders else "nothing waits"
        raise NotAllowedError(nothing_meant_fault(now, f"{what} for an answer"))
    return gone_out[-1]


def _open(now: State, on: date, *, only_orders: bool) -> list[str]:
    """Return what waits for an answer; what has expired only where nothing else does."""
    pending = [order for order in now.orders.values() if order.status == "pending"]
    in_time = [order for order in pending if order.valid_until is None or on <= order.valid_until]
    found = [order.number for order in in_time or pending]
    if now.phase == "sent" and now.sent is not None and not only_orders:
        found.insert(0, now.sent["number"])
    return found
