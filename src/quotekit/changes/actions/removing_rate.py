"""`remove_rate`: a rate that nothing is priced with any more."""

from collections.abc import Iterator
from typing import ClassVar

from quotekit.changes.action import WHOLE, Action, Touch
from quotekit.changes.draft import Draft
from quotekit.quotes import Quote
from quotekit.values import Slug


class RemoveRate(Action):
    """Remove a rate."""

    verb: ClassVar = "remove_rate"
    remove_rate: Slug

    def perform(self, draft: Draft) -> None:
        """Take the rate off the card; what still names it is found once all actions are done."""
        draft.rate(self.remove_rate, "remove_rate")
        del draft.rates[self.remove_rate]

    def touches(self, quote: Quote) -> Iterator[Touch]:  # noqa: ARG002 - as every action
        """Touch the rate as a whole."""
        yield Touch("rate", self.remove_rate, WHOLE)
