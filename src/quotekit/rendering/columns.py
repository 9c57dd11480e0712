"""The columns of a page: they follow from its width and from what stands in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotekit.rendering.blocks import Block, Field, Row, Sum
from quotekit.rendering.cells import widest

SPACE = 2
"""Cells between two columns."""
LEAST = 12
"""Cells below which a column of text is no longer pleasant to read."""
_LEAST_LABEL = 13
_READABLE = 64
"""A page up to this wide lets its text run below the amounts."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Say where each column of one document begins or ends, in cells from the left edge."""

    width: int
    amounts: int
    """How wide the column of amounts is; it ends at the right edge."""
    stacked: bool
    """Whether the page is too narrow for text beside amounts, so that each has its own line."""
    beside: int
    """Where text beside an amount ends."""
    middle: int
    """Where the middle column of the table begins."""
    measure: int
    """Where text between rows of the table ends."""
    labels: dict[int, int]
    """How wide the column of labels is, with its space, for each distance from the edge."""
    sums: int
    """How wide the labels of the totals are."""


def columns_of(blocks: Sequence[Block], width: int) -> Columns:
    """Find the columns for some blocks on a page of so many cells."""
    shown: set[str] = set()
    sums: set[str] = set()
    fields: set[tuple[str, int, bool]] = set()
    for block in blocks:
        if type(block) is Row:
            shown.add(block.amount)
        elif type(block) is Field:
            fields.add((block.label, block.indent, block.beside))
        elif type(block) is Sum:
            shown.add(block.amount)
            sums.add(block.label)
    amounts = widest(shown)
    stacked = width - amounts - SPACE < LEAST + SPACE
    beside = width if stacked else width - amounts - SPACE
    return Columns(
        width=width,
        amounts=amounts,
        stacked=stacked,
        beside=beside,
        middle=width * 39 // 80,
        measure=max(beside, min(width, _READABLE)),
        labels=_labels(fields, width),
        sums=min(max(_LEAST_LABEL, widest(sums)), beside - SPACE),
    )


def _labels(fields: Iterable[tuple[str, int, bool]], width: int) -> dict[int, int]:
    labels: dict[int, set[str]] = {}
    shares: dict[int, int] = {}
    for label, indent, beside in fields:
        labels.setdefault(indent, set()).add(label)
        shares[indent] = 5 if beside else 3
    columns = {}
    for indent, texts in labels.items():
        # A label may take two lines, but none is broken within a word if that can be helped.
        word = widest({word for text in texts for word in text.split(" ")})
        most = min(max(word, width // shares[indent]), width // 3)
        columns[indent] = min(widest(texts), most) + SPACE
    return columns
