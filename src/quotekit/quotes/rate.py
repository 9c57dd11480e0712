"""The rate card: what an hour, a word or a page costs."""

from decimal import Decimal
from itertools import pairwise
from typing import Self

from pydantic import model_validator

from quotekit.quotes.model import Written
from quotekit.values import Amount, Positive, Text, Title, refuse


class PrivateCost(Written):
    """Keep what a rate or task costs the seller itself; never printed for the client."""

    cost: Amount | None = None
    notes: Text | None = None


class Tier(Written):
    """Give the price of each unit above a quantity."""

    above: Amount
    price: Amount


class Rate(Written):
    """Price one unit of work.

    `increment` is the step to which a quantity is rounded up, `per` the number of units the
    price is for, and each of `tiers` prices the part of the quantity above its bound.
    """

    title: Title | None = None
    price: Amount
    unit: Title | None = None
    increment: Positive | None = None
    per: Positive = Decimal(1)
    tiers: tuple[Tier, ...] = ()
    private: PrivateCost | None = None

    @model_validator(mode="after")
    def _tiers_ascend(self) -> Self:
        ascending([tier.above for tier in self.tiers])
        return self


def ascending(bounds: list[Decimal]) -> None:
    """Refuse bounds of tiers that do not ascend."""
    for lower, upper in pairwise(bounds):
        if upper <= lower:
            raise refuse(
                "tiers_order",
                f"the tier above {upper:f} follows the one above {lower:f}",
                "write the tiers from the lowest bound to the highest, each bound once",
            )
