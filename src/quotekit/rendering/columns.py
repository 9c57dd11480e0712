"""The columns of a page: they follow from its width and from how wide its amounts are."""

from collections.abc import Iterable
from dataclasses import dataclass

from quotekit.rendering.blocks import Block, Row, Sum
from quotekit.rendering.cells import widest

SPACE = 2
"""Cells between two columns."""
LEAST = 12
"""Cells below which a column of text is no longer pleasant to read."""
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


def columns_for(width: int, amounts: int) -> Columns:
    """Find the columns of a page of so many cells, the widest amount taking some of them."""
    stacked = width - amounts - SPACE < LEAST + SPACE
    beside = width if stacked else width - amounts - SPACE
    return Columns(
        width=width,
        amounts=amounts,
        stacked=stacked,
        beside=beside,
        middle=width * 39 // 80,
        measure=max(beside, min(width, _READABLE)),
    )


def widest_amount(blocks: Iterable[Block]) -> int:
    """Return the cells of the widest amount in some blocks, those already set left out."""
    return widest({block.amount for block in blocks if type(block) is Row or type(block) is Sum})
