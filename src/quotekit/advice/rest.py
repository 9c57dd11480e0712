"""The rest of a settlement: what is still to pay, or goes back, with the taxes in it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from quotekit.pricing import TaxAmount, Totals
from quotekit.values import EXACT, ZERO, divided, quantum, rounded


@dataclass(frozen=True, slots=True)
class Rest:
    """Hold what is left to pay, below zero what goes back: `due` = `net` + taxes - withheld.

    Each tax is that of what is settled, less the part of it that was paid already.
    """

    due: Decimal
    net: Decimal
    taxes: tuple[TaxAmount, ...]


def rest_of(agreed: Totals, settled: Totals, paid: Decimal, decimals: int) -> Rest:
    """Return what is left of a settlement once what was paid is taken off, with its taxes.

    What was paid holds each tax in the proportion in which the agreed total holds it, rounded to
    the currency's decimals; whatever rounding leaves is net.
    """
    rows = {row.name: row for row in (*settled.taxes, *agreed.taxes)}
    owed = {row.name: row for row in settled.taxes}
    held = {row.name: row for row in agreed.taxes}
    due = EXACT.subtract(settled.payable, paid)
    net, taxes = due, []
    for name, row in rows.items():
        amount, base = (
            EXACT.subtract(
                getattr(owed[name], part) if name in owed else ZERO,
                _part(paid, getattr(held[name], part) if name in held else ZERO, agreed, decimals),
            )
            for part in ("amount", "base")
        )
        taxes.append(replace(row, amount=amount, base=base))
        net = EXACT.add(net, amount) if row.withheld else EXACT.subtract(net, amount)
    return Rest(due, net, tuple(taxes))


def _part(paid: Decimal, of: Decimal, agreed: Totals, decimals: int) -> Decimal:
    """Return which part of a payment an amount of the agreed totals is."""
    unit = quantum(decimals)
    if agreed.payable.is_zero():
        return ZERO.quantize(unit)
    return rounded(divided(EXACT.multiply(paid, of), agreed.payable), unit)
