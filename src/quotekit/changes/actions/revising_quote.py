"""`revise_quote`: other values for keys of the quote as a whole."""

from collections.abc import Iterator
from typing import ClassVar

from quotekit.changes.action import WHOLE, Action, Touch
from quotekit.changes.draft import Draft
from quotekit.changes.fields import QuoteFields
from quotekit.quotes import Quote


class ReviseQuote(Action):
    """Set keys of the quote, such as discounts, payments or schedule; null clears one."""

    verb: ClassVar = "revise_quote"
    revise_quote: QuoteFields

    def perform(self, draft: Draft) -> None:
        """Replace the keys."""
        draft.keys |= self.revise_quote.stated

    def touches(self, quote: Quote) -> Iterator[Touch]:  # noqa: ARG002 - as every action
        """Touch each key that is set."""
        for key in self.revise_quote.stated:
            yield Touch("quote", key, WHOLE)
