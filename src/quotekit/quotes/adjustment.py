"""Discounts and surcharges, of one task or of the whole quote."""

from typing import Annotated, Self

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from quotekit.quotes.model import Written, exactly_one
from quotekit.quotes.tax import TaxNames
from quotekit.values import Amount, Number, Percent, Slug, Title, refuse


class TaskAdjustment(Written):
    """Change the price of one task: a percent, an amount, or a price for each unit.

    A percent applies to the line's sum, or to `base` where one is stated. `price` counts for
    `quantity` units, or for the quantity of the task where none is stated.
    """

    id: Slug
    title: Title | None = None
    percent: Percent | None = None
    base: Number | None = None
    amount: Number | None = None
    price: Amount | None = None
    quantity: Number | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        exactly_one(self, ("percent", "amount", "price"), "this adjustment")
        if self.base is not None and self.percent is None:
            raise refuse(
                "base_without_percent", "base needs a percent", "write percent, or no base"
            )
        if self.quantity is not None and self.price is None:
            raise refuse(
                "quantity_without_price", "quantity needs a price", "write price, or no quantity"
            )
        return self


def _one_name(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Of = Annotated[
    tuple[Slug, ...],
    BeforeValidator(_one_name),
    WithJsonSchema({"anyOf": [{"const": "net"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""The tasks and phases an adjustment applies to, or `net`."""


class Adjustment(Written):
    """Change the price of the whole quote: a percent or an amount.

    A percent applies to the counted lines, to those that `of` names (ids of tasks and phases),
    or to `base`. `of: net`, for a surcharge, means the lines less the document discounts. Where
    no `tax` is stated, the adjustment is spread over the taxes of the lines it applies to.
    """

    id: Slug
    title: Title | None = None
    percent: Percent | None = None
    amount: Number | None = None
    base: Number | None = None
    of: Of | None = None
    tax: TaxNames | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        exactly_one(self, ("percent", "amount"), "this adjustment")
        if self.base is not None and self.percent is None:
            raise refuse(
                "base_without_percent", "base needs a percent", "write percent, or no base"
            )
        return self
