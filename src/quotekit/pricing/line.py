"""One line: quantity, sum, the task's own discounts and surcharges, total."""

from collections.abc import Iterable
from decimal import Decimal

from quotekit.pricing.priced_line import AdjustmentRow, Details, Exact, Line
from quotekit.pricing.rules import Rules
from quotekit.quotes import Estimate, Priced, Rate, Task, TaskAdjustment, counts
from quotekit.values import ZERO, divided, rounded, to_multiple

ONE = Decimal(1)
PERCENT = Decimal("0.01")
SIX = Decimal(6)
_CENT = Decimal("0.01")


def price_line(task: Task, rules: Rules) -> Line:
    """Price one task.

    The quantity is rounded up to the rate's increment and multiplied by `times`; a percent
    applies to the sum, never to what another adjustment left. Must run in the exact context.
    """
    rate = rules.rates[task.rate] if task.rate is not None else None
    counted = counts(task, rules.selected)
    taxes = rules.tax_set(task.tax)
    if task.estimate is not None or task.discounts or task.surcharges or rules.at_end:
        return _detailed(task, rate, counted, taxes, rules)
    price = unit_price(task, rate)
    quantity = final_quantity(task, rate, task.quantity)
    total = rounded(line_sum(task, rate, price, quantity), rules.unit)
    return Line(task, rate, taxes, counted, quantity, price, total, total)


def _detailed(
    task: Task,
    rate: Rate | None,
    counted: bool,  # noqa: FBT001 - as in Line
    taxes: tuple[str, ...],
    rules: Rules,
) -> Line:
    price = unit_price(task, rate)
    quantity = final_quantity(task, rate, likely_quantity(task))
    value = rules.arising(line_sum(task, rate, price, quantity))
    discounts = [_amount(part, value, quantity, rules) for part in task.discounts]
    surcharges = [_amount(part, value, quantity, rules) for part in task.surcharges]
    total = value - sum(discounts, ZERO) + sum(surcharges, ZERO)
    low = high = total
    estimate = task.estimate
    if estimate is not None:
        low = _total_at(task, rate, price, estimate.low, rules)
        high = _total_at(task, rate, price, estimate.high, rules)
    details = Details(
        discounts=rows(task.discounts, discounts, rules),
        surcharges=rows(task.surcharges, surcharges, rules),
        low=None if estimate is None else rules.shown(low),
        high=None if estimate is None else rules.shown(high),
        exact=Exact(total, low, high) if rules.at_end else None,
    )
    shown = rules.shown(value), rules.shown(total)
    return Line(task, rate, taxes, counted, quantity, price, *shown, details)


def _total_at(
    task: Task, rate: Rate | None, price: Decimal, stated: Decimal, rules: Rules
) -> Decimal:
    quantity = final_quantity(task, rate, stated)
    value = rules.arising(line_sum(task, rate, price, quantity))
    off = sum((_amount(part, value, quantity, rules) for part in task.discounts), ZERO)
    return (
        value - off + sum((_amount(part, value, quantity, rules) for part in task.surcharges), ZERO)
    )


def unit_price(priced: Priced, rate: Rate | None) -> Decimal:
    """Return the price for `per` units: the rate's, the task's, or the expense with its markup."""
    if rate is not None:
        return rate.price
    if priced.price is not None:
        return priced.price
    expense = priced.expense or ZERO
    return expense if priced.markup is None else expense * (ONE + priced.markup * PERCENT)


def likely_quantity(priced: Priced) -> Decimal:
    """Return the quantity as written, or (low + 4 likely + high) / 6 rounded to 0.01."""
    estimate: Estimate | None = priced.estimate
    if estimate is None:
        return ONE if priced.quantity is None else priced.quantity
    return rounded(divided(estimate.low + 4 * estimate.likely + estimate.high, SIX), _CENT)


def final_quantity(priced: Priced, rate: Rate | None, stated: Decimal | None) -> Decimal:
    """Round a quantity up to the rate's increment, and repeat it for a line that recurs."""
    quantity = ONE if stated is None else stated
    if rate is not None and rate.increment is not None:
        quantity = to_multiple(quantity, rate.increment, "ceiling")
    if isinstance(priced, Task) and priced.times is not None:
        quantity *= priced.times
    return quantity


def line_sum(priced: Priced, rate: Rate | None, price: Decimal, quantity: Decimal) -> Decimal:
    """Return price × quantity / per, unrounded; with tiers each part at its own price."""
    if rate is None:
        value = price * quantity
        return value if priced.per is None or priced.per == ONE else divided(value, priced.per)
    value = _tiered(rate, quantity) if rate.tiers else price * quantity
    return value if rate.per == ONE else divided(value, rate.per)


def _tiered(rate: Rate, quantity: Decimal) -> Decimal:
    value = ZERO
    left = quantity
    for tier in reversed(rate.tiers):
        if left > tier.above:
            value += (left - tier.above) * tier.price
            left = tier.above
    return value + left * rate.price


def _amount(part: TaskAdjustment, value: Decimal, quantity: Decimal, rules: Rules) -> Decimal:
    if part.percent is not None:
        base = value if part.base is None else part.base
        return rules.arising(base * part.percent * PERCENT)
    if part.price is not None:
        return rules.arising(part.price * (quantity if part.quantity is None else part.quantity))
    return rules.arising(part.amount or ZERO)


def rows(
    parts: Iterable[TaskAdjustment], amounts: Iterable[Decimal], rules: Rules
) -> tuple[AdjustmentRow, ...]:
    """Return the rows that show a line's adjustments."""
    return tuple(
        AdjustmentRow(part.id, part.title, part.percent, rules.shown(amount))
        for part, amount in zip(parts, amounts, strict=True)
    )
