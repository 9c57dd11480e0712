"""What the client still owes the job: items to supply, how late, and what that moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quotekit.pricing import PricedQuote, WorkingCalendar, reprice
from quotekit.quotes import Quote, Schedule, ScopeItem, Task, predecessors
from quotekit.record.standing import State

_WAITING = "CO-waiting"


@dataclass(frozen=True, slots=True)
class Owed:
    """Say what the client was to supply, by when, and by how many working days it is overdue.

    `moves` is by how many working days that alone moves the finish date; None where the item
    belongs to no task or no start is planned.
    """

    item: str
    by: date | None
    task: str | None
    overdue: int
    moves: int | None


def owed(priced: PricedQuote, state: State, on: date) -> tuple[Owed, ...]:
    """Return what the client was to supply and has not supplied by a day."""
    return tuple(_owed(priced, state, on))


def _owed(priced: PricedQuote, state: State, on: date) -> Iterator[Owed]:
    schedule = priced.quote.schedule or Schedule()
    for item in priced.quote.scope:
        came = state.received.get(item.item)
        if item.answer == "client_supplies" and (came is None or came > on):
            overdue = 0
            if item.by is not None and item.by < on:
                calendar = WorkingCalendar(schedule, item.by, priced.holidays)
                overdue = calendar.number(on) - calendar.number(item.by)
            yield Owed(item.item, item.by, item.task, overdue, _moves(priced, item, on, overdue))


def _moves(priced: PricedQuote, item: ScopeItem, on: date, overdue: int) -> int | None:
    """Return how far the finish moves if the task of an item cannot begin before a day is over."""
    timeline, schedule = priced.timeline, priced.quote.schedule
    if item.task is None or timeline is None or schedule is None or schedule.start is None:
        return None
    if not overdue:
        return 0
    calendar = WorkingCalendar(schedule, schedule.start, priced.holidays)
    waited = reprice(priced, _waiting(priced.quote, item.task, calendar.number(on)))
    later = waited.timeline
    return None if later is None else later.working_days - timeline.working_days


def _waiting(quote: Quote, name: str, days: int) -> Quote:
    """Return the quote with a task of so many days that another one waits for."""
    waits = predecessors(quote.tasks, quote.selected)
    tasks = []
    for task, before in zip(quote.tasks, waits, strict=True):
        if task.id == name:
            stated = {key: task.__dict__[key] for key in task.model_fields_set}
            after = (*(quote.tasks[at].id for at in before), _WAITING)
            tasks.append(Task.model_validate({**stated, "id": task.id, "after": after}))
        else:
            tasks.append(task)
    # At the end, so that no other task begins after it by its mere place.
    tasks.append(Task.model_validate({"id": _WAITING, "price": 0, "days": days, "after": ()}))
    data = {key: getattr(quote, key) for key in Quote.model_fields}
    stated = {key: value for key, value in data.items() if value is not None}
    return Quote.model_validate({**stated, "tasks": tuple(tasks), "payments": ()})
