"""Instalments of a changed quote: what is paid stays, the rest goes with the new sum."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from quotekit.changes.added_work import sum_of
from quotekit.changes.order import InstalmentChange
from quotekit.errors import Fault, InvalidInputError
from quotekit.pricing import PricedQuote
from quotekit.quotes import Payment, minor_units, unknown_name
from quotekit.values import EXACT, HUNDRED, ZERO, plain, quantum, rounded


def paid_faults(paid: Iterable[str], before: PricedQuote) -> list[Fault]:
    """Find instalments said to be paid that the contract does not have."""
    known = [payment.id for payment in before.quote.payments]
    return [
        unknown_name("payment", name, known, "paid", name) for name in paid if name not in known
    ]


def revised_payments(
    number: str, before: PricedQuote, stated: Sequence[Payment], payable: Decimal, paid: set[str]
) -> tuple[Payment, ...]:
    """Return the payments of a revised quote whose payable amount is known.

    Those in `paid` are fixed at what they came to. Percents of the others apply to the new
    amount; what remains falls on the last that is open, or on an instalment of the order's own
    number. Below zero it is a refund; where the stated amounts are more than is payable, every
    open one is written as an amount. Raises `InvalidInputError` where a request drops an
    instalment that is paid, or states more than is payable itself.
    """
    amounts = {part.id: part.amount for part in before.instalments}
    missing = [name for name in amounts if name in paid and name not in {one.id for one in stated}]
    if missing:
        fact = f'the payment "{missing[0]}" has been made and cannot go'
        raise InvalidInputError(Fault("paid", fact, "keep it in payments").at("actions"))
    known = {one.id: one for one in before.quote.payments}
    payments = [
        _fixed(one, known[one.id], amounts[one.id]) if one.id in paid else one for one in stated
    ]
    _check_new(stated, before.quote.payments, payable, sum_of(amounts[name] for name in paid))
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


def _check_new(
    stated: Sequence[Payment], known: Sequence[Payment], payable: Decimal, fixed: Decimal
) -> None:
    """Refuse payments that a request states, and that come to more than is payable."""
    wanted = sum_of(one.amount for one in stated if one.amount is not None)
    if tuple(stated) != tuple(known) and wanted > payable >= fixed:
        fact = f"the payments of {plain(wanted)} are above the payable amount, {plain(payable)}"
        remedy = f"take off {plain(EXACT.subtract(wanted, payable))}"
        raise InvalidInputError(Fault("payments_above", fact, remedy).at("actions"))


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


def _fixed(payment: Payment, known: Payment, amount: Decimal) -> Payment:
    """Fix a payment at what it came to; a request may state that, and nothing else."""
    ways = [(one.percent, one.amount, one.balance) for one in (payment, known)]
    if payment.amount != amount and ways[0] != ways[1]:
        fact = f'the payment "{payment.id}" was {plain(amount)} and has been made'
        value = None if payment.amount is None else plain(payment.amount)
        fault = Fault("paid", fact, f"leave it at {plain(amount)}", value=value)
        raise InvalidInputError(fault.at("actions"))
    return _written(payment, amount=amount)


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
