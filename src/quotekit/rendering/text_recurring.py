"""What recurs without end: its lines, and what each period comes to."""

from collections.abc import Iterator

from quotekit.rendering.blocks import GAP, Block, Heading
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.text_lines import LineWriter
from quotekit.rendering.text_totals import remarks, sums
from quotekit.rendering.wording import mark

_TOTALS = {
    "month": mark("Total per month"),
    "quarter": mark("Total per quarter"),
    "year": mark("Total per year"),
}
_HEADINGS = {
    "month": mark("Every month"),
    "quarter": mark("Every quarter"),
    "year": mark("Every year"),
}


def recurring(sheet: Sheet, writer: LineWriter) -> Iterator[Block]:
    """Write the lines that recur without end, by period, each period with its totals."""
    for part in sheet.priced.recurring:
        lines = [
            (number, line)
            for number, line in sheet.numbering.recurring.numbered()
            if line.every == part.every
        ]
        yield GAP
        yield Heading(sheet.wording.say(_HEADINGS[part.every]))
        yield GAP
        yield from writer.lines(lines, nested=False)
        yield GAP
        yield from sums(sheet, part.totals, sheet.wording.say(_TOTALS[part.every]))
        yield from remarks(sheet, part.totals)
