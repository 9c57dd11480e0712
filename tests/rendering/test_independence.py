"""Law 6 in print: no document depends on the decimal context of whoever asks for it."""

import decimal
from datetime import date
from functools import cache
from typing import Any

import pytest

from quotekit.advice import Exposure, RefusalLetter, Review, assess, check, exposure, settlement
from quotekit.pricing import price
from quotekit.record import Journal, agreed, contract, status, timeline
from quotekit.rendering import formats, render
from tests.rendering.played_job import offered, played, terms

ON = date(2026, 4, 23)
TRAPS = [decimal.Inexact, decimal.Rounded, decimal.Subnormal, decimal.Clamped]
CONTEXTS = (
    decimal.Context(prec=4, traps=[decimal.Inexact]),
    decimal.Context(prec=1, traps=[*TRAPS, decimal.FloatOperation]),
    decimal.Context(prec=4, Emax=5, Emin=-5, clamp=1),
    decimal.Context(prec=2, rounding=decimal.ROUND_UP),
)
KINDS = (
    "quote", "agreement", "order", "status", "answer", "timeline", "settlement", "exposure",
    "assessment", "refusal", "completeness", "review",
)  # fmt: skip
WRITINGS: tuple[dict[str, Any], ...] = (
    {"format": "json"},
    *({"language": language} for language in ("en", "de_CH", "en_IN", "ja", "pl")),
)

OFFERED: dict[str, Any] = {
    "tasks": [
        {"id": "a", "title": "Design", "rate": "fine", "quantity": "1234.567", "phase": "p"},
        {
            "id": "b", "rate": "fine", "estimate": {"low": 1, "likely": "2.5", "high": 12345},
            "billed": "actual", "days": "3.25",
        },
        {"id": "c", "price": "98765.43", "option": "more", "tax": "kept", "discounts": [
            {"id": "d", "percent": "12.345"}]},
        {"id": "d", "price": "1234.56", "every": "month"},
    ],
    "rates": {
        "fine": {
            "price": "1234.5678", "unit": "hour", "tiers": [{"above": "1000.5", "price": "0"}],
            "private": {"cost": "123.456"},
        }
    },
    "phases": {"p": "Phase"},
    "print_rates": True,
    "taxes": {
        "vat": {"percent": "8.125"},
        "kept": {"percent": "10.21", "tiers": [{"above": "1234.5", "percent": 1}],
                 "withheld": True},
    },
    "tax": ["vat", "kept"],
    "rounding": "total",
    "round_to": "0.05",
    "discounts": [{"id": "x", "percent": "3.333"}],
    "scope": [],
    "private": {"floor_rate": "1234.56"},
    "exceptions": [{"term": "changes.handling_fee", "value": "12.345"}],
}  # fmt: skip


@cache
def documents() -> dict[str, Any]:
    """Make one document of every kind, in the usual context."""
    journal: Journal = played()
    job = contract(journal)
    priced = price(offered(**OFFERED))
    now = status(journal, ON)
    at_risk: Exposure = exposure(
        job, {"screens": 30}, ["1234.56"], on=ON, accepted_on=date(2026, 3, 5), set_aside="0.01"
    )
    gaps = check(priced.quote)
    return {
        "quote": priced,
        "agreement": terms(),
        "order": job.order("CO-001"),
        "status": now,
        "answer": agreed(journal, None, ON),
        "timeline": timeline(journal),
        "settlement": settlement(
            job, {"screens": "33.33"}, ["1234.56"], on=ON, cause="client_convenience"
        ),
        "exposure": at_risk,
        "assessment": assess(priced),
        "refusal": RefusalLetter(priced.quote, ON),
        "completeness": gaps,
        "review": Review((gaps,)),
    }


def written(kind: str, keys: dict[str, Any]) -> str:
    """Render a document as if nothing had ever been rendered."""
    for forget in ("_money_shape", "_number_shape", "_percent", "_date", "_span"):
        getattr(formats, forget).cache_clear()
    own: dict[str, Any] = {"internal": True, "agreement": terms()} if kind == "quote" else {}
    return render(documents()[kind], **own, **keys)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (kind, keys)
        for kind in KINDS
        for keys in WRITINGS
        if kind != "refusal" or "format" not in keys  # A letter is always text.
    ],
)
def test_decimal_context_has_no_influence(kind: str, keys: dict[str, Any]) -> None:
    """Neither the digits that the caller keeps nor what the caller traps reach a document."""
    usual = written(kind, keys)
    for context in CONTEXTS:
        with decimal.localcontext(context):
            assert written(kind, keys) == usual
