"""The deposit: what is due before any work is."""

from decimal import Decimal

from quotekit.pricing import Instalment, PricedQuote
from quotekit.quotes import Schedule
from quotekit.values import EXACT, ZERO, quantum, rounded


def deposit_reaches(priced: PricedQuote, percent: Decimal) -> bool:
    """Say whether so many percent of what is payable are due before any work is.

    An instalment in percent counts with its percent, whatever rounding has made of it. Where
    nothing is payable, nothing need be due.
    """
    payable = priced.totals.payable
    unit = quantum(priced.decimals)
    enough = rounded(_part(payable, percent), unit)
    return payable <= 0 or rounded(due_before_work(priced), unit) >= enough


def due_before_work(priced: PricedQuote) -> Decimal:
    """Return what is due before any work is; an instalment in percent counts unrounded."""
    paid = ZERO
    for part in priced.instalments:
        if _before_work(part, priced):
            stated = part.percent
            whole = priced.totals.payable
            paid = EXACT.add(paid, part.amount if stated is None else _part(whole, stated))
    return paid


def _before_work(part: Instalment, priced: PricedQuote) -> bool:
    """Say whether an instalment is due on acceptance, or by the day on which work starts."""
    due = part.due
    if due is None:
        return False
    if due.after == "acceptance" or due.before == "start":
        return True
    start = (priced.quote.schedule or Schedule()).start
    return due.date is not None and start is not None and due.date <= start


def _part(amount: Decimal, percent: Decimal) -> Decimal:
    return EXACT.multiply(amount, EXACT.scaleb(percent, -2))
