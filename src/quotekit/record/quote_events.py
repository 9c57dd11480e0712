"""The events of a quote: sent, accepted, declined, withdrawn."""

from typing import ClassVar

from quotekit.quotes import Written
from quotekit.record.event import Document, Proven
from quotekit.record.kept_data import Snapshot, Totals
from quotekit.values import Day, Slug, Text, Times, Title


class Waiver(Written):
    """Say why a quote goes out although something is missing in it."""

    blocker: Title
    reason: Title


class QuoteSent(Proven):
    """A quote went out; `snapshot` prices to the same figures for ever, with no other file."""

    name: ClassVar = "quote_sent"
    number: Slug
    revision: Times
    digest: Title
    snapshot: Snapshot
    totals: Totals
    document: Document | None = None
    valid_until: Day | None = None
    waived: tuple[Waiver, ...] = ()


class QuoteAccepted(Proven):
    """The client accepted what was `sent`; with the options selected, `agreed` is agreed."""

    name: ClassVar = "quote_accepted"
    sent: Title
    agreed: Title
    selected: tuple[Slug, ...] = ()
    honour_expired: Title | None = None


class QuoteDeclined(Proven):
    """The client declined the quote."""

    name: ClassVar = "quote_declined"
    digest: Title
    reason: Text | None = None


class QuoteWithdrawn(QuoteDeclined):
    """The seller withdrew the quote."""

    name: ClassVar = "quote_withdrawn"
