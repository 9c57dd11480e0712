"""What a change order does to the working calendar."""

from collections.abc import Iterator

from babel.dates import get_day_names

from quotekit.quotes import Schedule
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.sheet import Sheet

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def schedule(sheet: OrderSheet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Say when work begins, how long a day is, and which days nobody works, where that moves."""
    old, new = (dict(_said(side)) for side in (sheet.before, sheet.after))
    for label in dict.fromkeys((*old, *new)):
        before, after = old.get(label, ""), new.get(label, "")
        if before != after:
            yield label, (sheet.moved(before, after),)


def _said(side: Sheet) -> Iterator[tuple[str, str]]:
    wording, formats = side.wording, side.formats
    stated = side.quote.schedule
    plan = Schedule() if stated is None else stated
    if plan.start is not None:
        yield wording.say("Work begins"), formats.date(plan.start)
    hours = side.quantities.said(plan.hours_per_day, "hour")
    yield wording.say("Hours of a working day"), hours
    names = get_day_names("abbreviated", locale=formats.locale)
    days = [names[at] for at, day in enumerate(_WEEK) if day in plan.workdays]
    yield wording.say("Working days"), wording.listed(days)
    if plan.holidays is not None:
        free = [*plan.holidays.regions, *map(formats.short_date, plan.holidays.days)]
        yield wording.say("Holidays kept"), wording.listed(free)
