"""The terms of change in force: those of the agreement, less the exceptions granted."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import ValidationError

from quotekit.errors import InvalidInputError
from quotekit.quotes import (
    MONEY_TERMS,
    Agreement,
    ChangeTerms,
    Quote,
    TermException,
    faults_of,
    written,
)
from quotekit.values import Day


class GrantedException(TermException):
    """Depart from a term of the agreement until a day, where one is named."""

    expires: Day | None = None


def terms_in_force(
    agreement: Agreement | None, quote: Quote, exceptions: Iterable[TermException] = ()
) -> ChangeTerms:
    """Return the terms by which changes of a quote are charged; raises as `in_force` does."""
    return in_force(agreement, quote, exceptions).changes


def in_force(
    agreement: Agreement | None,
    quote: Quote,
    exceptions: Iterable[TermException] = (),
    on: date | None = None,
) -> Agreement:
    """Return the agreement as it holds for a quote, on a day where one is named.

    Money terms are those of the quote's currency; the exceptions of the quote come first, then
    those granted since. Raises `InvalidInputError` where a term cannot hold what an exception
    puts there.
    """
    data: dict[str, Any] = {} if agreement is None else written(agreement)
    if agreement is not None and agreement.currency is not None:
        there = agreement.amounts.get(quote.currency.code, {})
        if agreement.currency.code != quote.currency.code:
            for name in MONEY_TERMS:
                if name in there:
                    _put(data, name, there[name])
    for exception in (*quote.exceptions, *exceptions):
        expires = exception.expires if isinstance(exception, GrantedException) else None
        if on is not None and expires is not None and on > expires:
            continue
        _put(data, exception.term, exception.value)
    try:
        return Agreement.model_validate(data)
    except ValidationError as error:
        faults = (fault.at("exceptions") for fault in faults_of(error, Agreement))
        raise InvalidInputError(*faults) from None


def _put(data: dict[str, Any], name: str, value: object) -> None:
    *groups, term = name.split(".")
    for group in groups:
        data = data.setdefault(group, {})
    if value is None:
        data.pop(term, None)
    else:
        data[term] = value
