"""Days are dates of the calendar, written as ISO 8601 has them."""

import datetime

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from quotekit.values import Day, calendar_day

DAY: TypeAdapter[datetime.date] = TypeAdapter(Day)


def no(value: object) -> tuple[str, str]:
    """Return fact and remedy of a refusal."""
    with pytest.raises(PydanticCustomError) as refusal:
        calendar_day(value)
    context = refusal.value.context or {}
    assert context["code"] == "not_a_date"
    return context["fact"], context["remedy"]


def test_day_is_read_from_text() -> None:
    """A day is written year, month, day."""
    assert calendar_day("2026-03-02") == datetime.date(2026, 3, 2)


def test_day_of_python_is_taken() -> None:
    """A date is a day."""
    assert calendar_day(datetime.date(2026, 3, 2)) == datetime.date(2026, 3, 2)


def test_time_of_python_is_refused() -> None:
    """A time names a zone or hides one, and a day has none."""
    moment = datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)
    assert no(moment)[1] == "write it like 2026-03-02"


@pytest.mark.parametrize("text", ["2026-13-45", "2026-02-29", "2026-00-01", "2026-04-31"])
def test_day_outside_the_calendar_is_refused(text: str) -> None:
    """A day that no calendar has is named."""
    assert no(text) == (f'"{text}" is not a day of the calendar', "check month and day")


def test_leap_day_is_a_day() -> None:
    """2028 has a 29 February."""
    assert calendar_day("2028-02-29") == datetime.date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2.3.2026", "write it like 2026-03-02"),
        ("02/03/2026", "write it like 2026-03-02"),
        ("2026/3/2", "write it like 2026-03-02"),
        ("2026-3-2", "write it like 2026-03-02"),
        ("3/17/2026", "write year, month and day, like 2026-03-02"),
        ("20260302", "write it like 2026-03-02"),
        ("2026-03-02T00:00:00Z", "write it like 2026-03-02"),
        ("２０２６-03-02", "write it like 2026-03-02"),
        ("2026-03-02\n", "write it like 2026-03-02"),
        ("tomorrow", "write it like 2026-03-02"),
        ("0", "write it like 2026-03-02"),
    ],
)
def test_other_spelling_is_refused(text: str, remedy: str) -> None:
    """A day spelled as a country does is told how to be written."""
    assert no(text)[1] == remedy


@pytest.mark.parametrize("value", [0, None, [], 20260302])
def test_what_is_no_text_is_refused(value: object) -> None:
    """0 is no day of 1970."""
    assert no(value)[1] == "write it like 2026-03-02"


def test_day_long_ago_is_refused() -> None:
    """A year that lacks a digit is seen."""
    assert no("0206-03-02") == ('"0206-03-02" is too long ago', "check the year")


def test_day_is_written_as_it_is_read() -> None:
    """In JSON a day is its ISO text."""
    assert DAY.dump_python(datetime.date(2026, 3, 2), mode="json") == "2026-03-02"


def test_refusal_reaches_a_model() -> None:
    """pydantic carries the refusal as one of its own."""
    with pytest.raises(ValidationError, match="2026-13-45"):
        DAY.validate_python("2026-13-45")
