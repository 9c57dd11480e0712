"""When instalments fall due, as far as the plan can tell."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from quotekit.errors import Fault, UnpriceableError
from quotekit.pricing.plan import Timeline
from quotekit.quotes import Due, Schedule

_MONTHS = 12
_BEYOND = Fault("due_out_of_calendar", "a due date lies beyond any calendar", "check its days")


def due_date(
    at: int, due: Due | None, schedule: Schedule | None, timeline: Timeline | None
) -> date | None:
    """Return the planned day the instalment at a position falls due, None where it is not known.

    `days` are calendar days; `delivery` is the finish of the work; acceptance is not known until
    it happens. Raises `UnpriceableError` for a day beyond the calendar.
    """
    if due is None:
        return None
    if due.date is not None:
        return due.date
    try:
        return _after_event(due, schedule, timeline)
    except (OverflowError, ValueError):
        key = "end_of_month" if due.end_of_month else "days"
        fault = replace(_BEYOND, value=str(getattr(due, key)))
        raise UnpriceableError(fault.at("payments", at, "due", key)) from None


def _after_event(due: Due, schedule: Schedule | None, timeline: Timeline | None) -> date | None:
    if due.before is not None:
        start = schedule.start if schedule is not None else None
        return None if start is None else start - timedelta(days=due.days)
    event = _planned(due.after, timeline)
    return None if event is None else _moved(event, due)


def due_after(event: date, due: Due) -> date:
    """Return the day on which an instalment falls due after something that happened on a day.

    `days` are calendar days; `end_of_month` moves the day to the end of that month after it.
    Raises `UnpriceableError` for a day beyond the calendar.
    """
    try:
        return _moved(event, due)
    except (OverflowError, ValueError):
        raise UnpriceableError(_BEYOND.at("payments")) from None


def _moved(event: date, due: Due) -> date:
    day = event + timedelta(days=due.days)
    if due.end_of_month is None:
        return day
    years, month = divmod(day.month - 1 + due.end_of_month, _MONTHS)
    year = day.year + years
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _planned(event: str | None, timeline: Timeline | None) -> date | None:
    if timeline is None:
        return None
    if event == "delivery":
        return timeline.finish
    return next((task.finish for task in timeline.tasks if task.id == event), None)
