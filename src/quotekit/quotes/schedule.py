"""The working calendar: when work starts and on which days it goes on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Self, get_args

from pydantic import ValidationInfo, field_validator, model_validator

from quotekit.quotes.holidays import Holidays, HolidaysField
from quotekit.quotes.model import Written
from quotekit.values import Day, Positive, refuse

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

DAY_HOURS = Decimal(24)

LookUp = Callable[[str, int], frozenset[date]]
"""Looks up the holidays of a region from a year on; raises `LookupError` with its reason."""


class Schedule(Written):
    """Say when work starts, how many hours make a day, and which days nobody works.

    Validated with the context `{"holidays": LookUp}`, the regions of `holidays` are resolved to
    dates; without it they stay names.
    """

    start: Day | None = None
    hours_per_day: Positive = Decimal(8)
    workdays: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")
    holidays: HolidaysField | None = None

    @field_validator("workdays")
    @classmethod
    def _some_day(cls, days: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
        if not days or len(set(days)) != len(days):
            raise refuse(
                "workdays",
                "workdays is empty or names a day twice",
                "name each working day once, such as [mon, tue, wed]",
            )
        return tuple(day for day in get_args(Weekday) if day in days)

    @field_validator("holidays")
    @classmethod
    def _look_up(cls, holidays: Holidays | None, info: ValidationInfo) -> Holidays | None:
        context: dict[str, Any] = info.context or {}
        look_up: LookUp | None = context.get("holidays")
        start: date | None = info.data.get("start")
        if holidays is None or look_up is None or start is None or not holidays.regions:
            return holidays
        found: frozenset[date] = frozenset()
        for region in holidays.regions:
            try:
                found |= look_up(region, start.year)
            except LookupError as error:
                fact, remedy = error.args
                raise refuse("unknown_region", fact, remedy) from None
        return replace(holidays, resolved=found)

    @model_validator(mode="after")
    def _a_day_has_24_hours(self) -> Self:
        if self.hours_per_day > DAY_HOURS:
            raise refuse(
                "hours_per_day", f"{self.hours_per_day:f} hours make no day", "write at most 24"
            )
        return self
