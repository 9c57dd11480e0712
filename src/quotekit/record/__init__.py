"""Who agreed to what, when: entries, their chain, events and what they allow."""

from quotekit.record.allowed import TABLE, UNGUARDED
from quotekit.record.appending import append, event_of, next_entry, state
from quotekit.record.contracts import Agreed, agreed_state, contract, selected_quote
from quotekit.record.entry import Entry, read_entry, seal
from quotekit.record.events import EVENTS, Document, Event, Evidence
from quotekit.record.journal import Journal, read_journal, verify
from quotekit.record.kept_order import kept_order, kept_request, order_kept, request_kept
from quotekit.record.kept_quote import snapshot, snapshot_agreement, snapshot_quote
from quotekit.record.standing import Issued, State

__all__ = [
    "EVENTS",
    "TABLE",
    "UNGUARDED",
    "Agreed",
    "Document",
    "Entry",
    "Event",
    "Evidence",
    "Issued",
    "Journal",
    "State",
    "agreed_state",
    "append",
    "contract",
    "event_of",
    "kept_order",
    "kept_request",
    "next_entry",
    "order_kept",
    "read_entry",
    "read_journal",
    "request_kept",
    "seal",
    "selected_quote",
    "snapshot",
    "snapshot_agreement",
    "snapshot_quote",
    "state",
    "verify",
]
