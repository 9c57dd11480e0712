"""How far the work should have come by a day."""

from datetime import date

import pytest

from quotekit.advice import planned_progress
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
