"""How far the work should have come by a day, as the timeline plans it."""

from datetime import date
from decimal import Decimal

from quotekit.pricing import PricedQuote, WorkingCalendar
from quotekit.quotes import Schedule
from quotekit.values import HUNDRED, ZERO, divided


def plan_calendar(priced: PricedQuote) -> WorkingCalendar | None:
    """Return the calendar that the work is planned in, None where no start is."""
    schedule = priced.quote.schedule or Schedule()
    if schedule.start is None:
        return None
    return WorkingCalendar(schedule, schedule.start, priced.holidays)


def planned_progress(priced: PricedQuote, on: date) -> dict[str, Decimal]:
    """Return how far each task should have come by the end of a day, evenly over its days.

    In percent; nothing where no start is planned.
    """
    calendar, timeline = plan_calendar(priced), priced.timeline
    if calendar is None or timeline is None:
        return {}
    today = calendar.number(on)
    found = {}
    for task in timeline.tasks:
        first, last = calendar.number(task.start), calendar.number(task.finish)
        days = Decimal(last - first + 1)
        done = Decimal(min(max(today - first + 1, 0), last - first + 1))
        found[task.id] = divided(HUNDRED * done, days) if done else ZERO
    return found
