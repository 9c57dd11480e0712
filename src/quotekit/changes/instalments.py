"""Instalments of a changed quote: what is paid stays, the rest goes with the new sum."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from quotekit.changes.action import Action
from quotekit.changes.actions import ReviseQuote
from quotekit.changes.added_work import sum_of
from quotekit.changes.order import InstalmentChange
from quotekit.errors import Fault
from quotekit.pricing import PricedQuote
from quotekit.quotes import Payment, minor_units, unknown_name
from quotekit.values import EXACT, HUNDRED, ZERO, plain, quantum, rounded


def paid_faults(paid: Iterable[str], before: PricedQuote) -> list[Fault]:
    """Find instalments said to be paid that the contract does not have."""
    known = [payment.id for payment in before.quote.payments]
    return [
        unknown_name("payment", name, known, "paid", name) for name in paid if name not in known
    ]


def payment_faults(
    before: PricedQuote, stated: Sequence[Payment], paid: Iterable[str]
) -> Iterator[Fault]:
    """Find what the stated payments drop or change of those in `paid`; such a one may be stated.

    Nothing else than what it came to can be stated of it.
    """
    amounts = _made(before, paid)
    left = {one.id for one in stated}
    for name in amounts:
        if name not in left:
            fact = f'the payment "{name}" has been made and cannot go'
            yield Fault("paid", fact, "keep it in payments", value=name).at("payments")
    known = {one.id: one for one in before.quote.payments}
    for at, payment in enumerate(stated):
        amount = amounts.get(payment.id)
        if amount is None or payment.amount == amount:
            continue
        ways = [(one.percent, one.amount, one.balance) for one in (payment, known[payment.id])]
        if ways[0] != ways[1]:
            fact = f'the payment "{payment.id}" was {plain(amount)} and has been made'
            value = None if payment.amount is None else plain(payment.amount)
            fault = Fault("paid", fact, f"leave it at {plain(amount)}", value=value)
            yield fault.at("payments", at)


def payable_faults(
    before: PricedQuote, stated: Sequence[Payment], payable: Decimal, paid: Iterable[str]
) -> Iterator[Fault]:
    """Find payments that are stated anew and come to more than is payable."""
    wanted = sum_of(one.amount for one in stated if one.amount is not None)
    fixed = sum_of(_made(before, paid).values())
    if tuple(stated) != tuple(before.quote.payments) and wanted > payable >= fixed:
        fact = f"the payments of {plain(wanted)} are above the payable amount, {plain(payable)}"
        remedy = f"take off {plain(EXACT.subtract(wanted, payable))}"
        yield Fault("payments_above", fact, remedy).at("payments")


def at_payments(fault: Fault, actions: Sequence[Action]) -> Fault:
    """Put a fault of payments to the action that states them, the last of several."""
    found = [
        at
        for at, one in enumerate(actions)
        if isinstance(one, ReviseQuote) and "payments" in one.revise_quote.stated
    ]
    return fault.at("actions", *((found[-1], "revise_quote") if found else ()))


def _made(before: PricedQuote, paid: Iterable[str]) -> dict[str, Decimal]:
    """Return what the instalments in `paid` came to."""
    names = set(paid)
    return {part.id: part.amount for part in before.instalments if part.id in names}


def revised_payments(
    number: str, before: PricedQuote, stated: Sequence[Payment], payable: Decimal, paid: set[str]
) -> tuple[Payment, ...]:
    """Return the payments of a revised quote whose payable amount is known.

    Those in `paid` are fixed at what they came to. Percents of the others apply to the new
    amount; what remains falls on the last that is open, or on an instalment of the order's own
    number. Below zero it is a refund; where the stated amounts are more than is payable, every
    open one is written as an amount.
    """
    amounts = _made(before, paid)
    payments = [_written(one, amount=amounts[one.id]) if one.id in paid else one for one in stated]
    still_open = [at for at, one in enumerate(payments) if one.id not in paid]
    if not payments or (still_open and _stand(payments, payable)):
        return tuple(payments)
    if not still_open:
        if sum_of(one.amount or ZERO for one in payments) == payable:
            return tuple(payments)
        still_open = [len(payments)]
        payments.append(Payment(id=number, balance=True))
    rest = _rest_falls_on(payments, still_open)
    payments[rest] = _written(payments[rest], balance=True)
    unit = quantum(minor_units(before.quote.currency))
    shares = [_share(one, payable, unit) for one in payments]
    left = EXACT.subtract(payable, sum_of(shares))
    stated_sum = sum_of(one.amount or ZERO for one in payments)
    if stated_sum > payable:
        shares[rest] = left
        for at in still_open:
            payments[at] = _written(payments[at], amount=shares[at])
    return tuple(payments)


def _stand(payments: Sequence[Payment], payable: Decimal) -> bool:
    """Say whether payments add up to what is payable just as they are written."""
    amounts = [one.amount for one in payments if one.amount is not None]
    percents = [one.percent for one in payments if one.percent is not None]
    if not amounts:
        return True
    if any(one.balance for one in payments):
        return sum_of(amounts) <= payable
    if percents:
        return sum_of(percents) == HUNDRED and sum_of(amounts) <= min(ZERO, payable)
    return sum_of(amounts) == payable


def _rest_falls_on(payments: Sequence[Payment], still_open: Sequence[int]) -> int:
    """Return the position of the open payment that takes what remains."""
    for fits in (lambda one: one.balance, lambda one: one.percent is not None):
        found = [at for at in still_open if fits(payments[at])]
        if found:
            return found[-1]
    return still_open[-1]


def _share(payment: Payment, payable: Decimal, unit: Decimal) -> Decimal:
    if payment.percent is not None:
        return rounded(EXACT.scaleb(EXACT.multiply(payable, payment.percent), -2), unit)
    return ZERO if payment.amount is None else payment.amount


def _written(payment: Payment, **way: Any) -> Payment:  # noqa: ANN401 - an amount or a truth
    stated = {name: payment.__dict__[name] for name in payment.model_fields_set}
    stated |= {"percent": None, "amount": None, "balance": None, **way}
    return Payment.model_validate({key: one for key, one in stated.items() if one is not None})


def instalment_changes(
    before: PricedQuote, after: PricedQuote, paid: Iterable[str]
) -> tuple[InstalmentChange, ...]:
    """Return what each instalment comes to before and after, those dropped last."""
    old = {part.id: part for part in before.instalments}
    fixed = frozenset(paid)
    found = []
    for part in after.instalments:
        was = old.pop(part.id, None)
        amount = None if was is None else was.amount
        found.append(InstalmentChange(part.id, part.title, amount, part.amount, part.id in fixed))
    gone = (
        InstalmentChange(was.id, was.title, was.amount, None, fixed=False) for was in old.values()
    )
    return (*found, *gone)
