"""The timeline: when each task begins and ends, one person doing the work."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from quotekit.errors import Fault, InvalidInputError, UnpriceableError
from quotekit.pricing.plan import TaskDates, Timeline
from quotekit.pricing.priced_line import Line
from quotekit.quotes import Quote, Schedule, predecessors, references
from quotekit.values import ZERO, divided, plain, rounded

_HUNDREDTH = Decimal("0.01")


def timeline_of(quote: Quote, lines: Sequence[Line], holidays: frozenset[date]) -> Timeline | None:
    """Plan the counted tasks, in working days from the quote's start.

    A task from b to e starts on day ⌊b⌋ + 1 and finishes on day ⌈e⌉; one without work bears day
    max(1, ⌈b⌉). None where there is neither work nor a start.
    """
    schedule = quote.schedule if quote.schedule is not None else Schedule()
    spans = _spans(quote, lines, schedule.hours_per_day)
    worked = any(
        begin != end for (begin, end), line in zip(spans, lines, strict=True) if line.counted
    )
    if not worked and schedule.start is None:
        return None
    latest = max(
        (end for (_, end), line in zip(spans, lines, strict=True) if line.counted), default=ZERO
    )
    working_days = _ceiling(latest)
    if schedule.start is None:
        return Timeline(working_days, None, None, ())
    calendar = WorkingCalendar(schedule, schedule.start, holidays)
    tasks = tuple(
        _dated(at, line, spans[at], calendar) for at, line in enumerate(lines) if line.counted
    )
    return Timeline(working_days, calendar.day(1), calendar.day(max(1, working_days)), tasks)


def _dated(
    at: int, line: Line, span: tuple[Decimal, Decimal], calendar: "WorkingCalendar"
) -> TaskDates:
    """Find the dates of a task; work that leads beyond the calendar is told at what states it."""
    first, last = _first(*span), max(1, _ceiling(span[1]))
    try:
        return TaskDates(line.id, calendar.day(first), calendar.day(last))
    except UnpriceableError as error:
        keys = ("days", "effort", "estimate", "quantity")
        key = next(key for key in keys if getattr(line.task, key) is not None)
        stated = getattr(line.task, key)
        value = plain(stated) if isinstance(stated, Decimal) else None
        fault = replace(error.faults[0], keys=(), value=value)
        raise UnpriceableError(fault.at("tasks", at, key)) from None


def _first(begin: Decimal, end: Decimal) -> int:
    if begin == end:
        return max(1, _ceiling(begin))
    return int(begin.to_integral_value(ROUND_FLOOR)) + 1


def _ceiling(number: Decimal) -> int:
    return int(number.to_integral_value(ROUND_CEILING))


def work(line: Line, hours_per_day: Decimal) -> Decimal:
    """Return the work of a task in working days, rounded to 0.01."""
    task = line.task
    if task.days is not None:
        days = task.days
    elif task.effort is not None:
        days = divided(task.effort, hours_per_day)
    elif line.unit == "hour":
        days = divided(line.quantity, hours_per_day)
    else:
        days = line.quantity if line.unit == "day" else ZERO
    return rounded(days, _HUNDREDTH) if days > 0 else ZERO


def _spans(
    quote: Quote, lines: Sequence[Line], hours_per_day: Decimal
) -> list[tuple[Decimal, Decimal]]:
    waits = predecessors(quote.tasks, quote.selected)
    spans: list[tuple[Decimal, Decimal] | None] = [None] * len(lines)
    for start in range(len(lines)):
        # A task may wait for one written later, so that those it waits for go first.
        way = [start]
        begun: set[int] = set()
        while way:
            at = way[-1]
            if spans[at] is not None:
                way.pop()
                continue
            open_ones = [other for other in waits[at] if spans[other] is None]
            if open_ones:
                begun.add(at)
                if not begun.isdisjoint(open_ones):
                    # A quote whose references were left unchecked waits for itself.
                    raise InvalidInputError(*references(quote))
                way.extend(open_ones)
                continue
            begin = max((span[1] for other in waits[at] if (span := spans[other])), default=ZERO)
            length = work(lines[at], hours_per_day) if lines[at].counted else ZERO
            spans[at] = (begin, begin + length)
            way.pop()
    return [span for span in spans if span is not None]


class WorkingCalendar:
    """Count working days from a start: weekends and holidays are skipped."""

    def __init__(self, schedule: Schedule, start: date, holidays: frozenset[date]) -> None:
        """Take the working week, the day from which to count, and the days off."""
        names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        self._week = [names.index(name) for name in names if name in schedule.workdays]
        self._start = start
        self._free = sorted(
            self._number(day) for day in holidays if day >= start and day.weekday() in self._week
        )

    def day(self, number: int) -> date:
        """Return the date of the working day with that number, 1 being the first."""
        at = number
        while (shifted := number + bisect_right(self._free, at)) != at:
            at = shifted
        return self._workday(at)

    def number(self, day: date) -> int:
        """Return how many working days lie from the start to a day, both included."""
        if day < self._start:
            return 0
        at = self._number(day) if day.weekday() in self._week else self._before(day)
        return at - bisect_right(self._free, at)

    def _before(self, day: date) -> int:
        while day >= self._start and day.weekday() not in self._week:
            day -= timedelta(days=1)
        return self._number(day) if day >= self._start else 0

    def _workday(self, at: int) -> date:
        weeks, rest = divmod(at - 1, len(self._week))
        # Days of the week that are worked, as distances from the start, in order.
        ahead = sorted((weekday - self._start.weekday()) % 7 for weekday in self._week)
        try:
            return self._start + timedelta(days=7 * weeks + ahead[rest])
        except OverflowError:
            raise UnpriceableError(
                Fault(
                    "too_much_work",
                    f"the work would take {at} working days, beyond any calendar",
                    "check quantities, days and effort",
                ).at("tasks")
            ) from None

    def _number(self, day: date) -> int:
        weeks, rest = divmod((day - self._start).days, 7)
        ahead = sum((weekday - self._start.weekday()) % 7 <= rest for weekday in self._week)
        return weeks * len(self._week) + ahead
