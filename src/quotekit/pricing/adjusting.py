"""Document discounts and surcharges: what each comes to and whose taxes it belongs to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from quotekit.pricing.line import PERCENT
from quotekit.pricing.priced_line import AdjustmentRow, TaxSet
from quotekit.pricing.rules import Rules
from quotekit.quotes import Adjustment
from quotekit.values import ZERO, allocate, divided

NET = ("net",)
CHANGE_ORDER = "CO-"

Applied = Callable[[Adjustment], dict[TaxSet, Decimal]]
"""Returns the totals of the lines an adjustment applies to, by tax set, earliest line first."""


@dataclass(slots=True)
class Adjusted:
    """What document adjustments add up to, and what each tax set carries after them."""

    carried: dict[TaxSet, Decimal]
    discount: Decimal
    surcharge: Decimal
    discounts: list[AdjustmentRow] = field(default_factory=list)
    surcharges: list[AdjustmentRow] = field(default_factory=list)


def adjust(
    sums: dict[TaxSet, Decimal],
    discounts: Iterable[Adjustment],
    surcharges: Iterable[Adjustment],
    applied: Applied,
    rules: Rules,
) -> Adjusted:
    """Apply document discounts and surcharges to sums of lines; none compounds with another.

    A surcharge `of: net` applies to the lines less the document discounts, those of change
    orders left out (EN 16931 BR-CO-13 has the order).
    """
    result = Adjusted(dict(sums), rules.zero, rules.zero)
    net = sum(sums.values(), rules.zero)
    for part in discounts:
        named = applied(part)
        amount = _amount(part, named, None, rules)
        result.discount += amount
        if not part.id.startswith(CHANGE_ORDER):
            net -= amount
        _carry(result.carried, part, -amount, named, rules)
        result.discounts.append(_row(part, amount, rules))
    for part in surcharges:
        named = applied(part)
        amount = _amount(part, named, net if part.of == NET else None, rules)
        result.surcharge += amount
        _carry(result.carried, part, amount, named, rules)
        result.surcharges.append(_row(part, amount, rules))
    return result


def _amount(
    part: Adjustment, lines: dict[TaxSet, Decimal], net: Decimal | None, rules: Rules
) -> Decimal:
    if part.percent is None:
        return rules.arising(part.amount or ZERO)
    base = part.base
    if base is None:
        base = sum(lines.values(), ZERO) if net is None else net
    return rules.arising(base * part.percent * PERCENT)


def _carry(
    carried: dict[TaxSet, Decimal],
    part: Adjustment,
    amount: Decimal,
    lines: dict[TaxSet, Decimal],
    rules: Rules,
) -> None:
    if part.tax is not None or not lines:
        shares = {rules.tax_set(part.tax): amount}
    elif rules.at_end:
        shares = _in_proportion(amount, lines)
    else:
        shares = dict(zip(lines, allocate(amount, [*lines.values()], rules.unit), strict=True))
    for taxes, share in shares.items():
        carried[taxes] = carried.get(taxes, rules.zero) + share


def _in_proportion(amount: Decimal, lines: dict[TaxSet, Decimal]) -> dict[TaxSet, Decimal]:
    weights = {taxes: total for taxes, total in lines.items() if total > 0}
    if not weights:
        return {next(iter(lines)): amount}
    whole = sum(weights.values(), ZERO)
    shares = {taxes: divided(amount * weight, whole) for taxes, weight in weights.items()}
    # The last share takes what the 50 digits of the division left, so that nothing is lost.
    last = next(reversed(shares))
    shares[last] += amount - sum(shares.values(), ZERO)
    return shares


def _row(part: Adjustment, amount: Decimal, rules: Rules) -> AdjustmentRow:
    return AdjustmentRow(part.id, part.title, part.percent, rules.shown(amount))
