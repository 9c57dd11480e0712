"""Until when a quote may be accepted, and the terms that hold for it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from quotekit.quotes import Agreement, Quote, TermException

_VALID_DAYS = "quotes.valid_days"


def valid_until(quote: Quote, agreement: Agreement | None) -> date | None:
    """Return the last day on which a quote may be accepted, the whole of it included.

    Where the quote states none it is its date and the days that the agreement, or an exception to
    it, grants.
    """
    if quote.valid_until is not None or quote.date is None:
        return quote.valid_until
    days = None if agreement is None else agreement.quotes.valid_days
    for exception in quote.exceptions:
        if exception.term == _VALID_DAYS:
            days = term_of(granted(exception), _VALID_DAYS)
    return None if days is None else quote.date + timedelta(days=days)


def granted(exception: TermException) -> Agreement:
    """Return an agreement that holds the one term an exception states, read as it would be."""
    document: Any = exception.value
    for key in reversed(exception.term.split(".")):
        document = {key: document}
    return Agreement.model_validate(_with_company(document))


def _with_company(document: Mapping[str, Any]) -> dict[str, Any]:
    """Fill in what a group of terms cannot be read without."""
    changes = dict(document.get("changes") or {})
    if "rush" in changes:
        changes["rush"] = {"within_days": 0, "percent": 0, **changes["rush"]}
        return {**document, "changes": changes}
    return dict(document)


def term_of(agreement: Agreement, term: str) -> Any:  # noqa: ANN401 - a number, a word, or a list
    """Return the value of a term by its dotted name, None where the agreement is silent."""
    value: Any = agreement
    for key in term.split("."):
        if value is None:
            return None
        value = getattr(value, key)
    return value
