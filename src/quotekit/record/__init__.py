"""Who agreed to what, when: entries, their chain, events and what they allow."""

from quotekit.record.allowed import TABLE, UNGUARDED, nothing_meant_fault
from quotekit.record.answers import Acceptance, Answer, Refusal, agreed
from quotekit.record.appending import append, next_entry, repeated, state
from quotekit.record.basis import Basis, change_basis
from quotekit.record.change_events import (
    ChangeOrderAccepted,
    ChangeOrderDeclined,
    ChangeOrderIssued,
    ChangeOrderWithdrawn,
    ChangeRequestClosed,
    ChangeRequested,
    ExceptionGranted,
    ProceedInstructed,
)
from quotekit.record.contact_use import ContactUse
from quotekit.record.contracts import (
    Agreed,
    agreed_state,
    check_agreed,
    contract,
    selected_quote,
)
from quotekit.record.entry import Entry, read_entry, seal
from quotekit.record.event import Document, Event, Evidence
from quotekit.record.events import EVENTS, event_of
from quotekit.record.happened import OF_ALL, Happening, timeline
from quotekit.record.history import check_history
from quotekit.record.job_status import Asked, Status, status
from quotekit.record.joining import Joined, join
from quotekit.record.journal import Journal, read_journal, verify
from quotekit.record.orders_kept import kept_order, kept_request, order_kept, request_kept
from quotekit.record.owed import Owed
from quotekit.record.quote_events import (
    QuoteAccepted,
    QuoteDeclined,
    QuoteSent,
    QuoteWithdrawn,
    Waiver,
)
from quotekit.record.quotes_kept import snapshot, snapshot_agreement, snapshot_quote
from quotekit.record.standing import Issued, State
from quotekit.record.work_events import (
    Approved,
    Delivered,
    Ended,
    Message,
    Payment,
    Progress,
    Received,
    Reopened,
    Void,
)

__all__ = [
    "EVENTS",
    "OF_ALL",
    "TABLE",
    "UNGUARDED",
    "Acceptance",
    "Agreed",
    "Answer",
    "Approved",
    "Asked",
    "Basis",
    "ChangeOrderAccepted",
    "ChangeOrderDeclined",
    "ChangeOrderIssued",
    "ChangeOrderWithdrawn",
    "ChangeRequestClosed",
    "ChangeRequested",
    "ContactUse",
    "Delivered",
    "Document",
    "Ended",
    "Entry",
    "Event",
    "Evidence",
    "ExceptionGranted",
    "Happening",
    "Issued",
    "Joined",
    "Journal",
    "Message",
    "Owed",
    "Payment",
    "ProceedInstructed",
    "Progress",
    "QuoteAccepted",
    "QuoteDeclined",
    "QuoteSent",
    "QuoteWithdrawn",
    "Received",
    "Refusal",
    "Reopened",
    "State",
    "Status",
    "Void",
    "Waiver",
    "agreed",
    "agreed_state",
    "append",
    "change_basis",
    "check_agreed",
    "check_history",
    "contract",
    "event_of",
    "join",
    "kept_order",
    "kept_request",
    "next_entry",
    "nothing_meant_fault",
    "order_kept",
    "read_entry",
    "read_journal",
    "repeated",
    "request_kept",
    "seal",
    "selected_quote",
    "snapshot",
    "snapshot_agreement",
    "snapshot_quote",
    "state",
    "status",
    "timeline",
    "verify",
]
