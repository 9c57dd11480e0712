"""The oracle's reading of instalments: those paid stay, the others share what is left."""

from copy import deepcopy
from fractions import Fraction
from typing import Any

from tests.properties.oracle_money import ZERO, fixed, number
from tests.properties.order_oracle_actions import Document
from tests.properties.order_oracle_reading import Reading


def payments_after(
    before: Reading, after: Reading, paid: tuple[str, ...], order: str
) -> list[dict[str, Any]]:
    """Give the payments of a revised quote so that what remains falls on no paid one."""
    payments: list[Document] = deepcopy(after.document.get("payments", []))
    due = {row["id"]: row["amount"] for row in before.instalments}
    payable = after.money.shown(after.totals.payable)
    for payment in payments:
        if payment["id"] in paid:
            _write(payment, amount=due[payment["id"]])
    if not payments or (not paid and payable == before.money.shown(before.totals.payable)):
        return payments
    still = [payment for payment in payments if payment["id"] not in paid]
    if not still:
        if _stated(payments) != payable:
            payments.append({"id": order, "balance": "true"})
            still = payments[-1:]
    elif not any("balance" in payment for payment in still):
        shares = [payment for payment in still if "percent" in payment]
        if len(shares) < len(payments):
            _write((shares or still)[-1], balance="true")
    if any("amount" in payment for payment in payments) and _stated(payments) > payable:
        # No quote states more than it comes to, so what is open is written as it comes out.
        _write_out(payments, still, payable, after)
    return payments


def _write(payment: Document, **way: str) -> None:
    for key in ("percent", "balance", "amount"):
        payment.pop(key, None)
    payment.update(way)


def _stated(payments: list[Document]) -> Fraction:
    return sum((number(payment.get("amount", 0)) for payment in payments), ZERO)


def _write_out(
    payments: list[Document], still: list[Document], payable: Fraction, after: Reading
) -> None:
    money = after.money
    for payment in still:
        if "percent" in payment:
            share = money.shown(payable * number(payment["percent"]) / 100)
            _write(payment, amount=fixed(share, money.decimals))
    for payment in still:
        if "balance" in payment:
            left = payable - _stated(payments)
            _write(payment, amount=fixed(left, money.decimals))
