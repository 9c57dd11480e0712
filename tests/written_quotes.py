"""Small quotes for the tests, from plain data as a file holds it."""

from decimal import Decimal
from typing import Any

import pytest

from quotekit.errors import Fault, InvalidInputError
from quotekit.pricing import PricedQuote, price
from quotekit.quotes import Quote

VAT: dict[str, Any] = {"title": "VAT", "percent": "19"}
REDUCED: dict[str, Any] = {"title": "Reduced", "percent": "7"}
IRPF: dict[str, Any] = {"title": "IRPF", "percent": "15", "withheld": True}


def quote(**keys: Any) -> Quote:
    """Validate a quote that states these keys beside the few it must have."""
    return Quote.model_validate({"number": "Q-1", "currency": "EUR", "tasks": [], **keys})


def task(name: str, price_of_it: str = "100", **keys: Any) -> dict[str, Any]:
    """Return a task at a fixed price."""
    return {"id": name, "price": price_of_it, **keys}


def at_rate(name: str, quantity: str, **keys: Any) -> dict[str, Any]:
    """Return a task at the rate `work`."""
    return {"id": name, "rate": "work", "quantity": quantity, **keys}


def priced(**keys: Any) -> PricedQuote:
    """Price a quote that states these keys."""
    return price(quote(**keys))


def refused(**keys: Any) -> tuple[Fault, ...]:
    """Return the faults for which a quote is refused."""
    with pytest.raises(InvalidInputError) as refusal:
        quote(**keys)
    return refusal.value.faults


def said(**keys: Any) -> list[str]:
    """Return what is said to a quote that is refused, a line for each fault."""
    return [str(fault) for fault in refused(**keys)]


def amounts(*texts: str) -> list[Decimal]:
    """Return several amounts."""
    return [Decimal(text) for text in texts]
