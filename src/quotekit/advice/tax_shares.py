"""An amount shared out among the tax sets of what it is for."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from quotekit.pricing import PricedQuote
from quotekit.quotes import Adjustment
from quotekit.values import EXACT, ZERO, allocate, quantum

TaxSet = tuple[str, ...]


def summed(parts: Iterable[tuple[TaxSet, Decimal]]) -> dict[TaxSet, Decimal]:
    """Add up amounts by their tax set, the first one first."""
    sums: dict[TaxSet, Decimal] = {}
    for taxes, amount in parts:
        sums[taxes] = EXACT.add(sums.get(taxes, ZERO), amount)
    return sums


def shared_out(
    name: str, amount: Decimal, weights: Mapping[TaxSet, Decimal], contract: PricedQuote
) -> Iterator[Adjustment]:
    """Yield an amount as surcharges, one for each tax set, in proportion to the weights.

    The shares are rounded to the currency's decimals by largest remainder. Where no weight is
    above zero, the largest tax set of the contract takes all.
    """
    known = {taxes: weight for taxes, weight in weights.items() if weight > 0}
    if not known:
        sums = summed((line.taxes, line.total) for line in contract.lines if line.counted)
        largest = max(sums, key=lambda taxes: sums[taxes]) if sums else contract.quote.tax or ()
        known = {largest: Decimal(1)}
    shares = allocate(amount, [*known.values()], quantum(contract.decimals))
    for taxes, share in zip(known, shares, strict=True):
        if share:
            yield Adjustment(id=f"{name}.{'.'.join(taxes) or 'none'}", amount=share, tax=taxes)
