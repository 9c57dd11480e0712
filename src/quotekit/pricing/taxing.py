"""Taxes: the base of each and what it comes to, added, included or withheld."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from quotekit.pricing.line import PERCENT
from quotekit.pricing.priced_line import TaxSet
from quotekit.pricing.rules import Rules
from quotekit.quotes import Tax
from quotekit.values import HUNDRED, ZERO, divided, rounded, settled


@dataclass(slots=True)
class Taxed:
    """The base and amount of one tax, unrounded where the mode rounds at the end."""

    tax: Tax
    base: Decimal
    amount: Decimal


def taxed(carried: dict[TaxSet, Decimal], rules: Rules) -> dict[str, Taxed]:
    """Apply every tax that a set carries, in the order of the quote's `taxes`.

    Where prices include tax, `carried` is gross: the base of a set is gross / (1 + percents),
    each tax its part; when rounded where it arises, the base is what the taxes leave.
    """
    names = [name for name in rules.taxes if any(name in taxes for taxes in carried)]
    result = {name: Taxed(rules.taxes[name], rules.zero, rules.zero) for name in names}
    for taxes, amount in carried.items():
        base = _take_out(taxes, amount, result, rules) if rules.included else amount
        for name in taxes:
            result[name].base += base
    for name in names:
        entry = result[name]
        if not rules.included or entry.tax.withheld:
            entry.amount = _rounded(_of_base(entry.tax, entry.base), entry.tax, rules)
    return result


def _take_out(taxes: TaxSet, gross: Decimal, result: dict[str, Taxed], rules: Rules) -> Decimal:
    percents = {
        name: rules.taxes[name].percent or ZERO for name in taxes if not rules.taxes[name].withheld
    }
    whole = HUNDRED + sum(percents.values(), ZERO)
    base = gross
    for name, percent in percents.items():
        tax = rules.taxes[name]
        part = _rounded(divided(gross * percent, whole), tax, rules)
        result[name].amount += part
        base -= part
    return base


def _of_base(tax: Tax, base: Decimal) -> Decimal:
    amount = ZERO
    left = base
    for tier in reversed(tax.tiers):
        if left > tier.above:
            amount += (left - tier.above) * tier.percent
            left = tier.above
    return (amount + left * (tax.percent or ZERO)) * PERCENT


def _rounded(amount: Decimal, tax: Tax, rules: Rules) -> Decimal:
    return amount if rules.at_end else shown_tax(amount, tax, rules)


def shown_taxes(amount: Decimal, entries: Iterable[Taxed], rules: Rules) -> Decimal:
    """Round what several taxes come to: as all of them are rounded, or else half away from zero."""
    if not rules.at_end:
        return amount
    roundings = {entry.tax.rounding or rules.tax_rounding for entry in entries}
    rounding = roundings.pop() if len(roundings) == 1 else "half_up"
    return rounded(settled(amount), rules.unit, rounding)


def shown_tax(amount: Decimal, tax: Tax, rules: Rules) -> Decimal:
    """Round a tax amount as the tax itself asks, or else as the quote does."""
    exact = settled(amount) if rules.at_end else amount
    return rounded(exact, rules.unit, tax.rounding or rules.tax_rounding)
