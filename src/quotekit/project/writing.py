"""Writing what a step has come to: its papers first, then its entries, or nothing at all."""

from collections.abc import Callable

from quotekit.errors import Fault, NotAllowedError
from quotekit.files import HeldJournal, Papers
from quotekit.record import Journal


class OvertakenError(NotAllowedError):
    """A step that was judged by a record which has grown since."""

    def __init__(self) -> None:
        """Say so, in case nobody judges it anew."""
        fact = "the record has grown since this was worked out"
        super().__init__(Fault("grown", fact, "look at it again and repeat the step"))


class Writing:
    """Write a step while the record is held: keep its `papers`, then add its entries."""

    def __init__(
        self, held: HeldJournal, papers: Papers, written: Callable[[Journal], None]
    ) -> None:
        """Take the record, what keeps the papers beside it, and who is told what it comes to."""
        self._held = held
        self._written = written
        self.papers = papers

    def write(self, grown: Journal) -> None:
        """Add the entries by which the record has grown; its papers stay from then on."""
        self._held.write(grown)
        self.papers.settle()
        self._written(grown)
