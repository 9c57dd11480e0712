"""Exact numbers, read from their text; a float never gets in."""

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from quotekit.values.refusal import refuse, shown

_GRAMMAR = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,18})?", re.ASCII)
_WITH_COMMA = re.compile(r"-?(?:[0-9]{1,12}|[0-9]{1,3}(?:[.' ][0-9]{3})+),[0-9]{1,2}", re.ASCII)
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:[,' \u2019][0-9]{3})+(?:\.[0-9]+)?")
_TIME = re.compile(r"[0-9]+(?::[0-9]+)+", re.ASCII)
_MANY_DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}", re.ASCII)

WHOLE_DIGITS = 12
"""How many digits may stand before the decimal point."""
DECIMAL_DIGITS = 18
"""How many digits may stand behind it."""


def exact(value: object) -> Decimal:
    """Read a number exactly as it is written.

    Takes text, `int` or `Decimal`: at most 12 digits before the point and 18 behind it, no
    exponent, no separator of thousands, no NaN or infinity. Floats are refused, because they
    are no longer what somebody wrote.
    """
    if type(value) is str:
        return _from_text(value)
    if isinstance(value, Decimal):
        return _from_decimal(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _from_decimal(Decimal(value))
    if isinstance(value, float):
        raise refuse(
            "float", f"{shown(value)} is a float, which is not exact", f'write Decimal("{value}")'
        )
    if value is None:
        raise refuse("not_a_number", "a number is missing here", "write one, such as 12.50")
    kind = (
        "a list"
        if isinstance(value, list | tuple)
        else "a map"
        if isinstance(value, dict)
        else None
    )
    raise refuse(
        "not_a_number",
        f"{kind or shown(value)} is not a number",
        "write digits, such as 12.50",
    )


@lru_cache(maxsize=4096)
def _from_text(text: str) -> Decimal:
    if _GRAMMAR.fullmatch(text) is None:
        raise refuse("not_a_number", f"{shown(text)} is not a number", _remedy(text))
    number = Decimal(text)
    return number or number.copy_abs()


def _from_decimal(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise refuse("not_a_number", f"{shown(str(number))} is not a number", "write a finite one")
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # noqa: S101 - finite numbers have an integer exponent
    if number and (number.adjusted() >= WHOLE_DIGITS or -exponent > DECIMAL_DIGITS):
        # Zeros at the end say nothing; they are cut off the digits, so that nothing can round.
        zeros = next(at for at, digit in enumerate(reversed(digits)) if digit)
        digits, exponent = digits[: len(digits) - zeros], exponent + zeros
        if number.adjusted() >= WHOLE_DIGITS or -exponent > DECIMAL_DIGITS:
            raise refuse("not_a_number", f"{shown(str(number))} is too long", _LENGTH_REMEDY)
        number = Decimal((sign, digits, exponent))
    return number or _ZERO


_ZERO = Decimal(0)
_LAST = Decimal((0, (1,), -DECIMAL_DIGITS))
_WIDE = Context(prec=4000)
_LENGTH_REMEDY = (
    f"write at most {WHOLE_DIGITS} digits before the point and {DECIMAL_DIGITS} behind it"
)


def _remedy(text: str) -> str:
    if _WITH_COMMA.fullmatch(text):
        whole, cents = re.sub(r"[.' ]", "", text).split(",")
        return f"write {whole}.{cents}"
    if _THOUSANDS.fullmatch(text):
        return f"write {re.sub('[^0-9.-]', '', text)}"
    if _TIME.fullmatch(text):
        return "write time as a decimal number, such as 1.5 for an hour and a half"
    if _MANY_DIGITS.fullmatch(text):
        number = text.lstrip("-")
        if len(number) > 1 and number[0] == "0" and number[1] != ".":
            return "write it without leading zeros"
        return _LENGTH_REMEDY
    if text.isdigit() and not text.isascii():
        return "write it with the digits 0 to 9"
    return "write digits, such as 12.50"


def writable(number: Decimal) -> Decimal:
    """Round a number that has more decimals than can be written, half to even.

    What a division left behind the 18th decimal is gone then; all else stays as it is.
    """
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > DECIMAL_DIGITS:
        return number.quantize(_LAST, ROUND_HALF_EVEN, _WIDE) or _ZERO
    return number


def not_negative(number: Decimal) -> Decimal:
    """Refuse a number below zero."""
    if number < 0:
        raise refuse("negative", f'"{number:f}" is below zero', "write zero or more")
    return number


def positive(number: Decimal) -> Decimal:
    """Refuse zero and what is below."""
    if number <= 0:
        raise refuse("not_positive", f'"{number:f}" is not above zero', "write more than zero")
    return number


def whole(value: object) -> int:
    """Read a whole number of at most nine digits, zero or more, from text or `int`."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 999_999_999:  # noqa: PLR2004
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise refuse("not_whole", f"{shown(value)} is not a whole number", "write one, such as 14")


def times(value: object) -> int:
    """Read a whole number of at least one."""
    count = whole(value)
    if count == 0:
        raise refuse("not_positive", '"0" is not above zero', "write 1 or more")
    return count


def truth(value: object) -> bool:
    """Read `true` or `false`, and nothing else."""
    if value is True or value == "true":
        return True
    if value is False or value == "false":
        return False
    raise refuse("not_a_truth", f"{shown(value)} is neither true nor false", "write true or false")


def plain(number: Decimal) -> str:
    """Write a number without exponent and trailing zeros: `0.25`, `100`, `0`."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _amount(value: object) -> Decimal:
    return not_negative(exact(value))


def _positive(value: object) -> Decimal:
    return positive(exact(value))


_JSON = PlainSerializer(plain, return_type=str, when_used="json")

Number = Annotated[Decimal, PlainValidator(exact), _JSON, WithJsonSchema({"type": "number"})]
Amount = Annotated[
    Decimal, PlainValidator(_amount), _JSON, WithJsonSchema({"type": "number", "minimum": 0})
]
Positive = Annotated[
    Decimal,
    PlainValidator(_positive),
    _JSON,
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0}),
]
Whole = Annotated[int, PlainValidator(whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Times = Annotated[int, PlainValidator(times), WithJsonSchema({"type": "integer", "minimum": 1})]
Truth = Annotated[bool, PlainValidator(truth), WithJsonSchema({"type": "boolean"})]
