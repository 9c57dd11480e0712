"""The tasks of a quote: each with its price and all that is agreed about it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from quotekit.pricing import Line
from quotekit.rendering.adjustment_words import task_discounts, task_surcharges
from quotekit.rendering.blocks import GAP, Block, Row
from quotekit.rendering.calculation_words import Calculations
from quotekit.rendering.cells import one_line
from quotekit.rendering.numbering import SPACE, Section
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.task_fields import TaskFields


class LineWriter:
    """Write lines as blocks."""

    def __init__(self, sheet: Sheet, rows: RowSetter) -> None:
        """Take what all lines have in common, and the columns they are set in."""
        self._sheet = sheet
        self._rows = rows
        self._ends: dict[tuple[Decimal, str], tuple[str, ...]] = {}
        self._calculations = Calculations(sheet)
        self._fields = TaskFields(sheet)
        self._included = sheet.wording.say_in("a price of zero", "included")
        every = (sheet.priced.totals, *(part.totals for part in sheet.priced.recurring))
        self._rounding = {
            row.between.removeprefix("line:"): row.amount
            for totals in every
            for row in totals.rounding_rows
            if row.between.startswith("line:")
        }

    def section(self, section: Section) -> Iterator[Block]:
        """Write the lines of a phase below its title, with their subtotal."""
        yield GAP
        phase = section.phase
        if phase is None:
            yield from self.lines(section.numbered(), nested=section.nested)
            return
        mark = self._sheet.numbering.mark(section.number)
        yield Row(one_line(phase.title), mark=mark, strong=True)
        yield from self.lines(section.numbered(), nested=section.nested)
        yield GAP
        totals = self._sheet.priced.totals
        rounding = [row for row in totals.rounding_rows if row.between == f"phase:{phase.id}"]
        indent = self._sheet.numbering.width + 2
        wording, formats = self._sheet.wording, self._sheet.formats
        for row in rounding:
            yield Row(wording.say("Rounding"), amount=formats.money(row.amount), indent=indent)
        yield Row(
            wording.say("Subtotal {phase}", phase=one_line(phase.title)),
            amount=formats.money(phase.total),
            indent=indent,
        )

    def lines(
        self, lines: Iterable[tuple[str, Line]], *, nested: bool, quick: bool = True
    ) -> Iterator[Block]:
        """Write lines; those with more than a price stand apart.

        A row that fits in one line is set at once where that is `quick`.
        """
        apart = False
        column = self._sheet.numbering.column(nested=nested)
        quickly, short = self._fields.quickly, self._rows.short
        for number, line in lines:
            details = quickly(line)
            ends = () if details is None or not quick else self._row_ends(line)
            if details is None:
                details = tuple(self._details(line))
            if details or apart:
                yield GAP
            apart = bool(details)
            title = line.task.title
            text = self._sheet.titled(line) if title is None else one_line(title)
            mark = number.ljust(column) if column else f"{number}{SPACE}"
            row = short(mark + text, ends[0]) if ends else None
            if row is None:
                yield Row(text, *self._price(line), mark)
            else:
                yield row
                yield from ends[1:]
            if details:
                yield from details

    def _row_ends(self, line: Line) -> tuple[str, ...]:
        """Set what stands behind the title, which is alike for one quantity at one rate."""
        rate = line.task.rate
        if rate is None:
            return self._rows.ends(*self._price(line))
        key = (line.quantity, rate)
        ends = self._ends.get(key)
        if ends is None:
            ends = self._ends[key] = self._rows.ends(*self._price(line))
        return ends

    def _price(self, line: Line) -> tuple[str, str]:
        """Say how the price of a line comes about, and the price."""
        amount = line.sum
        free = amount.is_zero() and line.price.is_zero()
        price = self._included if free else self._sheet.formats.money(amount)
        return self._calculations.said(line), price

    def option(self, section: Section, amount: str) -> Iterator[Block]:
        """Write the one line of an option, with the price of the option beside it."""
        for block in self.lines(section.numbered(), nested=False, quick=False):
            if type(block) is Row and block.mark:
                yield block._replace(amount=amount, strong=True)
            elif block is not GAP:
                yield block

    def _details(self, line: Line) -> Iterator[Block]:
        task = line.task
        indent = self._sheet.indent
        if line.discounts or line.surcharges or line.id in self._rounding:
            yield from self._adjustments(line, indent)
        if task.description is not None:
            yield self._fields.description(task.description)
        yield from self._fields.of(line)

    def _adjustments(self, line: Line, indent: int) -> Iterator[Block]:
        sheet = self._sheet
        for label, amount in (*task_discounts(sheet, line), *task_surcharges(sheet, line)):
            yield Row(label, amount=amount, indent=indent)
        rounding = self._rounding.get(line.id)
        if rounding is not None:
            label = sheet.wording.say("Rounding")
            yield Row(label, amount=sheet.formats.money(rounding), indent=indent)
        number = sheet.numbering.numbers[line.id]
        yield Row(
            sheet.wording.say("Total of item {number}", number=number),
            amount=sheet.formats.money(line.total),
            indent=indent,
        )
