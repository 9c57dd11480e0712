"""The events that a record holds, by their names."""

from typing import Any

from pydantic import ValidationError

from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import faults_of
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
from quotekit.values import shown

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


def event_of(name: str, data: dict[str, Any]) -> Event:
    """Read an event from its name and data.

    Raises `InvalidInputError` for a name that is none, and with every fault of the data.
    """
    kind = EVENTS.get(name)
    if kind is None:
        known = f"known: {', '.join(EVENTS)}"
        raise InvalidInputError(Fault("unknown_event", f"there is no event {shown(name)}", known))
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise InvalidInputError(*faults_of(error, kind)) from None
