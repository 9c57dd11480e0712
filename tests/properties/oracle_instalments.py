"""The oracle's reading of instalments: their amounts and their planned dates."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.properties.oracle_money import ZERO, Money, fixed, number, plain, truth
from tests.properties.oracle_timeline import Timeline


def instalments_of(
    document: dict[str, Any], payable: Fraction, money: Money, timeline: Timeline | None
) -> list[dict[str, Any]]:
    """Divide the payable amount, to the last minor unit."""
    payments = document.get("payments", [])
    amounts: list[Fraction] = []
    for payment in payments:
        if "percent" in payment:
            amounts.append(money.shown(payable * number(payment["percent"]) / 100))
        else:
            amounts.append(number(payment.get("amount", 0)))
    places = [n for n, payment in enumerate(payments) if truth(payment.get("balance", False))]
    places = places or [n for n, payment in enumerate(payments) if "percent" in payment]
    if places:
        amounts[places[-1]] += payable - sum(amounts, ZERO)
    return [
        {
            "id": payment["id"],
            "title": payment.get("title"),
            "percent": plain(number(payment["percent"])) if "percent" in payment else None,
            "amount": fixed(amount, money.decimals),
            "due": _due(payment.get("due")),
            "date": _date(document, payment.get("due"), timeline),
        }
        for payment, amount in zip(payments, amounts, strict=True)
    ]


def _due(due: dict[str, Any] | None) -> dict[str, Any] | None:
    if due is None:
        return None
    counts = ("days", "end_of_month")
    return {key: int(value) if key in counts else value for key, value in due.items()}


def _date(
    document: dict[str, Any], due: dict[str, Any] | None, timeline: Timeline | None
) -> str | None:
    if due is None:
        return None
    if "date" in due:
        return str(due["date"])
    days = timedelta(days=int(due.get("days", 0)))
    start = document.get("schedule", {}).get("start")
    if "before" in due:
        return None if start is None else (date.fromisoformat(start) - days).isoformat()
    if due["after"] == "acceptance" or timeline is None:
        return None
    event = timeline.finish if due["after"] == "delivery" else timeline.finish_of(due["after"])
    if event is None:
        return None
    event += days
    if "end_of_month" in due:
        months = event.month - 1 + int(due["end_of_month"])
        year, month = event.year + months // 12, months % 12 + 1
        event = date(year, month, monthrange(year, month)[1])
    return event.isoformat()
