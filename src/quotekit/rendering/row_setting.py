"""Setting rows of the table: text, how much of it, and the amount at the right edge."""

from collections.abc import Iterator
from itertools import zip_longest

from wcwidth import wcswidth

from quotekit.rendering.blocks import Row, Sum
from quotekit.rendering.cells import cells
from quotekit.rendering.columns import LEAST, SPACE, Columns
from quotekit.rendering.wrapping import wrap


def bold(text: str) -> str:
    """Print a text in bold on a terminal."""
    return f"\x1b[1m{text}\x1b[0m" if text else text


class RowSetter:
    """Set rows in the columns of one document."""

    def __init__(self, columns: Columns, *, colour: bool) -> None:
        """Take the columns, and whether what is strong prints in bold."""
        self.columns = columns
        self.strong = bold if colour else str
        self._room = columns.middle - SPACE
        self._second = columns.beside - columns.middle
        self._quick = not columns.stacked and self._second >= LEAST

    def row(self, row: Row) -> Iterator[str]:
        """Set a row, in as many lines as it takes."""
        columns = self.columns
        start = " " * row.indent + row.mark
        if row.middle and (columns.stacked or self._too_narrow(start, row.amount)):
            yield from self.row(row._replace(middle=""))
            hanging = " " * min(cells(start), columns.width // 4)
            texts = wrap(row.middle, columns.width - len(hanging))
            yield from (hanging + text for text in texts)
        elif row.amount and columns.stacked:
            yield from self.row(row._replace(amount=""))
            for line in wrap(row.amount, columns.width):
                yield " " * (columns.width - cells(line)) + line
        else:
            yield from self._tall(row, start, columns.beside if row.amount else columns.width)

    def sum(self, row: Sum, labels: int) -> Iterator[str]:
        """Set a row of the totals, its label in a column of so many cells beside the amounts."""
        start = " " * max(self.columns.beside - labels, 0)
        yield from self.row(Row(row.label, amount=row.amount, mark=start, strong=row.strong))

    def ends(self, middle: str, amount: str) -> tuple[str, ...]:
        """Set the ends of a row's lines, from the middle column on; none where it is too wide.

        All but the first are whole lines. Without anything in the middle it is the amount alone.
        """
        columns = self.columns
        size = cells(amount)
        if not self._quick or size > columns.amounts:
            return ()
        if not middle:
            return (amount,)
        first, *others = wrap(middle, self._second)
        gap = columns.width - columns.middle - cells(first) - size
        return (
            f"{first}{' ' * gap}{amount}",
            *(" " * columns.middle + other for other in others),
        )

    def short(self, start: str, end: str) -> str | None:
        """Set a row that fits in one line, None where it does not; most of a long quote do."""
        size = len(start) if start.isascii() else wcswidth(start)
        if size <= self._room:
            last = len(end) if end.isascii() else wcswidth(end)
            return f"{start}{' ' * (self.columns.width - size - last)}{end}"
        return None

    def _too_narrow(self, start: str, amount: str) -> bool:
        columns = self.columns
        edge = columns.beside if amount else columns.width
        return edge - columns.middle < LEAST or self._room - cells(start) < LEAST

    def _tall(self, row: Row, start: str, edge: int) -> Iterator[str]:
        columns = self.columns
        room = self._room if row.middle else edge
        hanging = " " * min(cells(start), room // 2)
        texts = wrap(row.text, max(room - cells(start), 1)) if row.text else [""]
        middles = wrap(row.middle, edge - columns.middle) if row.middle else []
        strong = self.strong if row.strong else str
        lead, amount = start, row.amount
        for text, middle in zip_longest(texts, middles, fillvalue=""):
            line = lead + strong(text)
            end = cells(lead) + cells(text)
            if middle:
                line += " " * (columns.middle - end) + middle
                end = columns.middle + cells(middle)
            if amount:
                line += " " * (columns.width - cells(amount) - end) + strong(amount)
            yield line.rstrip(" ")
            lead, amount = hanging, ""
