"""Percentages: a number, with or without its sign."""

from decimal import Decimal
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from quotekit.values.number import exact, not_negative, plain
from quotekit.values.refusal import refuse, shown

HUNDRED = Decimal(100)


def percentage(value: object) -> Decimal:
    """Read a percentage from a number or from text with a sign: `5`, `5 %`, `8.1%`."""
    if type(value) is str and value.endswith("%"):
        return exact(value[:-1].rstrip(" \u00a0\u202f"))
    return exact(value)


def _rate(value: object) -> Decimal:
    return not_negative(percentage(value))


def _share(value: object) -> Decimal:
    part = _rate(value)
    if part > HUNDRED:
        raise refuse("over_100", f"{shown(value)} is more than 100 %", "write at most 100")
    return part


_SCHEMA = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)? ?%$"}]
}
_JSON = PlainSerializer(plain, return_type=str, when_used="json")

Percent = Annotated[Decimal, PlainValidator(percentage), _JSON, WithJsonSchema(_SCHEMA)]
"""Any percentage; one below zero is a credit."""
Rate100 = Annotated[Decimal, PlainValidator(_rate), _JSON, WithJsonSchema(_SCHEMA)]
"""A percentage of zero or more."""
Share = Annotated[Decimal, PlainValidator(_share), _JSON, WithJsonSchema(_SCHEMA)]
"""A percentage from 0 to 100."""
