"""The timeline: one person, working days, weekends and holidays."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from quotekit.errors import UnpriceableError
from quotekit.pricing import Timeline, price
from tests.written_quotes import at_rate, quote, task

TUESDAY = "2026-04-07"


def plan(
    *tasks: dict[str, Any],
    start: str | None = TUESDAY,
    off: Iterable[date] | None = None,
    keys: dict[str, Any] | None = None,
    **schedule: Any,
) -> Timeline | None:
    """Return the timeline of some tasks."""
    rates = {"work": {"price": 1, "unit": "hour"}, "daily": {"price": 1, "unit": "day"}}
    stated = {**schedule, "start": start} if start else schedule
    document = quote(tasks=list(tasks), rates=rates, schedule=stated, **(keys or {}))
    return price(document, holidays=off).timeline


def spans(found: Timeline | None) -> dict[str, tuple[int, int]]:
    """Return for each task the days of April on which it starts and finishes."""
    assert found is not None
    assert all(task.start.month == task.finish.month == 4 for task in found.tasks)
    return {task.id: (task.start.day, task.finish.day) for task in found.tasks}


@pytest.mark.parametrize(
    ("one", "days"),
    [
        (task("a", days=3), 3),
        (task("a", days="2.1"), 3),
        (task("a", effort=16), 2),
        (task("a", effort="16.1"), 3),
        (task("a", effort=20, days=1), 1),
        (at_rate("a", "24"), 3),
        ({"id": "a", "rate": "daily", "quantity": 4}, 4),
        (task("a", unit="hour", quantity=9), 2),
        (task("a", unit="page", quantity=90, days=1), 1),
        ({"id": "a", "rate": "work", "estimate": {"low": 8, "likely": 16, "high": 24}}, 2),
        (task("a", days="0.004", effort=80), 0),
    ],
)
def test_work_of_a_task(one: dict[str, Any], days: int) -> None:
    """`days`, else `effort` or a quantity in hours, else a quantity in days."""
    found = plan(one)
    assert found is not None
    assert found.working_days == days


def test_hours_of_a_day_are_those_of_the_schedule() -> None:
    """24 hours are four days of six."""
    found = plan(at_rate("a", "24"), hours_per_day=6)
    assert found is not None
    assert found.working_days == 4


def test_tasks_follow_one_another() -> None:
    """One person works; Saturday and Sunday are free."""
    assert spans(plan(task("a", days=2), task("b", days=3))) == {"a": (7, 8), "b": (9, 13)}


def test_task_begins_within_a_day() -> None:
    """What is left of a day belongs to the next task."""
    found = plan(task("a", days="1.5"), task("b", days="0.5"), task("c", days=1))
    assert spans(found) == {"a": (7, 8), "b": (8, 8), "c": (9, 9)}


def test_empty_after_begins_at_the_start() -> None:
    """Somebody else does it, or it runs beside."""
    assert spans(plan(task("a", days=2), task("b", days=1, after=[])))["b"] == (7, 7)


def test_after_waits_for_the_latest() -> None:
    """Of several predecessors the one that ends last counts."""
    found = plan(
        task("a", days=1),
        task("b", days=3, after=[]),
        task("c", days=1, after=["a", "b"]),
        task("d", days=1, after=["a"]),
    )
    assert spans(found) == {"a": (7, 7), "b": (7, 9), "c": (10, 10), "d": (8, 8)}


def test_after_may_name_a_later_task() -> None:
    """The order of work need not be that of the paper."""
    found = plan(task("a", days=1, after=["b"]), task("b", days=2, after=[]))
    assert spans(found) == {"a": (9, 9), "b": (7, 8)}


def test_task_that_does_not_count_passes_on_its_predecessors() -> None:
    """It takes no time, and what waits for it waits for what it waited for."""
    found = plan(
        task("a", days=2),
        task("o", days=5, option="gold"),
        task("b", days=1, after=["o"]),
        task("c", days=1),
    )
    assert spans(found) == {"a": (7, 8), "b": (9, 9), "c": (10, 10)}


def test_task_without_work_bears_the_day_of_its_turn() -> None:
    """Before anything it is the first day, after half a day that day, after a day that one."""
    found = plan(
        task("z"),
        task("a", days="0.5"),
        task("b"),
        task("c", days="0.5"),
        task("d"),
        task("e", days=1),
    )
    assert spans(found) == {
        "z": (7, 7),
        "a": (7, 7),
        "b": (7, 7),
        "c": (7, 7),
        "d": (7, 7),
        "e": (8, 8),
    }


def test_holidays_are_skipped() -> None:
    """Days off move the work on."""
    off = [date(2026, 4, 8), date(2026, 4, 9), date(2026, 4, 13), date(2026, 4, 12)]
    assert spans(plan(task("a", days=3), off=off)) == {"a": (7, 14)}


def test_start_on_a_holiday_is_moved_on() -> None:
    """Day 1 is the first working day on or after the start."""
    found = plan(task("a", days=1), start="2026-04-11", off=[date(2026, 4, 13)])
    assert found is not None
    assert (found.start, found.finish) == (date(2026, 4, 14), date(2026, 4, 14))


def test_holidays_of_the_quote_are_skipped() -> None:
    """Single days may stand in the schedule; those passed to `price` replace them."""
    assert spans(plan(task("a", days=2), holidays=["2026-04-08"])) == {"a": (7, 9)}
    assert spans(plan(task("a", days=2), holidays=["2026-04-08"], off=[])) == {"a": (7, 8)}


def test_working_week_may_be_any() -> None:
    """Three days a week, Saturday among them."""
    found = plan(task("a", days=4), workdays=["sat", "mon", "wed"])
    assert spans(found) == {"a": (8, 15)}


def test_without_a_start_only_the_number_is_given() -> None:
    """Nobody knows a date."""
    assert plan(task("a", days="2.5"), start=None) == Timeline(3, None, None, ())


def test_without_work_and_start_there_is_no_timeline() -> None:
    """There is nothing to tell."""
    assert plan(task("a"), start=None) is None


def test_start_alone_is_a_timeline() -> None:
    """No work takes no day, and is done on the first."""
    found = plan(task("a"))
    assert found is not None
    assert (found.working_days, found.start, found.finish) == (
        0,
        date(2026, 4, 7),
        date(2026, 4, 7),
    )


def test_long_work_skips_many_holidays() -> None:
    """A thousand working days with every Monday off is as if Mondays were not worked."""
    mondays = [date.fromordinal(date(2026, 4, 13).toordinal() + 7 * week) for week in range(400)]
    with_days_off = plan(task("a", days=1000), off=mondays)
    shorter = plan(task("a", days=1000), workdays=["tue", "wed", "thu", "fri"])
    assert with_days_off is not None
    assert shorter is not None
    assert with_days_off.finish == shorter.finish


def test_regions_that_nobody_looked_up_are_refused() -> None:
    """The core knows no calendar of its own."""
    with pytest.raises(UnpriceableError) as error:
        plan(task("a", days=1), holidays=["DE-BE", "FR"])
    assert str(error.value) == (
        "schedule.holidays: nobody has looked up the holidays of DE-BE, FR; "
        "read the quote with load_quote or parse_quote, or pass holidays="
    )


def test_regions_do_not_matter_without_a_start() -> None:
    """Only dates need holidays."""
    assert plan(task("a", days=1), start=None, holidays="DE") == Timeline(1, None, None, ())


@pytest.mark.parametrize(
    ("stated", "key", "value"),
    [
        (task("b", days=999_999_999), "days", "999999999"),
        (task("b", effort="99999999999"), "effort", "99999999999"),
        (at_rate("b", "99999999999"), "quantity", "99999999999"),
        (
            {
                "id": "b",
                "rate": "work",
                "estimate": dict.fromkeys(("low", "likely", "high"), 10**11),
            },
            "estimate",
            None,
        ),
    ],
)
def test_work_beyond_the_calendar_is_refused(
    stated: dict[str, Any], key: str, value: str | None
) -> None:
    """A slip in a quantity is told where it is written, and is no crash."""
    with pytest.raises(UnpriceableError, match="beyond any calendar; check quantities") as error:
        plan(task("a", days=1), stated)
    (fault,) = error.value.faults
    assert (fault.path, fault.value) == (f"tasks[1].{key}", value)
