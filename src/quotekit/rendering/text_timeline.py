"""The timeline: when work begins and ends, and which task is done on which days."""

from collections.abc import Iterator

from quotekit.pricing import Line, TaskDates, WorkingCalendar
from quotekit.rendering.blocks import GAP, Block, Field, Heading, Words
from quotekit.rendering.sheet import Sheet


def timeline(sheet: Sheet) -> Iterator[Block]:
    """Write start, finish and working days, and the days of each task that takes time."""
    plan = sheet.priced.timeline
    if plan is None:
        return
    wording, formats = sheet.wording, sheet.formats
    days = sheet.quantities.working_days(plan.working_days)
    yield GAP
    yield Heading(wording.say("Timeline"))
    if plan.start is None or plan.finish is None:
        yield Words(wording.say("The work takes {days}.", days=days), indent=2)
        return
    yield Words(
        wording.say(
            "Work begins on {start} and is finished on {finish} ({days}).",
            start=formats.date(plan.start),
            finish=formats.date(plan.finish),
            days=days,
        ),
        indent=2,
    )
    dates = {dated.id: dated for dated in plan.tasks}
    for section in sheet.numbering.sections:
        for number, line in section.numbered():
            dated = dates.get(line.id)
            if dated is not None and _takes_time(line):
                text = f"{sheet.numbering.mark(number)}{sheet.titled(line)}"
                yield Field(formats.span(dated.start, dated.finish), (text,), indent=2)


def working_time(sheet: Sheet, line: Line) -> str:
    """Say how long a task takes: the days or hours it states, else the days it is planned on."""
    task = line.task
    if task.days is not None:
        return "" if task.days.is_zero() else sheet.quantities.working_days(task.days)
    if task.effort is not None:
        return sheet.quantities.said(task.effort, "hour")
    schedule, dated = sheet.quote.schedule, planned(sheet, line)
    if schedule is None or dated is None:
        return ""
    calendar = WorkingCalendar(schedule, dated.start, sheet.priced.holidays)
    return sheet.quantities.working_days(calendar.number(dated.finish))


def planned(sheet: Sheet, line: Line) -> TaskDates | None:
    """Return the days on which a task is planned, None where there are none or it takes none."""
    plan = sheet.priced.timeline
    if plan is None or not _takes_time(line):
        return None
    return next((dated for dated in plan.tasks if dated.id == line.id), None)


def _takes_time(line: Line) -> bool:
    task = line.task
    if task.days is not None:
        return not task.days.is_zero()
    return task.effort is not None or line.unit in {"hour", "day"}
