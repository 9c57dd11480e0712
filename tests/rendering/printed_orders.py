"""Change orders to print: a small contract, and what is asked of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from quotekit.changes import ChangeOrder, ChangeRequest, Contract, issue
from quotekit.quotes import Agreement, Quote
from quotekit.rendering import render

ON = date(2026, 3, 22)
LANGUAGES = ("en", "de", "fr", "es", "it", "ja", "nl", "pl", "pt_BR", "zh_CN")
TASKS: tuple[dict[str, Any], ...] = (
    {
        "id": "screens", "title": "Screen design", "rate": "design", "quantity": "24",
        "if_changed": [{"id": "screen", "title": "One more screen", "price": "340", "days": "1"}],
    },
    {"id": "frontend", "title": "Frontend", "rate": "development", "quantity": "40"},
    {
        "id": "texts-en", "title": "English texts", "rate": "translation", "quantity": "3500",
        "tax": "reduced",
    },
    {"id": "fonts", "title": "Font licence", "expense": "120"},
)  # fmt: skip
BLOG = {"add": {"id": "blog", "title": "Blog", "rate": "development", "quantity": "10"}}
MORE_SCREENS = {"revise": "screens", "set": {"quantity": "30"}, "because": "two more screens"}


def quote(**keys: object) -> Quote:
    """Return the agreed quote, some of its keys replaced."""
    document: dict[str, Any] = {
        "number": "Q-7",
        "title": "Website",
        "currency": "EUR",
        "seller": {"name": "Mara Lindqvist"},
        "client": {"name": "Sonnental GmbH"},
        "rates": {
            "design": {"title": "Design", "price": "85", "unit": "hour", "increment": "0.25"},
            "development": {"title": "Development", "price": "95", "unit": "hour"},
            "translation": {"price": "140", "unit": "word", "per": "1000"},
        },
        "taxes": {"vat": {"title": "VAT", "percent": "19"}, "reduced": {"percent": "7"}},
        "tax": "vat",
        "tasks": TASKS,
        "payments": [
            {"id": "deposit", "percent": "30", "due": {"after": "acceptance"}},
            {"id": "design-done", "title": "Design approved", "percent": "30"},
            {"id": "balance", "balance": True},
        ],
        "schedule": {"start": "2026-04-07", "hours_per_day": "6"},
    }
    return Quote.model_validate({**document, **keys})


def agreement(**changes: object) -> Agreement:
    """Return the service agreement, some of its terms of change replaced."""
    terms: dict[str, Any] = {
        "handling_fee": "60",
        "minimum": "100",
        "rush": {"within_days": 3, "percent": "50"},
        "late": [{"from": "50 %", "percent": "15"}, {"from": "90 %", "percent": "30"}],
        "removal": {"credit": "100 %"},
        "allowance": {"revisions": 2, "hours": "4"},
        "valid_days": 10,
    }
    stated = {"title": "Standard terms", "edition": "2026", "currency": "EUR"}
    return Agreement.model_validate({**stated, "changes": {**terms, **changes}})


def request(*actions: Mapping[str, Any], **keys: object) -> ChangeRequest:
    """Return a request for some actions."""
    document: dict[str, Any] = {
        "id": "more",
        "title": "A larger site",
        "requested_by": "Jonas Weber",
        "requested_on": "2026-03-20",
        "actions": actions,
    }
    return ChangeRequest.model_validate({**document, **keys})


def ordered(
    asked: ChangeRequest,
    on: Quote | None = None,
    terms: Agreement | None = None,
    **known: Any,
) -> ChangeOrder:
    """Issue the change order for a request."""
    contract = Contract(quote() if on is None else on, agreement=terms)
    return issue(contract, asked, on=ON, **known)


def printed(order: ChangeOrder, language: str = "en", width: int = 80) -> str:
    """Print a change order as it is quoted with the agreement of this page."""
    return render(order, language=language, width=width, agreement=agreement())


def rows(text: str) -> dict[str, list[str]]:
    """Return the rows of a page by what they begin with: columns are two spaces apart."""
    parts = [[part for part in line.split("  ") if part.strip()] for line in text.splitlines()]
    found: dict[str, list[str]] = {}
    for row in parts:
        if row:
            found.setdefault(row[0].strip(), [part.strip() for part in row[1:]])
    return found
