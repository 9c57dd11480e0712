"""The text of a task or an option as it was agreed on a day: all that a client may hold it to."""

from collections.abc import Iterator

from quotekit.pricing import Line
from quotekit.rendering.blocks import GAP, Block, Field, Heading
from quotekit.rendering.columns import columns_for
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.tax_words import tax_label
from quotekit.rendering.text_answer_sheet import AnswerSheet
from quotekit.rendering.text_lines import LineWriter
from quotekit.rendering.text_timeline import planned, working_time

_ANY_WIDTH = 80
"""Rows are not set as they are written here, so that the width is not looked at."""


def tasks_agreed(sheet: AnswerSheet) -> Iterator[Block]:
    """Write each task with its price, taxes, time, and all that is agreed about it."""
    if not sheet.lines:
        return
    writer = LineWriter(sheet.page, RowSetter(columns_for(_ANY_WIDTH, 0), colour=False))
    yield GAP
    if sheet.chosen(sheet.lines[0]):
        yield Heading(sheet.wording.say("What is agreed about it"))
    else:
        yield Heading(sheet.wording.say("What is offered"))
    numbers = sheet.page.numbering.numbers
    for line in sheet.lines:
        yield GAP
        number = numbers[line.id]
        own = tuple(_own(sheet, line))
        said = {field.label for field in own}
        for block in writer.lines([(number, line)], nested="." in number, quick=False):
            if type(block) is not Field or block.label not in said:
                yield block
        yield from own


def _own(sheet: AnswerSheet, line: Line) -> Iterator[Field]:
    """Say what a page about one task tells always: its taxes, and when the work is planned."""
    indent = sheet.page.indent
    taxes = sheet.wording.listed(_taxes(sheet, line))
    if taxes:
        label = sheet.wording.say_in("label", "Tax")
        yield Field(label, (taxes,), indent=indent, beside=True)
    time, dated = working_time(sheet.page, line), planned(sheet.page, line)
    if dated is not None:
        span = sheet.formats.span(dated.start, dated.finish)
        time = sheet.wording.say("{time}, planned for {days}", time=time, days=span)
    if time:
        label = sheet.wording.say_in("label", "Time")
        yield Field(label, (time,), indent=indent, beside=True)


def _taxes(sheet: AnswerSheet, line: Line) -> Iterator[str]:
    """Say which taxes the price of a line bears, and whether they are in it."""
    quote, wording = sheet.page.quote, sheet.wording
    for name in line.taxes:
        tax, label = quote.taxes[name], tax_label(sheet.page, name)
        if tax.withheld:
            yield wording.say("{tax} withheld", tax=label)
        elif tax.exempt:
            yield label
        elif quote.prices_include_tax:
            yield wording.say("including {tax}", tax=label)
        else:
            yield wording.say("plus {tax}", tax=label)
