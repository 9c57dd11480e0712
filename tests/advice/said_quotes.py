"""A quote that leaves nothing open, and what is found in it once something is taken out."""

from typing import Any

from quotekit.advice import Completeness, Finding, check
from quotekit.pricing import PricedQuote
from quotekit.quotes import Agreement
from tests.written_quotes import priced

SCREENS: dict[str, Any] = {
    "id": "screens", "title": "Six screens", "rate": "design", "quantity": 24, "days": 4,
    "deliverables": ["Six screens as a Figma file"],
    "done_when": "The client approves the screens in writing.",
    "not_included": ["Logo"],
    "if_changed": [{"id": "screen", "price": 340, "days": 1}],
}  # fmt: skip
FONTS: dict[str, Any] = {"id": "fonts", "title": "Fonts", "expense": 120}
PARTS: list[dict[str, Any]] = [
    {"id": "deposit", "percent": 30, "due": {"after": "acceptance", "days": 7}},
    {"id": "rest", "balance": True, "due": {"after": "delivery", "days": 14}},
]
SCOPE: list[dict[str, Any]] = [
    {"item": "Photos", "answer": "client_supplies", "by": "2026-04-10"},
    {"item": "Logo", "answer": "excluded"},
    {"item": "Cookie banner", "answer": "included", "task": "screens"},
    {"item": "Server", "answer": "assumed"},
]
COMPLETE: dict[str, Any] = {
    "title": "Website", "date": "2026-03-02", "valid_until": "2026-04-01",
    "seller": {"name": "Mara Lindqvist"}, "client": {"name": "Sonnental GmbH"},
    "rates": {"design": {"price": 85, "unit": "hour"}}, "tasks": [SCREENS, FONTS],
    "payments": PARTS, "scope": SCOPE, "schedule": {"start": "2026-04-07"},
    "private": {"floor_rate": 60},
}  # fmt: skip
TERMS: dict[str, Any] = {"quotes": {"deposit": 30, "minimum_total": 300}}


def agreement(**quotes: Any) -> Agreement:
    """Return an agreement that asks for a deposit of 30 % and jobs of 300.00, or other terms."""
    return Agreement.model_validate({"quotes": {**TERMS["quotes"], **quotes}})


def said(**keys: Any) -> PricedQuote:
    """Price the complete quote with other values for some keys; None takes one out."""
    stated = {key: value for key, value in {**COMPLETE, **keys}.items() if value is not None}
    return priced(**stated)


def gaps(under: Agreement | None = None, **keys: Any) -> Completeness:
    """Return what the quote leaves open, under the agreement unless another one is given."""
    return check(said(**keys), agreement() if under is None else under)


def found(under: Agreement | None = None, **keys: Any) -> list[tuple[str, str, bool]]:
    """Return code and place of each finding, and whether it blocks."""
    return [(one.code, one.path, one.blocker) for one in gaps(under, **keys).findings]


def without(*names: str, of: dict[str, Any] = SCREENS) -> dict[str, Any]:
    """Return a part of the quote without some of its keys."""
    return {key: value for key, value in of.items() if key not in names}


def only(findings: tuple[Finding, ...]) -> Finding:
    """Return the only finding there is."""
    (one,) = findings
    return one
