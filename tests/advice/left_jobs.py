"""Contracts that end, from plain data, and what their settlement comes to."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from quotekit.advice import Cause, Settlement, settlement
from quotekit.changes import Contract
from quotekit.quotes import Agreement, Quote
from tests.changes.contracts import agreed

DAY = date(2026, 4, 20)
"""The day on which everybody leaves."""
HALF = {"screens": 50, "frontend": 50, "texts-en": 50, "fonts": 50}
FIVE_PERCENT = [{"id": "returning", "percent": 5}]


def contract(of: Quote | None = None, **ending: Any) -> Contract:
    """Return the contract of a quote, with a fee of 10 % unless another ending is agreed."""
    terms = Agreement.model_validate({"ending": {"fee": 10, **ending}})
    return Contract(agreed() if of is None else of, terms)


def left(
    of: Contract,
    progress: Mapping[str, object] | None = None,
    *paid: object,
    cause: Cause = "client_convenience",
    **keys: Any,
) -> Settlement:
    """Settle a contract on the usual day."""
    return settlement(of, progress or {}, paid, on=DAY, cause=cause, **keys)


def figures(found: Settlement) -> dict[str, str]:
    """Return the figures of a settlement as text."""
    names = ("earned", "unearned", "fee", "net", "total", "payable", "paid", "due")
    taxes = {tax.name: f"{tax.amount:f}" for tax in found.taxes}
    return {**{name: f"{getattr(found, name):f}" for name in names}, **taxes}


def rows(found: Settlement) -> dict[str, str]:
    """Return what is earned of each task of which anything is."""
    return {row.id: f"{row.earned:f}" for row in found.tasks if row.earned}
