"""Quantities in words: `24 hours`, `per 1,000 words`, `6 months`."""

from decimal import Decimal

from quotekit.rendering.cells import one_line
from quotekit.rendering.formats import Formats
from quotekit.rendering.wording import Wording, mark, mark_count

ONE = Decimal(1)

_UNITS = {
    "minute": mark_count("{count} minute", "{count} minutes"),
    "hour": mark_count("{count} hour", "{count} hours"),
    "day": mark_count("{count} day", "{count} days"),
    "week": mark_count("{count} week", "{count} weeks"),
    "month": mark_count("{count} month", "{count} months"),
    "year": mark_count("{count} year", "{count} years"),
    "item": mark_count("{count} item", "{count} items"),
    "set": mark_count("{count} set", "{count} sets"),
    "page": mark_count("{count} page", "{count} pages"),
    "image": mark_count("{count} image", "{count} images"),
    "word": mark_count("{count} word", "{count} words"),
    "character": mark_count("{count} character", "{count} characters"),
    "standard_page": mark_count("{count} standard page", "{count} standard pages"),
    "square_meter": mark_count("{count} square metre", "{count} square metres"),
    "kilometer": mark_count("{count} kilometre", "{count} kilometres"),
    "night": mark_count("{count} night", "{count} nights"),
    "round": mark_count("{count} round", "{count} rounds"),
}

_EACH = {
    "minute": mark("per minute"),
    "hour": mark("per hour"),
    "day": mark("per day"),
    "week": mark("per week"),
    "month": mark("per month"),
    "year": mark("per year"),
    "item": mark("per item"),
    "set": mark("per set"),
    "page": mark("per page"),
    "image": mark("per image"),
    "word": mark("per word"),
    "character": mark("per character"),
    "standard_page": mark("per standard page"),
    "square_meter": mark("per square metre"),
    "kilometer": mark("per kilometre"),
    "night": mark("per night"),
    "round": mark("per round"),
}

_PERIODS = {
    "month": _UNITS["month"],
    "quarter": mark_count("{count} quarter", "{count} quarters"),
    "year": _UNITS["year"],
}

_EACH_PERIOD = {
    "month": _EACH["month"],
    "quarter": mark("per quarter"),
    "year": _EACH["year"],
}


class Quantities:
    """Say quantities in one language; a unit that is not known prints as written."""

    def __init__(self, wording: Wording, formats: Formats) -> None:
        """Take the words and the formats of the document."""
        self._wording = wording
        self._formats = formats
        self._said: dict[tuple[Decimal, str | None], str] = {}

    def said(self, quantity: Decimal, unit: str | None) -> str:
        """Say a quantity: `24 hours`, `3 款`, `2`."""
        key = (quantity, unit)
        text = self._said.get(key)
        if text is None:
            text = self._said[key] = self._say(quantity, unit)
        return text

    def _say(self, quantity: Decimal, unit: str | None) -> str:
        count = self._formats.number(quantity)
        if unit is None:
            return count
        known = _UNITS.get(unit)
        if known is not None:
            return self._wording.say_count(*known, quantity, count=count)
        return self._wording.say_in(
            "quantity in a unit that is not known",
            "{count} {unit}",
            count=count,
            unit=one_line(unit),
        )

    def each(self, unit: str | None, per: Decimal = ONE) -> str:
        """Say what a price is for: `per hour`, `per 1,000 words`; nothing without a unit."""
        if per != ONE:
            return self._wording.say("per {quantity}", quantity=self.said(per, unit))
        if unit is None:
            return ""
        known = _EACH.get(unit)
        if known is not None:
            return self._wording.say(known)
        return self._wording.say("per {unit}", unit=one_line(unit))

    def periods(self, count: int, every: str) -> str:
        """Say a number of periods: `6 months`."""
        said = self._formats.number(count)
        return self._wording.say_count(*_PERIODS[every], count, count=said)

    def each_period(self, every: str) -> str:
        """Say how often something recurs: `per month`."""
        return self._wording.say(_EACH_PERIOD[every])

    def days(self, days: Decimal | int) -> str:
        """Say a number of days."""
        return self.said(Decimal(days), "day")

    def working_days(self, days: Decimal | int) -> str:
        """Say a number of working days."""
        return self._wording.say_count(
            "{count} working day", "{count} working days", days, count=self._formats.number(days)
        )
