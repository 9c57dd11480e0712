"""A real job for the tests: its quote and orders priced, every step of it recorded."""

from datetime import date
from typing import Any

from quotekit.changes import ChangeOrder, issue
from quotekit.quotes import Agreement, Quote, quote_digest
from quotekit.record import (
    Journal,
    agreed_state,
    contract,
    kept_order,
    kept_request,
    selected_quote,
    snapshot,
)
from tests.changes.contracts import ASKED, agreed, request
from tests.record.played import added


def begun(
    quote: Quote | None = None,
    agreement: Agreement | None = None,
    selected: tuple[str, ...] = (),
    journal: Journal | None = None,
) -> Journal:
    """Return the record of a job whose quote was sent and accepted on 2 March."""
    quote = agreed() if quote is None else quote
    journal = added(
        Journal() if journal is None else journal,
        "quote_sent",
        on="2026-03-01",
        number=quote.number,
        revision=1,
        digest=quote_digest(quote),
        snapshot=snapshot(quote, agreement, "1.0"),
        totals={},
    )
    return added(
        journal,
        "quote_accepted",
        on="2026-03-02",
        sent=quote_digest(quote),
        agreed=quote_digest(selected_quote(quote, selected)),
        selected=list(selected),
    )


def issued(
    journal: Journal, *actions: Any, on: date = ASKED, supersedes: str | None = None, **keys: Any
) -> tuple[Journal, ChangeOrder]:
    """Record a request for these actions and the order that it comes to."""
    asked = request(*actions, **keys)
    now = agreed_state(journal.in_force)
    journal = added(journal, "change_requested", on=on, request=kept_request(asked))
    order = issue(contract(journal), asked, on=on, progress=now.progress)
    journal = added(
        journal,
        "change_order_issued",
        on=on,
        number=order.number,
        order=kept_order(order),
        digest=order.revised,
        supersedes=supersedes,
    )
    return journal, order


def taken(journal: Journal, order: ChangeOrder, *, on: date = ASKED) -> Journal:
    """Record that an order was accepted."""
    return added(journal, "change_order_accepted", on=on, number=order.number, digest=order.revised)
