"""The task: one line of the quote, and all that is agreed about it."""

from decimal import Decimal
from typing import Literal, Self

from pydantic import model_validator

from quotekit.quotes.adjustment import TaskAdjustment
from quotekit.quotes.model import Lines, Written, exactly_one
from quotekit.quotes.rate import PrivateCost
from quotekit.quotes.tax import TaxNames
from quotekit.values import Amount, Number, Positive, Rate100, Slug, Text, Times, Title, refuse

Period = Literal["month", "quarter", "year"]

_ONE = Decimal(1)
_WAYS = ("rate", "price", "expense")


class Estimate(Written):
    """Say how much work it may be: at best, most likely, and at worst."""

    low: Amount
    likely: Amount
    high: Amount

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.low <= self.likely <= self.high:
            raise refuse(
                "estimate_order",
                f"{self.low:f}, {self.likely:f}, {self.high:f} do not ascend",
                "write low, likely and high in this order",
            )
        return self


class Priced(Written):
    """Stand below what has a price: a rate with a quantity, a fixed price, or an expense."""

    id: Slug
    title: Title | None = None
    price: Amount | None = None
    expense: Amount | None = None
    markup: Rate100 | None = None
    unit: Title | None = None
    per: Positive | None = None
    days: Amount | None = None
    estimate: Estimate | None = None
    rate: Slug | None = None
    quantity: Number | None = None

    @model_validator(mode="after")
    def _one_price(self) -> Self:
        exactly_one(self, _WAYS, f'"{self.id}"')
        if self.quantity is not None and self.estimate is not None:
            raise refuse(
                "one_of", f'"{self.id}" has quantity and estimate', "state only one of them"
            )
        if self.markup is not None and self.expense is None:
            raise refuse("markup", "markup belongs to an expense", "write expense, or no markup")
        if self.rate is None:
            if self.estimate is not None:
                raise refuse(
                    "estimate_without_rate",
                    f'"{self.id}" has an estimate and no rate',
                    "write quantity, or the rate that is estimated",
                )
            # Both spellings of a default are to be equal: a fixed price counts once, and is the
            # price of one; an expense without markup is charged as it is.
            if self.quantity is None:
                self.__dict__["quantity"] = _ONE
            if self.per == _ONE:
                self.__dict__["per"] = None
            if self.markup is not None and not self.markup:
                self.__dict__["markup"] = None
        elif self.unit is not None or self.per is not None:
            raise refuse("rate_unit", "unit and per belong to the rate", "write them there")
        elif self.quantity is None and self.estimate is None:
            raise refuse(
                "missing_key",
                f'"{self.id}" has a rate and no quantity',
                "write quantity or estimate",
            )
        return self


class AnnouncedChange(Priced):
    """Tell up front what a later change of a task costs, and how many working days it takes."""


class Task(Priced):
    """Describe one part of the work: what it is, what it costs, when it counts as done.

    `days` and `effort` (hours) give the work its time; without them a quantity in hours or days
    does. `after` names the tasks it waits for. `ended` is the engine's own mark.
    """

    tax: TaxNames | None = None
    option: Slug | None = None
    every: Period | None = None
    discounts: tuple[TaskAdjustment, ...] = ()
    surcharges: tuple[TaskAdjustment, ...] = ()
    times: Times | None = None
    phase: Slug | None = None
    description: Text | None = None
    deliverables: Lines = ()
    done_when: Text | None = None
    not_included: Lines = ()
    rights: Lines = ()
    if_changed: tuple[AnnouncedChange, ...] = ()
    billed: Literal["fixed", "actual"] = "fixed"
    after: tuple[Slug, ...] | None = None
    code: Title | None = None
    effort: Amount | None = None
    ended: Slug | None = None
    private: PrivateCost | None = None

    @model_validator(mode="after")
    def _times_of_a_period(self) -> Self:
        if self.times is not None and self.every is None:
            raise refuse(
                "times_without_every", "times needs a period", "write every: month, or no times"
            )
        return self
