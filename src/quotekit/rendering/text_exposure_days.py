"""Paid, earned and exposed day by day, as a table, and as a chart of bars."""

from collections.abc import Iterator

from quotekit.advice import ExposedDay, Exposure
from quotekit.rendering.blocks import GAP, Block, Heading, Ledger, Words
from quotekit.rendering.cells import cells, padded, widest
from quotekit.rendering.columns import SPACE
from quotekit.rendering.sheet import Sheet

_BAR = "█"
_LEAST, _MOST = 8, 48
"""Cells of the longest bar: a shorter chart shows nothing, a longer one no more."""
_MOST_BARS = 60


def day_by_day(sheet: Sheet, found: Exposure, width: int) -> Iterator[Block]:
    """Write the days on which work is planned or payments fall due, and the largest exposure."""
    wording, formats = sheet.wording, sheet.formats
    yield GAP
    if not found.days:
        yield Words(wording.say("Nothing is planned by day: neither work nor payments."))
        return
    columns = (
        wording.say_in("of money", "Paid"),
        wording.say_in("of money", "Earned"),
        wording.say_in("column of amounts", "Not earned"),
    )
    yield Ledger(wording.say("Day by day, as planned"), columns, strong=True)
    for day in found.days:
        amounts = (
            formats.money(day.paid),
            formats.money(day.earned),
            formats.money(day.exposure),
        )
        yield Ledger(formats.short_date(day.on), amounts, 2)
    yield GAP
    yield Words(
        wording.say(
            "As planned, each payment comes on the day it falls due, and each task is done evenly "
            "over its days."
        )
    )
    if found.peak.exposure.is_zero():
        yield Words(wording.say("On no day is more paid than earned."))
        return
    yield GAP
    yield Heading(wording.say("What is paid and not earned"))
    yield from _chart(sheet, found, width)
    yield GAP
    yield Words(
        wording.say(
            "The most is {amount}, on {day}.",
            amount=formats.money(found.peak.exposure),
            day=formats.date(found.peak.on),
        )
    )


def _chart(sheet: Sheet, found: Exposure, width: int) -> Iterator[str]:
    """Set a bar for each day, today among them, with its amount behind it where there is room."""
    now = ExposedDay(found.on, found.paid, found.earned, found.exposure)
    days = [(day.on, day, "") for day in _drawn(found)]
    today = sheet.wording.say_in("a bar of a chart", "today")
    days = sorted([*days, (now.on, now, today)], key=lambda one: (one[0], one[2]))
    labels = [label or sheet.formats.short_date(day.on) for _, day, label in days]
    amounts = [sheet.formats.money(day.exposure) for _, day, _ in days]
    column, widest_amount = widest(labels), widest(amounts)
    room = width - column - SPACE
    beside = room - widest_amount - SPACE >= _LEAST
    if beside:
        room -= widest_amount + SPACE
    room = min(room, _MOST)
    for (_, day, _), label, amount in zip(days, labels, amounts, strict=True):
        bar = _bar(found, day, room)
        line = padded(label, column) + " " * SPACE + bar
        if beside:
            line += " " * (room - cells(bar) + SPACE + widest_amount - cells(amount)) + amount
        yield line.rstrip(" ")


def _drawn(found: Exposure) -> list[ExposedDay]:
    """Return the days that have a bar: the worst one, and of a long job only every so many."""
    apart = -(-len(found.days) // _MOST_BARS)
    return [day for at, day in enumerate(found.days) if day is found.peak or at % apart == 0]


def _bar(found: Exposure, day: ExposedDay, room: int) -> str:
    """Return a bar in proportion; whatever is above zero shows."""
    length = found.part_of_peak(day) * room
    return _BAR * (0 if length.is_zero() else max(1, round(length)))
