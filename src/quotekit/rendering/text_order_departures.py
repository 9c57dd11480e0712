"""Where the seller has departed from the agreement since the last order."""

from collections.abc import Iterator, Sequence

from quotekit.quotes import TermException
from quotekit.rendering.blocks import GAP, Block, Words
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.term_words import exception_text


def departures(sheet: OrderSheet, granted: Sequence[TermException]) -> Iterator[Block]:
    """Name each term that was granted otherwise, and what holds in its place."""
    if not granted:
        return
    yield GAP
    yield Words(sheet.wording.say("Departing from the agreement:"))
    for exception in granted:
        yield Words(exception_text(sheet.after, exception), sheet.bullet, indent=2)
