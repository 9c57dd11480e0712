"""When instalments fall due, by what has happened."""

from collections.abc import Iterable, Iterator
from datetime import date

from quotekit.pricing import Instalment, due_after
from quotekit.record.standing import State

_ALL = "all"


def known_due_dates(instalments: Iterable[Instalment], state: State) -> Iterator[tuple[str, date]]:
    """Yield the day each instalment falls due whose event the record knows.

    Events are acceptance, delivery, and the approval of a task, or of all the work if that came
    first. Raises `UnpriceableError` for a day beyond the calendar.
    """
    for part in instalments:
        if part.due is not None and part.due.after is not None:
            happened = _happened(part.due.after, state)
            if happened is not None:
                yield part.id, due_after(happened, part.due)


def _happened(event: str, state: State) -> date | None:
    if event == "acceptance":
        return state.accepted_on
    if event == "delivery":
        return state.delivered
    approved = [state.approved[name] for name in (event, _ALL) if name in state.approved]
    return min(approved, default=None)
