"""Due dates: calendar days from events that the plan knows."""

from datetime import date
from typing import Any

import pytest

from quotekit.errors import UnpriceableError
from tests.written_quotes import priced, task


def due(start: str | None = "2026-04-07", **keys: Any) -> date | None:
    """Return the planned day of a payment due so; the work is done on 7 and on 8 April."""
    schedule = {"start": start} if start else {}
    tasks = [task("a", days=1), task("b", days=1), task("o", option="gold")]
    payments = [{"id": "all", "percent": 100, "due": keys}]
    return priced(tasks=tasks, schedule=schedule, payments=payments).instalments[0].date


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ({"after": "delivery"}, "2026-04-08"),
        ({"after": "delivery", "days": 14}, "2026-04-22"),
        ({"after": "a"}, "2026-04-07"),
        ({"after": "a", "days": 4}, "2026-04-11"),
        ({"before": "start", "days": 14}, "2026-03-24"),
        ({"before": "start"}, "2026-04-07"),
        ({"date": "2026-05-01"}, "2026-05-01"),
        ({"after": "delivery", "end_of_month": 0}, "2026-04-30"),
        ({"after": "delivery", "end_of_month": 1}, "2026-05-31"),
        ({"after": "delivery", "days": 30, "end_of_month": 0}, "2026-05-31"),
        ({"after": "delivery", "end_of_month": 10}, "2027-02-28"),
        ({"after": "delivery", "end_of_month": 22}, "2028-02-29"),
        ({"after": "delivery", "end_of_month": 8}, "2026-12-31"),
    ],
)
def test_due_date_is_planned(keys: dict[str, Any], day: str) -> None:
    """Days are calendar days, then comes the end of the month."""
    assert due(**keys) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("start", "keys"),
    [
        ("2026-04-07", {"after": "acceptance", "days": 14}),
        ("2026-04-07", {"after": "o"}),
        (None, {"after": "delivery"}),
        (None, {"after": "a"}),
        (None, {"before": "start"}),
    ],
)
def test_unknown_day_stays_unknown(start: str | None, keys: dict[str, Any]) -> None:
    """Acceptance has not happened, and without a start nothing has a date."""
    assert due(start, **keys) is None


def test_fixed_date_needs_no_plan() -> None:
    """It is what it is."""
    assert due(None, date="2026-05-01") == date(2026, 5, 1)


def test_payment_without_due_has_no_date() -> None:
    """Nobody said when."""
    found = priced(tasks=[task("a")], payments=[{"id": "all", "percent": 100}])
    assert found.instalments[0].date is None


@pytest.mark.parametrize(
    "keys",
    [
        {"after": "delivery", "days": 999_999_999},
        {"after": "delivery", "end_of_month": 999_999_999},
        {"before": "start", "days": 999_999_999},
    ],
)
def test_day_beyond_the_calendar_is_refused(keys: dict[str, Any]) -> None:
    """A slip in the days is told, and is no crash."""
    with pytest.raises(UnpriceableError) as error:
        due(**keys)
    key = "end_of_month" if "end_of_month" in keys else "days"
    assert str(error.value) == (
        f"payments[0].due.{key}: a due date lies beyond any calendar; check its days"
    )
    assert error.value.faults[0].value == "999999999"
