"""The priced quote as JSON: every amount is text, every key is there."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from quotekit.pricing import (
    AdjustmentRow,
    Bound,
    Instalment,
    Line,
    PricedQuote,
    TaxAmount,
    Timeline,
    Totals,
    Viability,
)
from quotekit.quotes import Agreement, written
from quotekit.values import plain


def json_text(data: object) -> str:
    """Write plain data as indented JSON, text as it is, with a line end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def agreement_json(agreement: Agreement) -> dict[str, Any]:
    """Return a service agreement as plain data, as it was written."""
    return written(agreement)


def quote_json(priced: PricedQuote, viability: Viability | None = None) -> dict[str, Any]:
    """Return a priced quote as plain data (`priced_quote/1`).

    Amounts have the decimals of the currency; quantity, price, per and percent have no trailing
    zeros. Nothing private is in it, unless `viability` is given for the seller's own eyes.
    """
    spread = priced.range
    data: dict[str, Any] = {
        "quotekit": "priced_quote/1",
        "number": priced.number,
        "digest": priced.digest,
        "currency": priced.currency,
        "decimals": priced.decimals,
        "lines": [line_json(line) for line in priced.lines],
        "options": [
            {
                "name": option.name,
                "title": option.title,
                "selected": option.selected,
                "total": _money(option.total),
            }
            for option in priced.options
        ],
        "totals": totals_json(priced.totals),
        "recurring": [
            {"every": part.every, "totals": totals_json(part.totals)} for part in priced.recurring
        ],
        "range": None
        if spread is None
        else {"low": _bound(spread.low), "high": _bound(spread.high)},
        "instalments": [_instalment(part) for part in priced.instalments],
        "timeline": _timeline(priced.timeline),
    }
    if viability is not None:
        data["internal"] = viability_json(viability)
    return data


def _money(amount: Decimal) -> str:
    return f"{amount:f}"


def _plain_or_none(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)


def _money_or_none(amount: Decimal | None) -> str | None:
    return None if amount is None else _money(amount)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _rows(rows: Iterable[AdjustmentRow]) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "title": row.title,
            "percent": _plain_or_none(row.percent),
            "amount": _money(row.amount),
        }
        for row in rows
    ]


def line_json(line: Line) -> dict[str, Any]:
    """Return a line of a priced quote as plain data."""
    return {
        "id": line.id,
        "title": line.title,
        "phase": line.phase,
        "option": line.option,
        "counted": line.counted,
        "every": line.every,
        "quantity": plain(line.quantity),
        "unit": line.unit,
        "per": plain(line.per),
        "price": plain(line.price),
        "sum": _money(line.sum),
        "discounts": _rows(line.discounts),
        "surcharges": _rows(line.surcharges),
        "total": _money(line.total),
        "taxes": list(line.taxes),
        "low": _money_or_none(line.low),
        "high": _money_or_none(line.high),
    }


def totals_json(totals: Totals) -> dict[str, Any]:
    """Return the totals of a quote as plain data."""
    return {
        "lines": _money(totals.lines),
        "discounts": _rows(totals.discounts),
        "surcharges": _rows(totals.surcharges),
        "discount": _money(totals.discount),
        "surcharge": _money(totals.surcharge),
        "net": _money(totals.net),
        "taxes": [_tax(row) for row in totals.taxes],
        "tax": _money(totals.tax),
        "total": _money(totals.total),
        "withheld": _money(totals.withheld),
        "rounding": _money(totals.rounding),
        "payable": _money(totals.payable),
        "rounding_rows": [
            {"between": row.between, "amount": _money(row.amount)} for row in totals.rounding_rows
        ],
    }


def _tax(row: TaxAmount) -> dict[str, Any]:
    return {
        "name": row.name,
        "title": row.title,
        "percent": plain(row.percent),
        "base": _money(row.base),
        "amount": _money(row.amount),
        "withheld": row.withheld,
        "reason": row.reason,
    }


def _bound(bound: Bound) -> dict[str, str]:
    return {"net": _money(bound.net), "total": _money(bound.total)}


def _instalment(part: Instalment) -> dict[str, Any]:
    due = None
    if part.due is not None:
        due = part.due.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    return {
        "id": part.id,
        "title": part.title,
        "percent": _plain_or_none(part.percent),
        "amount": _money(part.amount),
        "due": due,
        "date": _day(part.date),
    }


def _timeline(timeline: Timeline | None) -> dict[str, Any] | None:
    if timeline is None:
        return None
    return {
        "working_days": timeline.working_days,
        "start": _day(timeline.start),
        "finish": _day(timeline.finish),
        "tasks": [
            {"id": task.id, "start": _day(task.start), "finish": _day(task.finish)}
            for task in timeline.tasks
        ],
    }


def viability_json(viability: Viability) -> dict[str, Any]:
    """Return what the seller alone sees as plain data."""
    return {
        "cost": _money(viability.cost),
        "margin": _money(viability.margin),
        "margin_percent": _plain_or_none(viability.margin_percent),
        "hours": plain(viability.hours),
        "hourly_rate": _money_or_none(viability.hourly_rate),
        "floor_rate": _money_or_none(viability.floor_rate),
    }
