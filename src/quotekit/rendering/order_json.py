"""The change order as JSON: what changes, what it costs, and what the contract comes to."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from quotekit.changes import Action, ChangeOrder, OrderLine, Side, Steps
from quotekit.quotes import written
from quotekit.values import plain

_PRIVATE = "private"
_WITH_KEYS = ("add", "set", "add_rate", "revise_quote")
"""The parts of an action that hold keys of a task, a rate or a quote."""


def order_json(order: ChangeOrder) -> dict[str, Any]:
    """Return a change order, or the bare difference of two quotes, as plain data.

    The shape is `change_order/1`. Amounts have the decimals of the currency; quantity, price and
    percent have no trailing zeros. Nothing private is in it. For a bare difference number,
    issued, valid_until and allowance are None.
    """
    allowance = order.allowance
    return {
        "quotekit": "change_order/1",
        "number": order.number,
        "quote": order.quote,
        "title": order.title,
        "issued": _day(order.issued),
        "valid_until": _day(order.valid_until),
        "base": order.base,
        "revised": order.revised,
        "actions": list(_actions(order.actions)),
        "lines": [_line(line) for line in order.lines],
        "allowance": None
        if allowance is None
        else {"used": allowance.used, "left": allowance.left},
        "taxes": [
            {
                "name": tax.name,
                "before": _money(tax.before),
                "after": _money(tax.after),
                "difference": _money(tax.difference),
            }
            for tax in order.taxes
        ],
        "sum": {
            "net": _sums(order.sum.net),
            "total": _sums(order.sum.total),
            "payable": _sums(order.sum.payable),
        },
        "rounding_rows": [
            {
                "between": row.between,
                "before": _money(row.before),
                "after": _money(row.after),
                "difference": _money(row.difference),
            }
            for row in order.rounding_rows
        ],
        "time": {
            "working_days": _days(order.time.working_days),
            "finish": {
                "before": _day(order.time.finish_before),
                "after": _day(order.time.finish_after),
            },
        },
        "instalments": [
            {
                "id": part.id,
                "title": part.title,
                "before": _money_or_none(part.before),
                "after": _money_or_none(part.after),
                "fixed": part.fixed,
            }
            for part in order.instalments
        ],
    }


def _money(amount: Decimal) -> str:
    return f"{amount:f}"


def _money_or_none(amount: Decimal | None) -> str | None:
    return None if amount is None else _money(amount)


def _plain_or_none(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _sums(steps: Steps[Decimal]) -> dict[str, str]:
    return {
        "original": _money(steps.original),
        "earlier": _money(steps.earlier),
        "before": _money(steps.before),
        "change": _money(steps.change),
        "after": _money(steps.after),
    }


def _days(steps: Steps[int]) -> dict[str, int]:
    return {
        "original": steps.original,
        "earlier": steps.earlier,
        "before": steps.before,
        "change": steps.change,
        "after": steps.after,
    }


def _line(line: OrderLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "title": line.title,
        "change": line.change,
        "before": _side(line.before),
        "after": _side(line.after),
        "difference": _money(line.difference),
        "percent": _plain_or_none(line.percent),
        "base": _money_or_none(line.base),
        "fields": [
            {"field": field.field, "before": field.before, "after": field.after}
            for field in line.fields
            if field.field != _PRIVATE
        ],
        "because": line.because,
        "announced": line.announced,
        "term": line.term,
    }


def _side(side: Side | None) -> dict[str, str | None] | None:
    if side is None:
        return None
    return {
        "quantity": _plain_or_none(side.quantity),
        "price": _plain_or_none(side.price),
        "total": _money(side.total),
    }


def _actions(actions: tuple[Action, ...]) -> Iterator[dict[str, Any]]:
    """Yield each action as it was written, but for what is private and actions of that alone."""
    for action in actions:
        data = written(action)
        only_private = False
        for key in _WITH_KEYS:
            part = data.get(key)
            if isinstance(part, dict) and _PRIVATE in part:
                del part[_PRIVATE]
                only_private = not part
        if not only_private:
            yield data
