"""Instalments: the payable amount in parts that always add up."""

from collections.abc import Sequence
from decimal import Decimal

from quotekit.errors import Fault, UnpriceableError
from quotekit.pricing.line import PERCENT
from quotekit.quotes import Payment
from quotekit.values import ZERO, plain, rounded


def pay(payments: Sequence[Payment], payable: Decimal, unit: Decimal) -> tuple[Decimal, ...]:
    """Divide what is payable among the payments.

    Percents are rounded to the currency's decimals, amounts stand as written, the balance is
    what remains; without a balance the last percent takes the remainder. Raises
    `UnpriceableError` where amounts exceed the payable or, alone, do not reach it, and where one
    has more decimals than the currency: it could not stand as written.
    """
    if not payments:
        return ()
    amounts = [
        rounded(
            payable * payment.percent * PERCENT
            if payment.percent is not None
            else payment.amount or ZERO,
            unit,
        )
        for payment in payments
    ]
    _check(payments, payable, unit)
    last = next((at for at, payment in enumerate(payments) if payment.balance), None)
    if last is None:
        percents = [at for at, payment in enumerate(payments) if payment.percent is not None]
        last = percents[-1] if percents else None
    if last is not None:
        amounts[last] += payable - sum(amounts, ZERO)
    return tuple(amounts)


def _check(payments: Sequence[Payment], payable: Decimal, unit: Decimal) -> None:
    for at, payment in enumerate(payments):
        if payment.amount is not None and payment.amount != rounded(payment.amount, unit):
            raise UnpriceableError(
                Fault(
                    "too_many_decimals",
                    f"nobody can pay {plain(payment.amount)}, which has more decimals than the "
                    "currency",
                    f"write {rounded(payment.amount, unit):f}",
                    value=plain(payment.amount),
                ).at("payments", at, "amount")
            )
    stated = sum((payment.amount for payment in payments if payment.amount is not None), ZERO)
    has_amount = any(payment.amount is not None for payment in payments)
    # Without a balance, percents make all of what is payable; an amount beside them is above it.
    whole = any(payment.percent is not None for payment in payments) and not any(
        payment.balance for payment in payments
    )
    together = payable + stated if whole and stated > 0 else stated
    if has_amount and together > payable:
        raise UnpriceableError(
            Fault(
                "payments_above",
                f"the payments of {plain(together)} are above the payable amount, {plain(payable)}",
                f"take off {plain(together - payable)}",
            ).at("payments")
        )
    if all(payment.amount is not None for payment in payments) and stated < payable:
        raise UnpriceableError(
            Fault(
                "payments_below",
                f"the payments of {plain(stated)} do not reach the payable amount, "
                f"{plain(payable)}",
                f"add the missing {plain(payable - stated)}, or a payment with balance: true",
            ).at("payments")
        )
