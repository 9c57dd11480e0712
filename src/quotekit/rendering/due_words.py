"""When an instalment falls due, in words."""

from datetime import date

from quotekit.pricing import Instalment
from quotekit.quotes import Due
from quotekit.rendering.sheet import Sheet


def due_text(sheet: Sheet, instalment: Instalment, known: date | None = None) -> str:
    """Say when an instalment falls due, with the planned day, or the `known` one if it is known."""
    wording, formats = sheet.wording, sheet.formats
    due = instalment.due
    if due is None:
        return ""
    if due.date is not None:
        return wording.say("by {day}", day=formats.date(due.date))
    if due.before is not None:
        text = _before_start(sheet, due)
    else:
        text = _end_of_month(sheet, due, _after(sheet, due))
    if known is not None:
        return wording.say("{due} (falls due on {day})", due=text, day=formats.date(known))
    if instalment.date is None:
        return text
    return wording.say("{due} (planned: {day})", due=text, day=formats.date(instalment.date))


def _before_start(sheet: Sheet, due: Due) -> str:
    if due.days == 0:
        return sheet.wording.say("before work begins")
    return sheet.wording.say_count(
        "{count} day before work begins", "{count} days before work begins", due.days,
        count=sheet.formats.number(due.days),
    )  # fmt: skip


def _after(sheet: Sheet, due: Due) -> str:
    wording = sheet.wording
    count = sheet.formats.number(due.days)
    if due.after == "acceptance":
        if due.days == 0:
            return wording.say("on acceptance of the quote")
        return wording.say_count(
            "within {count} day of acceptance of the quote",
            "within {count} days of acceptance of the quote",
            due.days, count=count,
        )  # fmt: skip
    if due.after == "delivery":
        if due.days == 0:
            return wording.say("on delivery")
        return wording.say_count(
            "within {count} day of delivery", "within {count} days of delivery", due.days,
            count=count,
        )  # fmt: skip
    task = sheet.named(str(due.after))
    if due.days == 0:
        return wording.say("on approval of “{task}”", task=task)
    return wording.say_count(
        "within {count} day of approval of “{task}”", "within {count} days of approval of “{task}”",
        due.days, count=count, task=task,
    )  # fmt: skip


def _end_of_month(sheet: Sheet, due: Due, text: str) -> str:
    wording = sheet.wording
    months = due.end_of_month
    if months is None:
        return text
    if months == 0:
        return wording.say("{due}, by the end of that month", due=text)
    if months == 1:
        return wording.say("{due}, by the end of the following month", due=text)
    return wording.say_count(
        "{due}, by the end of the month {count} month later",
        "{due}, by the end of the month {count} months later",
        months, due=text, count=sheet.formats.number(months),
    )  # fmt: skip
