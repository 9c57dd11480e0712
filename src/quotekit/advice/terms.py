"""The terms that advice is given by: the agreement, and what departs from it."""

from dataclasses import dataclass

from quotekit.changes import in_force
from quotekit.quotes import Agreement, Quote, TermException


@dataclass(frozen=True, slots=True)
class Terms:
    """Hold under which terms a quote stands.

    `granted` are exceptions beside those of the quote. What the agreement asks of an offer, such as
    its deposit, is asked no more once it is `agreed`: orders have moved the sum since.
    """

    agreement: Agreement | None = None
    granted: tuple[TermException, ...] = ()
    agreed: bool = False

    def in_force(self, quote: Quote) -> Agreement:
        """Return the terms with the exceptions of the quote."""
        return in_force(self.agreement, quote)

    def departures(self, quote: Quote) -> tuple[TermException, ...]:
        """Return every exception to the agreement."""
        return (*quote.exceptions, *self.granted)
