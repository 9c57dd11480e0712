"""The clock, which is read here and nowhere else, and days as they are written in a call."""

from datetime import date, datetime

import click


def now() -> str:
    """Return this moment as the record keeps it: to the second, with its zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds").replace("+00:00", "Z")


def as_day(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> date:
    """Read a day; today, where none is stated."""
    if text is None:
        return date.today()  # noqa: DTZ011 - the user's own day
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # Python also reads 20260302 and 2026-W10-1, which a quote file does not.
    if day is None or day.isoformat() != text:
        message = f"{text!r} is no day of the calendar; write it like 2026-03-02"
        raise click.BadParameter(message)
    return day
