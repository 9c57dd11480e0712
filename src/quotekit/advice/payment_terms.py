"""What a quote should say of payment, and what the service agreement asks of it."""

from collections.abc import Iterator
from decimal import Decimal

from quotekit.advice.deposit import deposit_reaches
from quotekit.advice.finding import Finding
from quotekit.advice.question import HEAVY, LIGHT, MIDDLE, Question
from quotekit.changes import in_force
from quotekit.pricing import PricedQuote
from quotekit.quotes import Agreement, Payment
from quotekit.values import plain


def said_by_payments(priced: PricedQuote) -> Iterator[Question]:
    """Ask when what is to be paid."""
    payments = priced.quote.payments
    yield Question(MIDDLE, None if payments else _NO_PAYMENTS)
    for at, payment in enumerate(payments):
        yield Question(LIGHT, None if payment.due is not None else _no_due_day(payment, at))


_NO_PAYMENTS = Finding(
    "no_payments",
    blocker=False,
    fact="when what is to be paid is not said",
    remedy="write payments, with a deposit",
    why="What is due at no date is paid at no date.",
    keys=("payments",),
)


def _no_due_day(payment: Payment, at: int) -> Finding:
    return Finding(
        "no_due_day",
        blocker=False,
        fact=f'when "{payment.id}" is to be paid is not said',
        remedy="write due, such as {after: acceptance, days: 7}",
        why="What is due at no date is paid at no date.",
        keys=("payments", at),
    )


def said_by_agreement(priced: PricedQuote, agreement: Agreement | None) -> Iterator[Question]:
    """Ask for what the agreement asks of a quote: a deposit, and the smallest job.

    The exceptions of the quote are taken into account, and amounts are those of its currency.
    """
    if agreement is None:
        return
    terms = in_force(agreement, priced.quote).quotes
    if terms.deposit is not None:
        reached = deposit_reaches(priced, terms.deposit)
        yield Question(HEAVY, None if reached else _deposit(terms.deposit))
    if terms.minimum_total is not None:
        totals = priced.totals
        whole = totals.total if priced.quote.prices_include_tax else totals.net
        reached = whole >= terms.minimum_total
        yield Question(MIDDLE, None if reached else _below_minimum(whole, terms.minimum_total))


def _deposit(asked: Decimal) -> Finding:
    return Finding(
        "deposit",
        blocker=True,
        fact=f"the agreement asks for a deposit of {plain(asked)} %, and less is due before work",
        remedy="write a payment that is due after acceptance, or an exception to quotes.deposit",
        why="A deposit pays for the days you keep free, and tells who means it.",
        keys=("payments",),
    )


def _below_minimum(whole: Decimal, least: Decimal) -> Finding:
    return Finding(
        "below_minimum",
        blocker=False,
        fact=f"the job comes to {whole:f}, and the smallest that the agreement knows to "
        f"{plain(least)}",
        remedy="raise it, or make an exception to quotes.minimum_total",
        why="Every job costs mails, an invoice and a day's attention before it pays anything.",
        keys=("tasks",),
    )
