"""The status of a job as JSON: sum, time, orders, progress, payments, what is owed, contact."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from quotekit.advice import Hindsight
from quotekit.changes import ChangeOrder, Contract, Rounds, Steps
from quotekit.record import Asked, ContactUse, Owed, Status
from quotekit.values import plain


def status_json(status: Status, hindsight: Hindsight | None = None) -> dict[str, Any]:
    """Return where a job stands as plain data (`status/1`).

    Amounts have the decimals of the currency, percents no trailing zeros. What follows from an
    accepted quote is null before one is, and `hindsight` where nobody asked for it; pending orders
    count nowhere else.
    """
    state, contract = status.state, status.contract
    sent = state.sent
    return {
        "quotekit": "status/1",
        "on": status.on.isoformat(),
        "phase": state.phase,
        "sent": None
        if sent is None
        else {key: sent.get(key) for key in ("number", "revision", "digest", "on", "valid_until")},
        "agreed": state.agreed,
        "accepted_on": _day(state.accepted_on),
        "currency": None if contract is None else contract.priced.currency,
        "sum": None if contract is None else _sum(contract),
        "time": None if contract is None else _time(contract),
        "orders": [] if contract is None else [_order(one, status) for one in contract.orders],
        "allowance": None if contract is None else _allowance(contract.rounds(status.on)),
        "progress": [
            {"task": task, "percent": plain(percent)} for task, percent in status.progress.items()
        ],
        "approved": _days(state.approved, "task"),
        "received": _days(state.received, "item"),
        "delivered": _day(state.delivered),
        "ended": state.ended,
        "paid": _money(status.paid),
        "instalments": [] if contract is None else list(_instalments(status, contract)),
        "owed": [_owed(one) for one in status.owed],
        "contact": None if status.contact is None else _contact(status.contact),
        "requests": [_request(one) for one in status.requests],
        "hindsight": None if hindsight is None else _hindsight(hindsight),
    }


def _money(amount: Decimal) -> str:
    return f"{amount:f}"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _days(found: Any, what: str) -> list[dict[str, str]]:  # noqa: ANN401 - days by their names
    return [{what: name, "on": day.isoformat()} for name, day in found.items()]


def _sum(contract: Contract) -> dict[str, dict[str, str]]:
    whole = contract.sum
    return {
        "net": _steps(whole.net),
        "total": _steps(whole.total),
        "payable": _steps(whole.payable),
    }


def _steps(steps: Steps[Decimal]) -> dict[str, str]:
    return {
        "original": _money(steps.original),
        "change": _money(steps.earlier),
        "current": _money(steps.after),
    }


def _time(contract: Contract) -> dict[str, Any]:
    days = contract.time.working_days
    timeline = contract.priced.timeline
    return {
        "working_days": {"original": days.original, "change": days.earlier, "current": days.after},
        "start": None if timeline is None else _day(timeline.start),
        "finish": None if timeline is None else _day(timeline.finish),
    }


def _order(order: ChangeOrder, status: Status) -> dict[str, Any]:
    contract = status.contract
    number = str(order.number)
    assert contract is not None  # noqa: S101 - an order is one of a contract
    state = contract.status(number, status.on)
    return {
        "number": number,
        "title": order.title,
        "status": state,
        "issued": _day(order.issued),
        "valid_until": _day(order.valid_until),
        "net": _money(order.sum.net.change),
        "total": _money(order.sum.total.change),
        "payable": _money(order.sum.payable.change),
        "working_days": order.time.working_days.change,
        "stale": state == "pending" and order.base != contract.priced.digest,
        "proceed": status.state.orders[number].proceed,
    }


def _allowance(rounds: Rounds) -> dict[str, Any] | None:
    """Return how many free rounds there are, and of each task, or of the quote, used and left."""
    granted = rounds.granted
    if granted is None:
        return None
    by_task = granted.per == "task"
    return {
        "revisions": granted.revisions,
        "hours": None if granted.hours is None else plain(granted.hours),
        "per": granted.per,
        "rounds": [
            {"task": name, "used": rounds.used(name), "left": rounds.left(name)}
            for name in (rounds.taken if by_task else (None,))
        ],
    }


def _instalments(status: Status, contract: Contract) -> Iterator[dict[str, Any]]:
    for part in contract.priced.instalments:
        paid = status.paid_for.get(part.id)
        yield {
            "id": part.id,
            "title": part.title,
            "amount": _money(part.amount),
            "paid": None if paid is None else _money(paid),
            "settled": part.id in status.settled,
            "due": _day(status.due_dates.get(part.id)),
        }


def _owed(one: Owed) -> dict[str, Any]:
    return {
        "item": one.item,
        "by": _day(one.by),
        "task": one.task,
        "overdue": one.overdue,
        "moves": one.moves,
    }


def _contact(use: ContactUse) -> dict[str, Any]:
    rate = use.terms.extra_hour_rate
    return {
        "messages": use.messages,
        "messages_per_week": use.terms.messages_per_week,
        "minutes": use.minutes,
        "warning": use.warning,
        "last_update": _day(use.last_update),
        "update_due": _day(use.update_due),
        "late_updates": use.late_updates,
        "excess_minutes": use.excess_minutes,
        "excess": None if use.excess is None else _money(use.excess),
        "extra_hour_rate": None if rate is None else plain(rate),
    }


def _request(one: Asked) -> dict[str, Any]:
    return {
        "seq": one.seq,
        "id": one.id,
        "title": one.title,
        "kind": one.kind,
        "reason": one.reason,
        "value": one.value,
        "contradicts": one.contradicts,
        "open": one.is_open,
        "orders": list(one.orders),
    }


def _hindsight(found: Hindsight) -> dict[str, Any]:
    share = found.accepted_percent
    return {
        "requests": found.requests,
        "by_kind": [{"kind": kind, "count": count} for kind, count in found.by_kind.items()],
        "by_reason": [
            {"reason": reason, "count": count} for reason, count in found.by_reason.items()
        ],
        "constructive": list(found.constructive),
        "preferences": list(found.preferences),
        "decided": found.decided,
        "accepted": found.accepted,
        "accepted_percent": None if share is None else plain(share),
        "by_change": [
            {"id": one.id, "title": one.title, "orders": list(one.orders), "net": _money(one.net)}
            for one in found.by_change
        ],
        "revenue": _money(found.revenue),
        "rate_without": None if found.rate_without is None else _money(found.rate_without),
        "rate_with": None if found.rate_with is None else _money(found.rate_with),
    }
