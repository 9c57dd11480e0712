"""Which instalments are settled: all was paid that they come to, or given back."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from quotekit.pricing import Instalment
from quotekit.values import ZERO


def settled_instalments(
    instalments: Iterable[Instalment], paid_for: Mapping[str, Decimal]
) -> Iterator[str]:
    """Yield the instalments of which nothing is open; one below zero is a refund."""
    for part in instalments:
        paid = paid_for.get(part.id)
        if paid is not None:
            open_part = paid < part.amount if part.amount >= ZERO else paid > part.amount
            if not open_part:
                yield part.id
