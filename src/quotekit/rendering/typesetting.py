"""Setting blocks into lines of a given width: every amount in one straight column."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from quotekit.rendering.blocks import Block, Field, Gap, Heading, Pair, Row, Rule, Sum, Words
from quotekit.rendering.cells import cells, padded, widest
from quotekit.rendering.wrapping import wrap

SPACE = 2
"""Cells between two columns."""
_LEAST = 12
"""Cells below which a column of text is no longer pleasant to read."""
_LEAST_LABEL = 13
_READABLE = 64
"""A page up to this wide lets its text run below the amounts."""


def set_lines(blocks: Sequence[Block], width: int, *, bullet: str, colour: bool = False) -> str:
    """Set blocks into lines of at most `width` cells, with a line end behind each.

    Headings are bold where `colour` is wanted.
    """
    setter = _Setter(blocks, width, bullet, colour=colour)
    lines = setter.lines(blocks)
    return "".join(f"{line}\n" for line in _without_double_gaps(lines))


def _without_double_gaps(lines: Iterable[str]) -> Iterator[str]:
    gap = False
    said = False
    for line in lines:
        if not line:
            gap = True
            continue
        if gap and said:
            yield ""
        gap = False
        said = True
        yield line


class _Setter:
    """Know the columns of one document: they follow from the width and from what stands in them."""

    def __init__(self, blocks: Sequence[Block], width: int, bullet: str, *, colour: bool) -> None:
        self.width = width
        self.bullet = bullet
        self.colour = colour
        self.amounts = widest(
            {block.amount for block in blocks if type(block) is Row or type(block) is Sum}
        )
        # A page too narrow for text beside the amounts gives each amount a line of its own.
        self.stacked = width - self.amounts - SPACE < _LEAST + SPACE
        self.beside = width if self.stacked else width - self.amounts - SPACE
        self.middle = width * 39 // 80
        self.measure = max(self.beside, min(width, _READABLE))
        self.labels = self._labels(block for block in blocks if type(block) is Field)
        sums = max(_LEAST_LABEL, widest({block.label for block in blocks if type(block) is Sum}))
        self.sums = min(sums, self.beside - SPACE)

    def _labels(self, fields: Iterable[Field]) -> dict[int, int]:
        """Return the width of the column of labels, for each distance from the edge."""
        labels: dict[int, set[str]] = {}
        shares: dict[int, int] = {}
        for field in fields:
            labels.setdefault(field.indent, set()).add(field.label)
            shares[field.indent] = 5 if field.beside else 3
        columns = {}
        for indent, texts in labels.items():
            # A label may take two lines, but none is broken within a word if that can be helped.
            word = widest(word for text in texts for word in text.split(" "))
            least = min(max(word, self.width // shares[indent]), self.width // 3)
            columns[indent] = min(widest(texts), least) + SPACE
        return columns

    def lines(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            if type(block) is Row:
                yield from self._row(block)
            elif type(block) is Field:
                yield from self._field(block)
            elif type(block) is Gap:
                yield ""
            elif type(block) is Words:
                yield from self._words(block)
            elif type(block) is Sum:
                yield from self._sum(block)
            elif type(block) is Heading:
                yield from (self._bold(line) for line in wrap(block.text, self.width))
            elif type(block) is Pair:
                yield from self._pair(block)
            elif type(block) is Rule:
                yield "-" * self.width

    def _bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.colour and text else text

    def _row(self, row: Row) -> Iterator[str]:
        text, middle, amount, mark, indent, strong = row
        start = " " * indent + mark
        if not strong and not self.stacked:
            # Most rows of a long quote fit as they are.
            head, size, beside = cells(start) + cells(text), cells(amount), cells(middle)
            column = self.middle if middle else head
            room = self.middle - SPACE if middle else self.beside
            edge = self.beside if amount else self.width
            if amount and head <= room and beside <= edge - column and edge - column >= _LEAST:
                gap = " " * (self.width - size - column - beside)
                yield f"{start}{text}{' ' * (column - head)}{middle}{gap}{amount}"
                return
        if middle and (self.stacked or self._too_narrow(start, amount)):
            yield from self._row(row._replace(middle=""))
            hanging = " " * min(cells(start), self.width // 4)
            yield from (hanging + line for line in wrap(middle, self.width - len(hanging)))
            return
        if not amount:
            edge = self.width
        elif self.stacked:
            edge = self.width - self.amounts - SPACE
            if cells(start) + cells(text) > edge:
                yield from self._row(row._replace(amount=""))
                yield from _at_right(amount, self.width)
                return
        else:
            edge = self.beside
        room = self.middle - SPACE if middle else edge
        if strong or cells(start) + cells(text) > room or cells(middle) > edge - self.middle:
            yield from self._tall_row(row, start, room, edge)
            return
        line = start + text
        if middle:
            line = padded(line, self.middle) + middle
        if amount:
            line = padded(line, self.width - cells(amount)) + amount
        yield line

    def _too_narrow(self, start: str, amount: str) -> bool:
        edge = self.beside if amount else self.width
        return edge - self.middle < _LEAST or self.middle - SPACE - cells(start) < _LEAST

    def _tall_row(self, row: Row, start: str, room: int, edge: int) -> Iterator[str]:
        hanging = min(cells(start), room // 2)
        texts = wrap(row.text, max(room - cells(start), 1)) if row.text else [""]
        middles = wrap(row.middle, edge - self.middle) if row.middle else []
        lead, amount = start, row.amount
        for text, middle in zip_longest(texts, middles, fillvalue=""):
            line = lead + text
            shown = lead + self._bold(text) if row.strong else line
            end = cells(line)
            if middle:
                shown += " " * (self.middle - end) + middle
                end = self.middle + cells(middle)
            if amount:
                size = cells(amount)
                bold = self._bold(amount) if row.strong else amount
                shown += " " * (self.width - size - end) + bold
            yield shown.rstrip(" ")
            lead, amount = " " * hanging, ""

    def _sum(self, row: Sum) -> Iterator[str]:
        start = " " * max(self.beside - self.sums, 0)
        yield from self._row(Row(row.label, amount=row.amount, mark=start, strong=row.strong))

    def _field(self, field: Field) -> Iterator[str]:
        column = self.labels[field.indent]
        start = field.indent + column
        room = (self.measure if field.beside else self.width) - start
        if room < _LEAST + SPACE:
            yield from self._narrow_field(field)
            return
        labels = wrap(field.label, column - SPACE)
        texts = self._items(field, room)
        for label, text in zip_longest(labels, texts, fillvalue=""):
            yield f"{' ' * field.indent}{padded(label, column)}{text}".rstrip(" ")

    def _narrow_field(self, field: Field) -> Iterator[str]:
        indent = min(field.indent, self.width // 8)
        for line in wrap(field.label, self.width - indent):
            yield " " * indent + line
        for line in self._items(field, self.width - indent - SPACE):
            yield " " * (indent + SPACE) + line

    def _items(self, field: Field, room: int) -> list[str]:
        if len(field.items) == 1:
            return wrap(field.items[0], room)
        if field.joined and cells(field.joined) <= room:
            return [field.joined]
        hanging = " " * cells(self.bullet)
        lines = []
        for item in field.items:
            first, *rest = wrap(item, room - len(hanging))
            lines += [self.bullet + first, *(hanging + line for line in rest)]
        return lines

    def _words(self, words: Words) -> Iterator[str]:
        indent = min(words.indent, self.width // 8)
        start = " " * indent + words.mark
        hanging = " " * cells(start)
        measure = self.measure if words.beside else self.width
        for line in wrap(words.text, measure - len(hanging)):
            yield (start + line).rstrip(" ")
            start = hanging

    def _pair(self, pair: Pair) -> Iterator[str]:
        left, right, strong = pair
        room = self.width - cells(right) - SPACE
        if right and (room < _LEAST or cells(left) > max(room, self.width // 2)):
            yield from self._pair(Pair(left, "", strong))
            for line in wrap(right, self.width):
                yield " " * (self.width - cells(line)) + line
            return
        for line in wrap(left, room if right else self.width):
            shown = self._bold(line) if strong else line
            yield (shown + " " * (self.width - cells(line) - cells(right)) + right).rstrip(" ")
            right = ""


def _at_right(text: str, width: int) -> Iterator[str]:
    for line in wrap(text, width):
        yield " " * (width - cells(line)) + line
