"""The events of a change: requested, issued, decided, and what is granted."""

from typing import ClassVar

from pydantic import ValidationInfo, field_validator

from quotekit.quotes import TERMS, TermException, TermValue, exception_faults, unknown_name
from quotekit.record.event import Document, Event, Evidence, Proven
from quotekit.record.kept_data import KeptOrder, KeptRequest
from quotekit.values import Amount, Day, Slug, Text, Title, refuse


class ChangeRequested(Event):
    """Somebody asked for a change; `request` is the request as it was written."""

    name: ClassVar = "change_requested"
    request: KeptRequest
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
    order: KeptOrder
    digest: Title
    document: Document | None = None
    supersedes: Slug | None = None


class ChangeOrderAccepted(Proven):
    """The client accepted a change order, whole; `digest` is what is agreed from then on."""

    name: ClassVar = "change_order_accepted"
    number: Slug
    digest: Title
    honour_expired: Title | None = None
    rebased_from: Title | None = None


class ChangeOrderDeclined(Proven):
    """The client declined a change order."""

    name: ClassVar = "change_order_declined"
    number: Slug
    reason: Text | None = None


class ChangeOrderWithdrawn(ChangeOrderDeclined):
    """The seller withdrew a change order."""

    name: ClassVar = "change_order_withdrawn"


class ProceedInstructed(Proven):
    """The client wants an order begun before agreeing to it, up to an amount."""

    name: ClassVar = "proceed_instructed"
    number: Slug
    limit: Amount | None = None


class ExceptionGranted(Event):
    """The seller departed from a term of the agreement, which can hold the value."""

    name: ClassVar = "exception_granted"
    term: Title
    value: TermValue = None
    reason: Title | None = None
    expires: Day | None = None

    @field_validator("term")
    @classmethod
    def _is_a_term(cls, term: str) -> str:
        if term not in TERMS:
            fault = unknown_name("term", term, TERMS)
            raise refuse(fault.code, fault.message, fault.remedy)
        return term

    @field_validator("value")
    @classmethod
    def _fits(cls, value: object, info: ValidationInfo) -> object:
        if "term" in info.data:
            exception = TermException(term=info.data["term"], value=value)
            for fault in exception_faults((exception,)):
                raise refuse(fault.code, fault.message, fault.remedy)
        return value
