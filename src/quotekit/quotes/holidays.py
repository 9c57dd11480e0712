"""Public holidays: which regions keep them, and the days they fall on."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from quotekit.values import calendar_day, refuse, shown

_REGION = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Holidays:
    """Name the regions whose public holidays nobody works on, and single days off.

    `regions` are codes of ISO 3166-1 or 3166-2. `resolved` holds the dates of the regions'
    holidays once somebody has looked them up (files are read where that can be done); it is no
    part of what was written, and None until then.
    """

    regions: tuple[str, ...] = ()
    days: tuple[datetime.date, ...] = ()
    resolved: frozenset[datetime.date] | None = field(default=None, compare=False)

    def dates(self) -> frozenset[datetime.date] | None:
        """Return every day off, or None where the regions have not been looked up."""
        if self.regions and self.resolved is None:
            return None
        return frozenset(self.days) | (self.resolved or frozenset())


def _holidays(value: object) -> Holidays:
    if isinstance(value, Holidays):
        return value
    items: Iterable[object] = value if isinstance(value, list | tuple) else (value,)
    regions: list[str] = []
    days: list[datetime.date] = []
    for item in items:
        if isinstance(item, str) and _REGION.fullmatch(item):
            regions.append(item)
        elif isinstance(item, datetime.date) or (isinstance(item, str) and item[:1].isdigit()):
            days.append(calendar_day(item))
        else:
            raise refuse(
                "not_a_region",
                f"{shown(item)} is no region of ISO 3166",
                "write a code such as DE or DE-BE, or a list of codes and dates",
            )
    return Holidays(tuple(regions), tuple(days))


def _written(holidays: Holidays) -> str | list[str]:
    items = [*holidays.regions, *(day.isoformat() for day in holidays.days)]
    return items[0] if len(items) == 1 else items


HolidaysField = Annotated[
    Holidays,
    PlainValidator(_holidays),
    PlainSerializer(_written),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
