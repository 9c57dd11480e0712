"""How far the work should have come by a day."""

from datetime import date

import pytest

from quotekit.advice.planned_work import period_ends, planned_progress
from tests.written_quotes import priced, task

MONDAY = date(2026, 4, 6)


@pytest.mark.parametrize(
    ("day", "percents"),
    [
        (date(2026, 4, 3), (0, 0, 0)),
        (date(2026, 4, 6), (50, 0, 0)),
        (date(2026, 4, 7), (100, 0, 100)),
        (date(2026, 4, 8), (100, 25, 100)),
        (date(2026, 4, 12), (100, 75, 100)),
        (date(2026, 4, 13), (100, 100, 100)),
        (date(2026, 5, 1), (100, 100, 100)),
    ],
)
def test_evenly_over_its_days(day: date, percents: tuple[int, ...]) -> None:
    """A task comes as far each of its working days; what takes no time is done on its day."""
    planned = priced(
        tasks=[
            task("a", days=2),
            task("b", days=4),
            {"id": "c", "expense": 10, "after": ["a"]},
        ],
        schedule={"start": MONDAY},
    )
    assert planned_progress(planned, day) == dict(zip("abc", percents, strict=True))


def test_thirds() -> None:
    """A share that never ends is cut so late that no amount shows it."""
    planned = priced(tasks=[task("a", days=3)], schedule={"start": MONDAY})
    third = planned_progress(planned, MONDAY)["a"]
    assert f"{third:.20f}" == "33.33333333333333333333"


def test_without_a_start() -> None:
    """Where no start is planned, nobody knows how far the work should be."""
    assert planned_progress(priced(tasks=[task("a", days=2)]), MONDAY) == {}


@pytest.mark.parametrize(
    ("every", "ends"),
    [
        ("month", ["2026-02-27", "2026-03-30", "2026-04-29"]),
        ("quarter", ["2026-04-29", "2026-07-30", "2026-10-30"]),
        ("year", ["2027-01-30", "2028-01-30", "2029-01-30"]),
    ],
)
def test_periods(every: str, ends: list[str]) -> None:
    """A period ends on the day before the one on which it began, or at the end of a month."""
    begun = date(2026, 1, 31)
    care = {"id": "care", "price": 100, "every": every, "times": 3}
    planned = priced(tasks=[care], schedule={"start": begun, "workdays": ["sat"]})
    assert [f"{day}" for day in period_ends(planned)["care"]] == ends
    last = date.fromisoformat(ends[-1])
    assert planned_progress(planned, begun)["care"] == 0
    assert planned_progress(planned, last)["care"] == 100


def test_periods_end_with_the_calendar() -> None:
    """Nothing is planned beyond the last year that there is."""
    care = {"id": "care", "price": 100, "every": "year", "times": 9000}
    planned = priced(tasks=[care], schedule={"start": date(9990, 1, 4)})
    assert len(period_ends(planned)["care"]) == 9
