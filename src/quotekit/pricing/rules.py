"""The rules one quote is priced by: everything that is not a task."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from quotekit.pricing.priced_line import TaxSet
from quotekit.quotes import Quote, Rate, Tax, minor_units
from quotekit.values import ZERO, quantum, rounded, settled

PlainPrice = tuple[Rate | None, Decimal | None, Decimal | None]
"""A rate, its price, and for how many units that is, None for one; all None without a rate."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Hold what every line and total of a quote is computed with.

    `unit` is the smallest unit of the currency, `zero` nothing in that unit. `at_end` says that
    nothing is rounded until the end (the rounding mode `total`).
    """

    rates: Mapping[str, Rate]
    taxes: Mapping[str, Tax]
    selected: frozenset[str]
    unit: Decimal
    zero: Decimal
    at_end: bool
    included: bool
    tax_rounding: str
    round_to: Decimal | None
    plain_prices: Mapping[str | None, PlainPrice]
    """The rates without tiers and increment, and None for a task's own price; empty where nothing
    is rounded until the end."""
    sets: dict[TaxSet | None, TaxSet]
    """Tax sets by the names a task or adjustment states, None being those of the quote."""

    def tax_set(self, names: TaxSet | None) -> TaxSet:
        """Return the set of taxes that such names mean, in the order of `taxes`."""
        known = self.sets.get(names)
        if known is None:
            known = tuple(name for name in self.taxes if name in (names or ()))
            self.sets[names] = known
        return known

    def arising(self, amount: Decimal) -> Decimal:
        """Round an amount where it arises, if the mode rounds there."""
        return amount if self.at_end else rounded(amount, self.unit)

    def shown(self, amount: Decimal) -> Decimal:
        """Round an amount to be shown, unless it was rounded where it arose."""
        return rounded(settled(amount), self.unit) if self.at_end else amount


def rules_of(quote: Quote) -> Rules:
    """Gather the rules that a quote states."""
    unit = quantum(minor_units(quote.currency))
    stated = quote.tax or ()
    return Rules(
        rates=quote.rates,
        taxes=quote.taxes,
        selected=quote.selected,
        unit=unit,
        zero=ZERO.quantize(unit),
        at_end=quote.rounding == "total",
        included=quote.prices_include_tax,
        tax_rounding=quote.tax_rounding,
        round_to=quote.round_to,
        plain_prices={} if quote.rounding == "total" else _plain_prices(quote),
        sets={None: tuple(name for name in quote.taxes if name in stated)},
    )


def _plain_prices(quote: Quote) -> dict[str | None, PlainPrice]:
    prices: dict[str | None, PlainPrice] = {None: (None, None, None)}
    for name, rate in quote.rates.items():
        if not rate.tiers and rate.increment is None:
            prices[name] = (rate, rate.price, None if rate.per == 1 else rate.per)
    return prices
