"""Departures from the agreement that were granted: the next order that goes out prints them."""

from quotekit.quotes import TermException
from quotekit.record import Journal


def granted_for(journal: Journal, number: str) -> tuple[TermException, ...]:
    """Return what was granted between an order and the one before it, for that order to print.

    An order that is yet to be recorded comes after all that is.
    """
    granted: list[TermException] = []
    for entry in journal.in_force:
        data = entry.data
        if entry.event == "change_order_issued":
            if data["number"] == number:
                break
            granted = []
        elif entry.event == "exception_granted":
            keys = {key: data.get(key) for key in ("term", "value", "reason")}
            granted.append(TermException.model_validate(keys))
    return tuple(granted)
