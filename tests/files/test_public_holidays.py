"""Holidays come from the optional package, and what it lacks is said."""

import sys
from datetime import date

import pytest

from quotekit.files import holiday_dates, parse_quote


def test_ten_years_are_looked_up() -> None:
    """The year of the start is the first of ten."""
    days = holiday_dates("DE-BE", 2026)
    assert date(2026, 3, 8) in days
    assert {day.year for day in days} == set(range(2026, 2036))


@pytest.mark.parametrize(
    ("region", "fact", "remedy"),
    [
        ("ZZ", "the holidays of ZZ are not known", "write the dates themselves"),
        ("FR-ZZ", "the holidays of FR-ZZ are not known", "write FR, or one of FR-57, "),
        ("JP-13", "the holidays of JP-13 are not known", "write JP"),
    ],
)
def test_unknown_region_is_refused(region: str, fact: str, remedy: str) -> None:
    """A region without a calendar is named, with those there are in its country."""
    with pytest.raises(LookupError) as refused:
        holiday_dates(region, 2026)
    said, advised = refused.value.args
    assert said == fact
    assert advised.startswith(remedy)


@pytest.mark.parametrize("region", ["CN", "IL", "SA", "DE"])
@pytest.mark.parametrize("year", [1900, 2030, 9999])
def test_any_year_is_looked_up_silently(region: str, year: int) -> None:
    """Calendars that are known for some years only have no holidays in the others."""
    days = holiday_dates(region, year)
    assert all(year <= day.year < year + 10 for day in days)


def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not installed it is told how."""
    holiday_dates.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(LookupError) as refused:
        holiday_dates("AT", 2026)
    assert refused.value.args == (
        "the holidays of AT are looked up with the package holidays, which is missing",
        "install quotekit-freelance[holidays], or write the dates themselves",
    )


def test_quote_without_regions_needs_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dates are read as they stand."""
    monkeypatch.setitem(sys.modules, "holidays", None)
    quote = parse_quote(
        "quotekit: quote/1\nnumber: Q-1\ncurrency: EUR\ntasks: []\n"
        "schedule: {start: 2026-04-07, holidays: [2026-05-01]}\n"
    )
    assert quote.schedule is not None
    assert quote.schedule.holidays is not None
    assert quote.schedule.holidays.dates() == frozenset({date(2026, 5, 1)})
