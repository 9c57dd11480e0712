"""Advice as JSON: what a quote leaves open, whether to take a job, and what leaving it costs."""

from decimal import Decimal
from typing import Any

from quotekit.advice import (
    Assessment,
    Completeness,
    ExposedDay,
    Exposure,
    Finding,
    Review,
    Settlement,
)
from quotekit.rendering.json_document import totals_json, viability_json
from quotekit.values import plain

Advice = Settlement | Exposure | Assessment | Completeness | Review
"""What is for the seller's eyes alone, but for a settlement."""


def advice_json(advice: Advice) -> dict[str, Any]:
    """Return advice as plain data; amounts have the decimals of the currency."""
    if isinstance(advice, Settlement):
        return _settlement(advice)
    if isinstance(advice, Exposure):
        return _exposure(advice)
    if isinstance(advice, Assessment):
        return _assessment(advice)
    quotes = advice.quotes if isinstance(advice, Review) else (advice,)
    return {"quotekit": "completeness/1", "quotes": [_completeness(one) for one in quotes]}


def _settlement(found: Settlement) -> dict[str, Any]:
    return {
        "quotekit": "settlement/1",
        "quote": found.contract.number,
        "on": found.on.isoformat(),
        "cause": found.cause,
        "currency": found.currency,
        "tasks": [
            {
                "id": row.id,
                "title": row.title,
                "total": _money(row.total),
                "percent": plain(row.percent),
                "earned": _money(row.earned),
            }
            for row in found.tasks
        ],
        "adjustments": _money(found.adjustments),
        "earned": _money(found.earned),
        "unearned": _money(found.unearned),
        "instructed": [
            {
                "number": row.number,
                "title": row.title,
                "limit": _plain_or_none(row.limit),
                "percent": plain(row.percent),
                "earned": _money(row.earned),
            }
            for row in found.instructed
        ],
        "fee_percent": _plain_or_none(found.fee_percent),
        "fee": _money(found.fee),
        "totals": totals_json(found.totals),
        "paid": _money(found.paid),
        "due": _money(found.due),
        "rest": {
            "net": _money(found.rest.net),
            "taxes": [
                {
                    "name": row.name,
                    "title": row.title,
                    "percent": plain(row.percent),
                    "amount": _money(row.amount),
                    "withheld": row.withheld,
                }
                for row in found.rest.taxes
            ],
        },
        "notice_days": found.notice_days,
    }


def _exposure(found: Exposure) -> dict[str, Any]:
    return {
        "quotekit": "exposure/1",
        "quote": found.quote,
        "on": found.on.isoformat(),
        "currency": found.currency,
        "paid": _money(found.paid),
        "earned": _money(found.earned),
        "exposure": _money(found.exposure),
        "reserve_percent": plain(found.reserve_percent),
        "keep": _money(found.keep),
        "set_aside": None if found.set_aside is None else _money(found.set_aside),
        "warning": found.warning,
        "days": [_day(day) for day in found.days],
        "peak": _day(found.peak),
    }


def _day(day: ExposedDay) -> dict[str, str]:
    return {
        "on": day.on.isoformat(),
        "paid": _money(day.paid),
        "earned": _money(day.earned),
        "exposure": _money(day.exposure),
    }


def _assessment(found: Assessment) -> dict[str, Any]:
    return {
        "quotekit": "assessment/1",
        "quote": found.quote,
        "currency": found.currency,
        "verdict": found.verdict,
        "points": found.points,
        "reasons": [
            {
                "code": reason.code,
                "fact": reason.fact,
                "weight": reason.weight,
                "times": reason.times,
                "evidence": reason.evidence,
            }
            for reason in found.reasons
        ],
        "conditions": [
            {
                "code": one.code,
                "fact": one.fact,
                "value": None if one.value is None else _money(one.value),
                "unit": one.unit,
            }
            for one in found.conditions
        ],
        "viability": viability_json(found.viability),
        "completeness": _completeness(found.completeness),
    }


def _completeness(found: Completeness) -> dict[str, Any]:
    return {
        "file": found.file,
        "quote": found.quote,
        "title": found.title,
        "client": found.client,
        "score": plain(found.score),
        "blockers": [_finding(one) for one in found.blockers],
        "warnings": [_finding(one) for one in found.warnings],
        "exceptions": [
            {"term": one.term, "value": one.value, "reason": one.reason} for one in found.exceptions
        ],
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "code": one.code,
        "file": one.file,
        "line": one.line,
        "column": one.column,
        "path": one.path,
        "message": one.fact,
        "remedy": one.remedy,
        "why": one.why,
    }


def _money(amount: Decimal) -> str:
    return f"{amount:f}"


def _plain_or_none(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)
