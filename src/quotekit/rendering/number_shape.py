"""The shape a locale gives to numbers, found by asking Babel once."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

Write = Callable[[Decimal], str]

_SAMPLE = Decimal("1234567.89")
_PARTS = re.compile(
    r"(?P<before>\D*)1(?P<group>\D*)234(?P=group)567(?P<point>\D+)890*(?P<after>\D*)"
)
_CHECKED = tuple(
    Decimal(text)
    for text in (
        "0", "0.01", "0.5", "1", "9.99", "12.3", "123", "999.95", "1000", "1234.5", "9999.99",
        "10000", "12345.678", "100000", "987654.32", "1000000", "12345678.9", "123456789012.25",
        "1234567890123456789012.125",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberShape:
    """What stands before, within and behind the digits of a number."""

    before: str
    after: str
    negative_before: str
    negative_after: str
    group: str
    point: str

    def dress(self, text: str) -> str:
        """Turn digits such as `-1,234.50` into what the locale writes."""
        if text[0] == "-":
            before, after = self.negative_before, self.negative_after
            text = text[1:]
        else:
            before, after = self.before, self.after
        whole, point, fraction = text.partition(".")
        if self.group != ",":
            whole = whole.replace(",", self.group)
        if point:
            return f"{before}{whole}{self.point}{fraction}{after}"
        return f"{before}{whole}{after}"


def digits(number: Decimal, decimals: int) -> str:
    """Write a number exactly, like `1,234.50`: no trailing zeros beyond so many decimals."""
    whole, point, fraction = f"{number:,f}".partition(".")
    if point:
        fraction = fraction.rstrip("0")
    fraction = fraction.ljust(decimals, "0")
    return f"{whole}.{fraction}" if fraction else whole


def decimals_of(number: Decimal) -> int:
    """Return how many decimals a number needs to be written exactly."""
    return len(f"{number:f}".partition(".")[2].rstrip("0"))


def shape_of(write: Write, decimals: int) -> NumberShape | None:
    """Find the shape in which `write` puts numbers, None where it is no plain grouping by three.

    `write` keeps at least so many decimals. The shape is held against `write` for numbers of
    every length, so that what it dresses is the same to the last byte.
    """
    positive = _PARTS.fullmatch(write(_SAMPLE))
    negative = _PARTS.fullmatch(write(_SAMPLE.copy_negate()))
    if positive is None or negative is None:
        return None
    shape = NumberShape(
        before=positive["before"],
        after=positive["after"],
        negative_before=negative["before"],
        negative_after=negative["after"],
        group=positive["group"],
        point=positive["point"],
    )
    for number in _CHECKED:
        for signed in (number, number.copy_negate()):
            if shape.dress(digits(signed, decimals)) != write(signed):
                return None
    return shape
