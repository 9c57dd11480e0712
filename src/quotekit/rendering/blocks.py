"""What a text document is made of, before anyone knows how wide it is.

All text in a block is safe to print (`prose`, `one_line`), amounts are formatted.
"""

from typing import NamedTuple


class Gap(NamedTuple):
    """An empty line; several in a row make one."""


GAP = Gap()


class Heading(NamedTuple):
    """The title of a section."""

    text: str


class Pair(NamedTuple):
    """Two texts at the two edges of a line."""

    left: str
    right: str
    strong: bool = False


class Row(NamedTuple):
    """A row of the table: what, how much of it, and the amount in its column.

    `mark` is a number before the text, with its distance; further lines hang below the text.
    """

    text: str
    middle: str = ""
    amount: str = ""
    mark: str = ""
    indent: int = 0
    strong: bool = False


class Sum(NamedTuple):
    """A row of the totals, its label close to its amount."""

    label: str
    amount: str
    strong: bool = False


class Field(NamedTuple):
    """A label with its text in a column of its own; several items may stand side by side.

    `joined` is what they are side by side, empty where each needs a line. Text `beside` rows of the
    table keeps clear of their amounts.
    """

    label: str
    items: tuple[str, ...]
    joined: str = ""
    indent: int = 0
    beside: bool = False


class Words(NamedTuple):
    """Running text, behind a bullet or a number where there is a `mark`.

    Text `beside` rows of the table keeps clear of their amounts.
    """

    text: str
    mark: str = ""
    indent: int = 0
    beside: bool = False


class Ledger(NamedTuple):
    """A row of a table of amounts: what, and its amounts side by side in columns of one width.

    The heading of such a table is a row of it too, the names of the columns for amounts.
    """

    label: str
    amounts: tuple[str, ...]
    indent: int = 0
    strong: bool = False


class Rule(NamedTuple):
    """A line across the page."""


Line = str
"""A line that is set already: it has its final width."""

Block = Line | Gap | Heading | Pair | Row | Sum | Field | Words | Ledger | Rule
