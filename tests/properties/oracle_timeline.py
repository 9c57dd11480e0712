"""The oracle's reading of the timeline: when each counted task begins and ends."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any

from tests.properties.oracle_lines import Line
from tests.properties.oracle_money import ZERO, number, to_multiple

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass
class Timeline:
    """Where each counted task stands, in working days from the start."""

    working_days: int
    days: list[date] = field(default_factory=list)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def finish_of(self, task: str) -> date | None:
        """Give the date on which a counted task finishes, where there are dates."""
        if not self.days or task not in self.spans:
            return None
        return self.days[self.spans[task][1] - 1]

    @property
    def finish(self) -> date | None:
        """Give the date of delivery, where there are dates."""
        return self.days[max(1, self.working_days) - 1] if self.days else None

    def row(self) -> dict[str, Any]:
        """Give the timeline as the result writes it."""
        tasks = []
        if self.days:
            tasks = [
                {
                    "id": task,
                    "start": self.days[first - 1].isoformat(),
                    "finish": self.days[last - 1].isoformat(),
                }
                for task, (first, last) in self.spans.items()
            ]
        return {
            "working_days": self.working_days,
            "start": self.days[0].isoformat() if self.days else None,
            "finish": self.finish.isoformat() if self.finish else None,
            "tasks": tasks,
        }


def work_of(line: Line, hours_per_day: Fraction) -> Fraction:
    """Give the work of a line in working days, rounded to 0.01."""
    if "days" in line.task:
        work = number(line.task["days"])
    elif "effort" in line.task:
        work = number(line.task["effort"]) / hours_per_day
    elif line.unit == "hour":
        work = line.quantity / hours_per_day
    elif line.unit == "day":
        work = line.quantity
    else:
        return ZERO
    return max(ZERO, to_multiple(work, Fraction(1, 100)))


def timeline_of(
    document: dict[str, Any], lines: list[Line], holidays: AbstractSet[date]
) -> Timeline | None:
    """Lay out the counted tasks; None where there is neither work nor a start."""
    schedule = document.get("schedule", {})
    hours = number(schedule.get("hours_per_day", 8))
    works = {line.id: work_of(line, hours) for line in lines if line.counted}
    if not any(works.values()) and "start" not in schedule:
        return None
    ends: dict[str, Fraction] = {}
    spans: dict[str, tuple[int, int]] = {}
    for line in lines:
        if line.counted:
            begin = _release(lines, line.id, works, ends)
            end = _end(lines, line.id, works, ends)
            first = floor(begin) + 1 if works[line.id] else max(1, ceil(begin))
            spans[line.id] = (first, ceil(end) if works[line.id] else first)
    working_days = ceil(max(ends.values(), default=ZERO))
    days: list[date] = []
    if "start" in schedule:
        workdays = schedule.get("workdays", _WEEK[:5])
        day = date.fromisoformat(schedule["start"])
        while len(days) < max(1, working_days):
            if _WEEK[day.weekday()] in workdays and day not in holidays:
                days.append(day)
            day += timedelta(days=1)
    return Timeline(working_days, days, spans)


def _end(
    lines: list[Line], task: str, works: dict[str, Fraction], ends: dict[str, Fraction]
) -> Fraction:
    if task not in ends:
        ends[task] = _release(lines, task, works, ends) + works[task]
    return ends[task]


def _release(
    lines: list[Line], task: str, works: dict[str, Fraction], ends: dict[str, Fraction]
) -> Fraction:
    """Give the moment from which a task may begin, be it counted or not."""
    place = next(index for index, line in enumerate(lines) if line.id == task)
    if "after" not in lines[place].task:
        before = [line.id for line in lines[:place] if line.counted]
        return _end(lines, before[-1], works, ends) if before else ZERO
    moments = (
        (_end if other in works else _release)(lines, other, works, ends)
        for other in lines[place].task["after"]
    )
    return max(moments, default=ZERO)
