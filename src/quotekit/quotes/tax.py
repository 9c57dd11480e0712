"""Taxes: added, included, withheld, or not due with a reason."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema, model_validator

from quotekit.quotes.model import Written
from quotekit.quotes.rate import ascending
from quotekit.values import Amount, Rate100, Text, Title, Truth, refuse, shown

TaxRounding = Literal["half_up", "down", "up"]

NO_TAX = "none"


class TaxTier(Written):
    """Tax the part of a base above a bound at a percent of its own."""

    above: Amount
    percent: Rate100


class Tax(Written):
    """Describe one tax: a percent of its base, or exempt for a reason.

    A `withheld` tax is kept back by the client and paid to the authority, so that it lowers
    what is payable. `rounding` overrides the quote's `tax_rounding` for this tax.
    """

    title: Title | None = None
    percent: Rate100 | None = None
    tiers: tuple[TaxTier, ...] = ()
    withheld: Truth = False
    exempt: Truth = False
    reason: Text | None = None
    rounding: TaxRounding | None = None

    @model_validator(mode="after")
    def _percent_or_exempt(self) -> Self:
        ascending([tier.above for tier in self.tiers])
        if self.exempt and (self.percent or self.tiers):
            raise refuse(
                "exempt_with_percent",
                "an exempt tax has no percent",
                "leave out percent and tiers, or exempt",
            )
        if not self.exempt and self.percent is None:
            raise refuse("missing_key", "percent is missing", "write percent: 19, or exempt: true")
        return self


def _tax_names(value: object) -> tuple[str, ...]:
    if value == NO_TAX:
        return ()
    names: Iterable[object] = value if isinstance(value, list | tuple) else (value,)
    stated: list[str] = []
    for name in names:
        if not isinstance(name, str):
            raise refuse(
                "not_a_name", f"{shown(name)} is no name of a tax", "write one, such as vat"
            )
        if name == NO_TAX:
            raise refuse(
                "reserved", '"none" stands among other taxes', "write tax: none, or leave it out"
            )
        if name in stated:
            raise refuse("duplicate_id", f"{shown(name)} stands there twice", "name it once")
        stated.append(name)
    return tuple(stated)


def _written_names(names: tuple[str, ...]) -> str | list[str]:
    if len(names) == 1:
        return names[0]
    return list(names) if names else NO_TAX


TaxNames = Annotated[
    tuple[str, ...],
    PlainValidator(_tax_names),
    PlainSerializer(_written_names),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""The names of the taxes a line carries: one, several, or `none`, kept as an empty tuple."""
