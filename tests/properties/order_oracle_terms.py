"""The terms that a contract stands under, as plain data: the agreement and its exceptions."""

from copy import deepcopy
from fractions import Fraction
from typing import Any

from tests.properties.oracle_money import money_of, number

Document = dict[str, Any]


def terms_of(agreement: Document | None, document: Document) -> Document:
    """Give the `changes` of an agreement, in the currency of a quote and with its exceptions."""
    whole = deepcopy(agreement or {})
    code = money_of(document)
    stated = whole.get("currency", code.code)
    written = stated["code"] if isinstance(stated, dict) else stated
    if written != code.code:
        for term, amount in whole.get("amounts", {}).get(code.code, {}).items():
            _put(whole, term, amount)
    for exception in document.get("exceptions", ()):
        _put(whole, exception["term"], exception.get("value"))
    terms: Document = whole.get("changes", {})
    return terms


def _put(whole: Document, term: str, value: Any) -> None:
    *path, last = term.split(".")
    for key in path:
        whole = whole.setdefault(key, {})
    if value is None:
        whole.pop(last, None)
    else:
        whole[last] = value


def share(written: Any) -> Fraction:
    """Read a percent as a fraction."""
    return number(written) / 100


def late_percent(terms: Document, progress: Fraction) -> Fraction:
    """Give the percent of what extends a task that has come so far."""
    reached = [step for step in terms.get("late", ()) if share(step["from"]) <= progress]
    return number(reached[-1]["percent"]) if reached else Fraction(0)
