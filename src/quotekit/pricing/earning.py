"""What the seller alone sees: cost, margin, and what an hour of the work brings in."""

from dataclasses import dataclass
from decimal import Decimal, localcontext

from quotekit.pricing.line import PERCENT
from quotekit.pricing.priced_line import Line
from quotekit.pricing.priced_quote import PricedQuote
from quotekit.quotes import Schedule
from quotekit.values import EXACT, ZERO, divided, rounded

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Viability:
    """What the seller alone sees: cost, margin, hours and what an hour brings in.

    `margin` = net - `cost`. `hourly_rate` = (net - `expenses` at cost) / `hours`, None without
    hours. `margin_percent` is of net, None where net is zero.
    """

    net: Decimal
    expenses: Decimal
    cost: Decimal
    margin: Decimal
    margin_percent: Decimal | None
    hours: Decimal
    hourly_rate: Decimal | None
    floor_rate: Decimal | None


def viability(priced: PricedQuote) -> Viability:
    """Work out cost, margin and the effective hourly rate of a priced quote.

    The cost of a task is its own `private.cost` for the whole of it, or else its expense without
    markup, or else the rate's `private.cost` for each unit. Only counted lines take part; a quote
    of nothing but what recurs without end is told by one period of each such line. Amounts have the
    currency's decimals, hours and percent two.
    """
    with localcontext(EXACT):
        counted = [line for line in priced.lines if line.counted]
        unit = priced.rules.unit
        net = priced.totals.net
        if not counted:
            counted = priced.recurring_lines
            net = sum((part.totals.net for part in priced.recurring), net)
        cost = rounded(sum((_cost(line) for line in counted), ZERO), unit)
        expenses = rounded(sum((_expense(line) for line in counted), ZERO), unit)
        schedule = priced.quote.schedule
        hours_per_day = (schedule if schedule is not None else Schedule()).hours_per_day
        hours = rounded(sum((_hours(line, hours_per_day) for line in counted), ZERO), _HUNDREDTH)
        margin = net - cost
        share = None if not net else rounded(divided(margin, net * PERCENT), _HUNDREDTH)
        private = priced.quote.private
        return Viability(
            net=net,
            expenses=expenses,
            cost=cost,
            margin=margin,
            margin_percent=share,
            hours=hours,
            hourly_rate=rounded(divided(net - expenses, hours), unit) if hours else None,
            floor_rate=None if private is None else private.floor_rate,
        )


def _cost(line: Line) -> Decimal:
    task, rate = line.task, line.rate
    if task.private is not None and task.private.cost is not None:
        return task.private.cost
    if task.expense is not None:
        return _expense(line)
    if rate is not None and rate.private is not None and rate.private.cost is not None:
        return divided(rate.private.cost * line.quantity, rate.per)
    return ZERO


def _expense(line: Line) -> Decimal:
    if line.task.expense is None:
        return ZERO
    return divided(line.task.expense * line.quantity, line.per)


def _hours(line: Line, hours_per_day: Decimal) -> Decimal:
    task = line.task
    if task.effort is not None:
        return task.effort
    if task.days is not None:
        return task.days * hours_per_day
    if task.expense is not None or line.quantity <= 0:
        return ZERO
    if line.unit == "hour":
        return line.quantity
    return line.quantity * hours_per_day if line.unit == "day" else ZERO
