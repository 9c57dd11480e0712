"""Setting blocks into lines of a given width: every amount in one straight column."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from quotekit.rendering.blocks import GAP, Block, Field, Heading, Pair, Row, Rule, Sum, Words
from quotekit.rendering.cells import cells, padded
from quotekit.rendering.columns import LEAST, SPACE, Columns, columns_of
from quotekit.rendering.row_setting import RowSetter, bold
from quotekit.rendering.wrapping import wrap


def set_lines(blocks: Sequence[Block], width: int, *, bullet: str, colour: bool = False) -> str:
    """Set blocks into lines of at most `width` cells, with a line end behind each.

    Headings are bold where `colour` is wanted.
    """
    setter = _Setter(columns_of(blocks, width), bullet, colour=colour)
    short = setter.rows.short
    lines: list[str] = []
    # A gap is owed until something follows it, so that none stands first, last, or twice.
    gap = False
    for block in blocks:
        if block is GAP:
            gap = bool(lines)
            continue
        if gap:
            lines.append("")
            gap = False
        line = short(block) if type(block) is Row else None
        if line is None:
            lines.extend(setter.lines(block))
        else:
            lines.append(line)
    lines.append("")
    return "\n".join(lines)


class _Setter:
    """Set the blocks of one document in its columns."""

    def __init__(self, columns: Columns, bullet: str, *, colour: bool) -> None:
        self.columns = columns
        self.width = columns.width
        self.bullet = bullet
        self.strong = bold if colour else str
        self.rows = RowSetter(columns, colour=colour)

    def lines(self, block: Block) -> Iterator[str]:
        if type(block) is Row:
            yield from self.rows.row(block)
        elif type(block) is Field:
            yield from self._field(block)
        elif type(block) is Words:
            yield from self._words(block)
        elif type(block) is Sum:
            yield from self.rows.sum(block)
        elif type(block) is Heading:
            yield from map(self.strong, wrap(block.text, self.width))
        elif type(block) is Pair:
            yield from self._pair(block)
        elif type(block) is Rule:
            yield "-" * self.width

    def _field(self, field: Field) -> Iterator[str]:
        column = self.columns.labels[field.indent]
        start = field.indent + column
        room = (self.columns.measure if field.beside else self.width) - start
        if room < LEAST + SPACE:
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
        measure = self.columns.measure if words.beside else self.width
        for line in wrap(words.text, measure - len(hanging)):
            yield (start + line).rstrip(" ")
            start = hanging

    def _pair(self, pair: Pair) -> Iterator[str]:
        left, right, strong = pair
        room = self.width - cells(right) - SPACE
        if right and (room < LEAST or cells(left) > max(room, self.width // 2)):
            yield from self._pair(Pair(left, "", strong))
            for line in wrap(right, self.width):
                yield " " * (self.width - cells(line)) + line
            return
        for line in wrap(left, room if right else self.width):
            shown = self.strong(line) if strong else line
            yield (shown + " " * (self.width - cells(line) - cells(right)) + right).rstrip(" ")
            right = ""
