"""The events of a quote: sent, accepted, declined, withdrawn."""

from typing import ClassVar

from quotekit.quotes import Written
from quotekit.record.event import Document, Event, Evidence, Plain
from quotekit.values import Day, Slug, Text, Times, Title


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
