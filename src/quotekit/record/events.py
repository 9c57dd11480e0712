"""The events that a record holds, by their names."""

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
from quotekit.record.event import Event
from quotekit.record.quote_events import QuoteAccepted, QuoteDeclined, QuoteSent, QuoteWithdrawn
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

EVENTS: dict[str, type[Event]] = {
    kind.name: kind
    for kind in (
        QuoteSent, QuoteAccepted, QuoteDeclined, QuoteWithdrawn, ChangeRequested,
        ChangeRequestClosed, ChangeOrderIssued, ChangeOrderAccepted, ChangeOrderDeclined,
        ChangeOrderWithdrawn, ProceedInstructed, Message, Progress, Approved, Delivered,
        Received, Payment, ExceptionGranted, Ended, Reopened, Void,
    )
}  # fmt: skip
"""Every event by its name."""
