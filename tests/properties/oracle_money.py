"""Exact numbers of the oracle: read from text, written as text, and where they are rounded."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

ZERO = Fraction(0)

# Minor units of ISO 4217 that are not two, for the currencies that the tests write.
_MINOR_UNITS = {
    "BHD": 3,
    "CLP": 0,
    "IQD": 3,
    "ISK": 0,
    "JOD": 3,
    "JPY": 0,
    "KRW": 0,
    "KWD": 3,
    "OMR": 3,
    "TND": 3,
    "UYW": 4,
    "VND": 0,
    "XOF": 0,
}


def number(text: Any) -> Fraction:
    """Read a number or a percent exactly from its text."""
    return Fraction(str(text).replace("%", "").strip())


def truth(written: Any) -> bool:
    """Read a boolean as text or as itself."""
    return str(written).lower() == "true"


def plain(value: Fraction) -> str:
    """Write a terminating number without trailing zeros."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
        if places > 200:
            message = f"{value} does not terminate"
            raise ValueError(message)
    return fixed(value, places)


def fixed(value: Fraction, places: int) -> str:
    """Write a number that has at most so many decimals with exactly so many."""
    scaled = value * 10**places
    if scaled.denominator != 1:
        message = f"{value} has more than {places} decimals"
        raise ValueError(message)
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def to_multiple(value: Fraction, step: Fraction, mode: str = "half_up") -> Fraction:
    """Round to a multiple of `step`: half away from zero, toward it, or away from it."""
    steps = abs(value) / step
    whole = steps.numerator // steps.denominator
    rest = steps - whole
    if (mode == "half_up" and rest >= Fraction(1, 2)) or (mode == "up" and rest > 0):
        whole += 1
    return (whole if value >= 0 else -whole) * step


@dataclass(frozen=True)
class Money:
    """The currency of a quote and the moment at which its figures are rounded."""

    code: str
    decimals: int
    by_line: bool

    @property
    def unit(self) -> Fraction:
        """Give the minor unit as a fraction of the whole one."""
        return Fraction(1, 10**self.decimals)

    def shown(self, value: Fraction, mode: str = "half_up") -> Fraction:
        """Round a figure as it is shown."""
        return to_multiple(value, self.unit, mode)

    def arisen(self, value: Fraction, mode: str = "half_up") -> Fraction:
        """Round a figure where it arises, if the quote does so; else leave it exact."""
        return self.shown(value, mode) if self.by_line else value

    def text(self, value: Fraction, mode: str = "half_up") -> str:
        """Write a figure as it is shown."""
        return fixed(self.shown(value, mode), self.decimals)


def money_of(document: dict[str, Any]) -> Money:
    """Give the currency, the decimals and the rounding mode of a quote."""
    currency = document["currency"]
    by_line = document.get("rounding", "line") == "line"
    if isinstance(currency, dict):
        code = currency["code"]
        decimals = int(currency.get("decimals", _MINOR_UNITS.get(code, 2)))
        return Money(code, decimals, by_line)
    return Money(currency, _MINOR_UNITS.get(currency, 2), by_line)
