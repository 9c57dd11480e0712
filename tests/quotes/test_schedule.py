"""The working calendar: hours, days and holidays."""

from datetime import date
from typing import Any

import pytest

from quotekit.errors import InvalidInputError
from quotekit.quotes import Holidays, Quote, Schedule, written
from tests.written_quotes import quote, said

NEW_YEAR = frozenset({date(2026, 1, 1)})


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {"hours_per_day": 25},
            "schedule: 25 hours make no day; write at most 24",
        ),
        (
            {"hours_per_day": 0},
            'schedule.hours_per_day: "0" is not above zero; write more than zero',
        ),
        (
            {"workdays": []},
            "schedule.workdays: workdays is empty or names a day twice; "
            "name each working day once, such as [mon, tue, wed]",
        ),
        (
            {"workdays": ["mon", "mon"]},
            "schedule.workdays: workdays is empty or names a day twice; "
            "name each working day once, such as [mon, tue, wed]",
        ),
        (
            {"workdays": ["monday"]},
            'schedule.workdays[0]: "monday" is not among the choices; '
            "write mon, tue, wed, thu, fri, sat or sun",
        ),
        (
            {"holidays": "Germany"},
            'schedule.holidays: "Germany" is no region of ISO 3166; '
            "write a code such as DE or DE-BE, or a list of codes and dates",
        ),
        (
            {"holidays": ["2026-13-45"]},
            'schedule.holidays: "2026-13-45" is not a day of the calendar; check month and day',
        ),
    ],
)
def test_schedule_keeps_its_rules(keys: dict[str, Any], message: str) -> None:
    """A day has 24 hours, and a week has some working day."""
    assert said(schedule=keys) == [message]


def test_schedule_has_defaults() -> None:
    """Eight hours, Monday to Friday."""
    stated = {"hours_per_day": 8, "workdays": ["mon", "tue", "wed", "thu", "fri"]}
    assert quote(schedule=stated).schedule == Schedule()


@pytest.mark.parametrize(
    ("stated", "regions", "days"),
    [
        ("DE-BE", ("DE-BE",), ()),
        ("DE", ("DE",), ()),
        (["DE-BE", "2026-04-10"], ("DE-BE",), (date(2026, 4, 10),)),
        ("2026-04-10", (), (date(2026, 4, 10),)),
        ([date(2026, 4, 10)], (), (date(2026, 4, 10),)),
    ],
)
def test_holidays_are_regions_and_days(
    stated: object, regions: tuple[str, ...], days: tuple[date, ...]
) -> None:
    """Codes and dates may stand side by side."""
    schedule = quote(schedule={"holidays": stated}).schedule
    assert schedule is not None
    assert schedule.holidays == Holidays(regions, days)


@pytest.mark.parametrize("stated", ["DE-BE", ["DE-BE", "2026-04-10"]])
def test_holidays_are_written_as_they_were_read(stated: object) -> None:
    """A single one needs no brackets."""
    assert written(quote(schedule={"holidays": stated}))["schedule"]["holidays"] == stated


def test_regions_are_looked_up_where_that_can_be_done() -> None:
    """From the year of the start on, each region in turn."""
    asked: list[tuple[str, int]] = []

    def look_up(region: str, year: int) -> frozenset[date]:
        asked.append((region, year))
        return NEW_YEAR

    data = {
        "number": "Q-1",
        "currency": "EUR",
        "tasks": [],
        "schedule": {"start": "2026-04-07", "holidays": ["DE", "FR", "2026-05-04"]},
    }
    read = Quote.model_validate(data, context={"holidays": look_up})
    assert asked == [("DE", 2026), ("FR", 2026)]
    assert read.schedule is not None
    assert read.schedule.holidays is not None
    assert read.schedule.holidays.dates() == NEW_YEAR | {date(2026, 5, 4)}
    assert read == Quote.model_validate(data)


def test_unknown_region_is_refused_with_its_reason() -> None:
    """Who looks up says what is wrong and what to do."""

    def look_up(region: str, year: int) -> frozenset[date]:  # noqa: ARG001 - as LookUp
        raise LookupError("nobody knows QQ", "write DE")

    data = {
        "number": "Q-1",
        "currency": "EUR",
        "tasks": [],
        "schedule": {"start": "2026-04-07", "holidays": "QQ"},
    }
    with pytest.raises(InvalidInputError) as refusal:
        Quote.model_validate(data, context={"holidays": look_up})
    assert str(refusal.value) == "schedule.holidays: nobody knows QQ; write DE"


def test_dates_are_unknown_until_looked_up() -> None:
    """Regions alone have no dates; days alone need no looking up."""
    assert Holidays(("DE",)).dates() is None
    assert Holidays((), (date(2026, 5, 4),)).dates() == {date(2026, 5, 4)}
    assert Holidays(("DE",), (), NEW_YEAR).dates() == NEW_YEAR
