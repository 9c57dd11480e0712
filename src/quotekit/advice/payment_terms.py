"""What a quote should say of payment, and what the service agreement asks of it."""

from collections.abc import Iterator
from decimal import Decimal

from quotekit.advice.deposit import deposit_reaches
from quotekit.advice.finding import Finding
from quotekit.advice.question import HEAVY, LIGHT, MIDDLE, Question
from quotekit.advice.terms import Terms
from quotekit.pricing import PricedQuote
from quotekit.quotes import Payment


def said_by_payments(priced: PricedQuote) -> Iterator[Question]:
    """Ask when what is to be paid."""
    payments = priced.quote.payments
    none = Finding("no_payments", blocker=False, keys=("payments",))
    yield Question(MIDDLE, None if payments else none)
    for at, payment in enumerate(payments):
        yield Question(LIGHT, None if payment.due is not None else _no_due_day(payment, at))


def _no_due_day(payment: Payment, at: int) -> Finding:
    return Finding("no_due_day", blocker=False, keys=("payments", at), about=payment.id)


def said_by_agreement(priced: PricedQuote, terms: Terms) -> Iterator[Question]:
    """Ask for what the agreement asks of a quote: a deposit, and the smallest job.

    The exceptions of the quote are taken into account, and amounts are those of its currency.
    """
    if terms.agreement is None or terms.agreed:
        return
    asked = terms.in_force(priced.quote).quotes
    if asked.deposit is not None:
        reached = deposit_reaches(priced, asked.deposit)
        yield Question(HEAVY, None if reached else _deposit(asked.deposit))
    if asked.minimum_total is not None:
        totals = priced.totals
        whole = totals.total if priced.quote.prices_include_tax else totals.net
        reached = whole >= asked.minimum_total
        yield Question(MIDDLE, None if reached else _below_minimum(whole, asked.minimum_total))


def _deposit(asked: Decimal) -> Finding:
    return Finding("deposit", blocker=True, keys=("payments",), asked=asked, unit="percent")


def _below_minimum(whole: Decimal, least: Decimal) -> Finding:
    return Finding("below_minimum", blocker=False, keys=("tasks",), asked=least, given=whole)
