"""What a request meets: the contract's figures and terms, and how far the work is."""

from dataclasses import dataclass, field
from datetime import date

from quotekit.changes.added_work import AddedWork
from quotekit.changes.allowance import Rounds
from quotekit.changes.draft import with_keys
from quotekit.changes.progress import Progress
from quotekit.changes.stopping import Stopping
from quotekit.pricing import PricedQuote, reprice
from quotekit.quotes import ChangeTerms, Quote


@dataclass(frozen=True, eq=False)
class Circumstances:
    """Hold all that the price of a request depends on beside the request.

    `rush` and `late` are None where the order is the first for its request: it then depends on
    `progress` and on the days that the request names.
    """

    number: str
    on: date
    original: PricedQuote
    before: PricedQuote
    terms: ChangeTerms
    rounds: Rounds
    progress: Progress = field(default_factory=dict)
    paid: tuple[str, ...] = ()
    late: Progress | None = None
    rush: bool | None = None
    supersedes: str | None = None

    @property
    def stopping(self) -> Stopping:
        """Return what performs actions here: what is begun keeps the part that is done."""
        return Stopping(self.number, self.progress)

    def work(self, quote: Quote) -> AddedWork:
        """Price a revised quote with payments left aside: they wait for what is payable."""
        return AddedWork(self.before, reprice(self.before, with_keys(quote, payments=())))
