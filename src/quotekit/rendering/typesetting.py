"""Setting blocks into lines of a given width: every amount in one straight column."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from quotekit.rendering.blocks import (
    GAP,
    Block,
    Field,
    Heading,
    Ledger,
    Pair,
    Row,
    Rule,
    Sum,
    Words,
)
from quotekit.rendering.cells import cells, padded, widest
from quotekit.rendering.columns import LEAST, SPACE
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.wrapping import wrap

_LEAST_LABEL = 13


def set_lines(blocks: Sequence[Block], rows: RowSetter, *, bullet: str) -> str:
    """Set blocks into lines no wider than the columns of `rows`, with a line end behind each."""
    setter = _Setter(blocks, rows, bullet)
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
        if type(block) is str:
            lines.append(block)
        elif type(block) is Field:
            lines.extend(setter.field(block))
        else:
            lines.extend(setter.lines(block))
    lines.append("")
    return "\n".join(lines)


class _Setter:
    """Set the blocks of one document in its columns."""

    def __init__(self, blocks: Iterable[Block], rows: RowSetter, bullet: str) -> None:
        self.rows = rows
        self.width = rows.columns.width
        self.bullet = bullet
        self._fields: dict[Field, list[str]] = {}
        fields: set[tuple[str, int, bool]] = set()
        sums: set[str] = set()
        amounts: set[str] = set()
        alone: set[str] = set()
        for block in blocks:
            if type(block) is Field:
                fields.add((block.label, block.indent, block.beside))
            elif type(block) is Sum:
                sums.add(block.label)
            elif type(block) is Ledger:
                (amounts if len(block.amounts) > 1 else alone).update(block.amounts)
        self.labels = _labels(fields, self.width)
        self.amounts = widest(amounts) + SPACE
        self.alone = widest(alone) + SPACE
        self.sums = min(max(_LEAST_LABEL, widest(sums)), rows.columns.beside - SPACE)

    def lines(self, block: Block) -> Iterator[str]:
        if type(block) is Row:
            yield from self.rows.row(block)
        elif type(block) is Words:
            yield from self._words(block)
        elif type(block) is Sum:
            yield from self.rows.sum(block, self.sums)
        elif type(block) is Heading:
            yield from map(self.rows.strong, wrap(block.text, self.width))
        elif type(block) is Pair:
            yield from self._pair(block)
        elif type(block) is Ledger:
            yield from self._ledger(block)
        elif type(block) is Rule:
            yield "-" * self.width

    def field(self, field: Field) -> list[str]:
        """Set a field; the same one, such as a tax, stands below many lines."""
        known = self._fields.get(field)
        if known is None:
            known = self._fields[field] = list(self._field(field))
        return known

    def _field(self, field: Field) -> Iterator[str]:
        column = self.labels[field.indent]
        start = field.indent + column
        room = (self.rows.columns.measure if field.beside else self.width) - start
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
        measure = self.rows.columns.measure if words.beside else self.width
        if measure - cells(start) < LEAST < cells(words.mark):
            # A label that leaves no room for its text stands above it.
            yield from self._words(Words(words.mark.rstrip(" "), "", words.indent))
            start = " " * indent
        hanging = " " * cells(start)
        for line in wrap(words.text, measure - len(hanging)):
            yield (start + line).rstrip(" ")
            start = hanging

    def _ledger(self, row: Ledger) -> Iterator[str]:
        """Set label and amounts side by side; where that is too narrow, one below the other."""
        start = " " * min(row.indent, self.width // 8)
        strong = self.rows.strong if row.strong else str
        # What stands side by side lines up in all tables; a column alone, such as days, does not.
        column = self.amounts if len(row.amounts) > 1 else self.alone
        texts = [" " * (column - cells(amount)) + amount for amount in row.amounts]
        room = self.width - column * len(texts) - len(start)
        if room >= LEAST:
            columns = "".join(texts)
            for line in wrap(row.label, room):
                space = " " * (room - cells(line))
                yield (start + strong(line) + space + strong(columns)).rstrip(" ")
                columns = ""
            return
        for line in wrap(row.label, self.width - len(start)) if row.label else ():
            yield start + strong(line)
        beside = "".join(texts)
        below = (
            [beside]
            if cells(beside) <= self.width
            else [amount for amount in row.amounts if amount]
        )
        for text in below:
            for line in wrap(text.lstrip(" "), self.width) if text is not beside else [text]:
                yield " " * (self.width - cells(line)) + strong(line)

    def _pair(self, pair: Pair) -> Iterator[str]:
        left, right, strong = pair
        room = self.width - cells(right) - SPACE
        if right and (room < LEAST or cells(left) > max(room, self.width // 2)):
            yield from self._pair(Pair(left, "", strong))
            for line in wrap(right, self.width):
                yield " " * (self.width - cells(line)) + line
            return
        for line in wrap(left, room if right else self.width):
            shown = self.rows.strong(line) if strong else line
            yield (shown + " " * (self.width - cells(line) - cells(right)) + right).rstrip(" ")
            right = ""


def _labels(fields: Iterable[tuple[str, int, bool]], width: int) -> dict[int, int]:
    """Return how wide the column of labels is, with its space, for each distance from the edge."""
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
