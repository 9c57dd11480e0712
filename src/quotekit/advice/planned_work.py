"""How far the work should have come by a day, as the timeline plans it."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta
from decimal import Decimal

from quotekit.pricing import PricedQuote, WorkingCalendar
from quotekit.quotes import Schedule
from quotekit.values import HUNDRED, ZERO, divided

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_YEAR = 12
_DAY = timedelta(days=1)


def plan_calendar(priced: PricedQuote) -> WorkingCalendar | None:
    """Return the calendar that the work is planned in, None where no start is."""
    schedule = priced.quote.schedule or Schedule()
    if schedule.start is None:
        return None
    return WorkingCalendar(schedule, schedule.start, priced.holidays)


def period_ends(priced: PricedQuote) -> dict[str, tuple[date, ...]]:
    """Return the last day of each period of what recurs so many times, from the day it starts.

    Days beyond the calendar are left out.
    """
    starts = {} if priced.timeline is None else {one.id: one.start for one in priced.timeline.tasks}
    return {
        line.id: tuple(_ends(starts[line.id], _MONTHS[line.task.every], line.task.times))
        for line in priced.lines
        if line.id in starts and line.task.every is not None and line.task.times is not None
    }


def _ends(start: date, months: int, times: int) -> Iterator[date]:
    for period in range(1, times + 1):
        years, month = divmod(start.month - 1 + months * period, _YEAR)
        year = start.year + years
        if year > MAXYEAR:
            return
        day = min(start.day, monthrange(year, month + 1)[1])
        yield date(year, month + 1, day) - _DAY


def planned_progress(priced: PricedQuote, on: date) -> dict[str, Decimal]:
    """Return how far each task should have come by the end of a day, evenly over its days.

    What recurs so many times comes on period by period, as each of them is over. In percent;
    nothing where no start is planned.
    """
    calendar, timeline = plan_calendar(priced), priced.timeline
    if calendar is None or timeline is None:
        return {}
    today = calendar.number(on)
    times = {line.id: line.task.times for line in priced.lines if line.task.times is not None}
    ends = period_ends(priced)
    found = {}
    for task in timeline.tasks:
        if task.id in times:
            over = sum(end <= on for end in ends[task.id])
            found[task.id] = divided(HUNDRED * over, Decimal(times[task.id])) if over else ZERO
            continue
        first, last = calendar.number(task.start), calendar.number(task.finish)
        days = Decimal(last - first + 1)
        done = Decimal(min(max(today - first + 1, 0), last - first + 1))
        found[task.id] = divided(HUNDRED * done, days) if done else ZERO
    return found
