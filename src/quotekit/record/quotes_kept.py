"""The snapshot of a quote: all that its figures depend on, kept with the record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from quotekit.quotes import Agreement, Quote, agreed_form, minor_units, written
from quotekit.values import calendar_day

_ORDERED = ("rates", "taxes", "phases", "alternatives", "option_titles")
"""The maps of a quote that print in the order in which they are written."""


def snapshot(quote: Quote, agreement: Agreement | None, version: str) -> dict[str, Any]:
    """Return what is kept of a quote that goes out: plain data, with nothing private in it.

    It holds the quote as agreed, the order of its maps, which canonical keys do not keep, the
    whole agreement, the decimals of the currency, the holidays resolved to dates, and the versions
    of format and program.
    """
    schedule = quote.schedule
    days = None
    if schedule is not None and schedule.holidays is not None:
        resolved = schedule.holidays.resolved
        days = None if resolved is None else sorted(day.isoformat() for day in resolved)
    return {
        "format": quote.quotekit,
        "quotekit": version,
        "quote": agreed_form(quote),
        "order": {key: list(getattr(quote, key)) for key in _ORDERED if getattr(quote, key)},
        "agreement": None if agreement is None else written(agreement),
        "decimals": minor_units(quote.currency),
        "holidays": days,
    }


def snapshot_quote(kept: Mapping[str, Any]) -> Quote:
    """Return the quote of a snapshot, which prices to the figures it had."""
    data = dict(kept["quote"])
    for party in ("seller", "client"):
        for labels in ("ids", "pay_to"):
            if labels in data.get(party, {}):
                data[party] = {**data[party], labels: dict(data[party][labels])}
    for key, names in kept["order"].items():
        data[key] = {name: data[key][name] for name in names}
    days = kept["holidays"]

    def look_up(_region: str, _year: int) -> frozenset[date]:
        return frozenset(map(calendar_day, days or ()))

    return Quote.model_validate(data, context={} if days is None else {"holidays": look_up})


def snapshot_agreement(kept: Mapping[str, Any]) -> Agreement | None:
    """Return the agreement of a snapshot."""
    stated = kept["agreement"]
    return None if stated is None else Agreement.model_validate(stated)
