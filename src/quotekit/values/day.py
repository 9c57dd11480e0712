"""Calendar days, written as ISO 8601 dates."""

import datetime
import re
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from quotekit.values.refusal import refuse, shown

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_EARLIEST = 1900


def calendar_day(value: object) -> datetime.date:
    """Read a day from `2026-03-02` or a `date`; a `datetime` is refused, for it names a zone."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if isinstance(value, str):
        match = _ISO.fullmatch(value)
        if match is None:
            raise refuse("not_a_date", f"{shown(value)} is not a date", _remedy(value))
        try:
            day = datetime.date(*map(int, match.groups()))
        except ValueError:
            raise refuse(
                "not_a_date", f"{shown(value)} is not a day of the calendar", "check month and day"
            ) from None
        if day.year < _EARLIEST:
            raise refuse("not_a_date", f"{shown(value)} is too long ago", "check the year")
        return day
    raise refuse("not_a_date", f"{shown(value)} is not a date", "write it like 2026-03-02")


def _remedy(text: str) -> str:
    parts = re.fullmatch(r"([0-9]{1,4})[./-]([0-9]{1,2})[./-]([0-9]{1,4})", text, re.ASCII)
    if parts is None:
        return "write it like 2026-03-02"
    first, month, last = map(int, parts.groups())
    year, number = (first, last) if first > last else (last, first)
    try:
        return f"write it like {datetime.date(year, month, number).isoformat()}"
    except ValueError:
        return "write year, month and day, like 2026-03-02"


Day = Annotated[
    datetime.date,
    PlainValidator(calendar_day),
    PlainSerializer(datetime.date.isoformat, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date"}),
]
