"""The events that a record holds: what each one says beside the day and who did it."""

from typing import Any, ClassVar, Literal

from pydantic import Field

from quotekit.quotes import TermValue, Written
from quotekit.values import Amount, Day, Number, Share, Slug, Text, Times, Title, Whole

Plain = dict[str, Any]


class Evidence(Written):
    """Name a file kept with the record, and the SHA-256 of what it held."""

    path: Title
    digest: Title


class Document(Evidence):
    """Name a document as it went out."""


class Event(Written):
    """Stand below every event: `on` is the day it happened, `by` who did it."""

    name: ClassVar[str]
    on: Day
    by: Title | None = None

    def plain(self) -> dict[str, Any]:
        """Return what an entry holds of it: plain data, without what was not stated."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)


class Waiver(Written):
    """Say why a quote goes out although something is missing in it."""

    blocker: Title
    reason: Title


class QuoteSent(Event):
    """A quote went out; `snapshot` prices to the same figures for ever, with no other file."""

    name: ClassVar = "quote_sent"
    number: Slug
    revision: Times
    digest: Title
    snapshot: Plain
    totals: Plain
    document: Document | None = None
    valid_until: Day | None = None
    waived: tuple[Waiver, ...] = ()


class QuoteAccepted(Event):
    """The client accepted what was `sent`; with the options selected, `agreed` is agreed."""

    name: ClassVar = "quote_accepted"
    sent: Title
    agreed: Title
    selected: tuple[Slug, ...] = ()
    method: Title | None = None
    evidence: tuple[Evidence, ...] = ()
    honour_expired: Title | None = None


class QuoteDeclined(Event):
    """The client declined the quote."""

    name: ClassVar = "quote_declined"
    digest: Title
    reason: Text | None = None


class QuoteWithdrawn(QuoteDeclined):
    """The seller withdrew the quote."""

    name: ClassVar = "quote_withdrawn"


class ChangeRequested(Event):
    """Somebody asked for a change; `request` is the request as it was written."""

    name: ClassVar = "change_requested"
    request: Plain
    evidence: tuple[Evidence, ...] = ()


class ChangeRequestClosed(Event):
    """A request is not followed up."""

    name: ClassVar = "change_request_closed"
    request: Slug
    reason: Text | None = None


class ChangeOrderIssued(Event):
    """A change order went out; `order` is all that it was priced with and came to."""

    name: ClassVar = "change_order_issued"
    number: Slug
    order: Plain
    digest: Title
    document: Document | None = None
    supersedes: Slug | None = None


class ChangeOrderAccepted(Event):
    """The client accepted a change order, whole; `digest` is what is agreed from then on."""

    name: ClassVar = "change_order_accepted"
    number: Slug
    digest: Title
    method: Title | None = None
    evidence: tuple[Evidence, ...] = ()
    honour_expired: Title | None = None
    rebased_from: Title | None = None


class ChangeOrderDeclined(Event):
    """The client declined a change order."""

    name: ClassVar = "change_order_declined"
    number: Slug
    reason: Text | None = None


class ChangeOrderWithdrawn(ChangeOrderDeclined):
    """The seller withdrew a change order."""

    name: ClassVar = "change_order_withdrawn"


class ProceedInstructed(Event):
    """The client wants an order begun before agreeing to it, up to an amount."""

    name: ClassVar = "proceed_instructed"
    number: Slug
    limit: Amount | None = None


class Message(Event):
    """Somebody wrote or called; `about` names tasks, `minutes` is what it took."""

    name: ClassVar = "message"
    channel: Title | None = None
    sender: Title | None = Field(default=None, alias="from")
    to: Title | None = None
    summary: Text | None = None
    about: tuple[Slug, ...] = ()
    minutes: Whole | None = None
    initiated_by: Literal["client", "seller"] | None = None
    evidence: tuple[Evidence, ...] = ()


class Progress(Event):
    """A task has come so far, in percent of its quantity; going down needs a reason."""

    name: ClassVar = "progress"
    task: Slug
    percent: Share
    reason: Text | None = None


class Approved(Event):
    """The client approved a task, or everything: `all`."""

    name: ClassVar = "approved"
    task: Slug = "all"
    method: Title | None = None
    evidence: tuple[Evidence, ...] = ()


class Delivered(Event):
    """The work was delivered."""

    name: ClassVar = "delivered"
    evidence: tuple[Evidence, ...] = ()


class Received(Event):
    """Something that the client was to supply has come; `item` is that of the quote's scope."""

    name: ClassVar = "received"
    item: Title


class Payment(Event):
    """Money came; an amount below zero is a refund. `instalment` is what it is for."""

    name: ClassVar = "payment"
    amount: Number
    instalment: Slug | None = Field(default=None, alias="for")


class ExceptionGranted(Event):
    """The seller departed from a term of the agreement."""

    name: ClassVar = "exception_granted"
    term: Title
    value: TermValue = None
    reason: Title | None = None
    expires: Day | None = None


class Ended(Event):
    """The job ended, for a cause."""

    name: ClassVar = "ended"
    cause: Literal[
        "completed", "client_convenience", "client_breach", "seller_withdraws", "agreement"
    ]


class Reopened(Event):
    """The job goes on after all."""

    name: ClassVar = "reopened"
    reason: Text | None = None


class Void(Event):
    """An entry counts as not having happened."""

    name: ClassVar = "void"
    seq: Times
    reason: Text | None = None
    evidence: tuple[Evidence, ...] = ()


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
