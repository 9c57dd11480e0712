"""The deposit: what is due before any work is."""

from decimal import Decimal

from quotekit.pricing import Instalment, PricedQuote, due_after
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
    """Say whether an instalment is due by the day on which work starts.

    One that is due after acceptance has to be so if the quote is accepted on its own day, one on a
    fixed day, where no start is planned, by the last day on which it can be accepted. What nobody
    can tell, as no day is stated, is taken to be so.
    """
    due, quote = part.due, priced.quote
    start = (quote.schedule or Schedule()).start
    if due is None:
        return False
    if due.after == "acceptance":
        return start is None or quote.date is None or due_after(quote.date, due) <= start
    if due.date is not None:
        by = quote.valid_until if start is None else start
        return by is not None and due.date <= by
    return due.before == "start"


def _part(amount: Decimal, percent: Decimal) -> Decimal:
    return EXACT.multiply(amount, EXACT.scaleb(percent, -2))
