"""The timeline of a job as text: each entry of its record, in the order it was written."""

from collections.abc import Iterator, Sequence

from quotekit.record import Happening
from quotekit.rendering.blocks import Block, Field, Words
from quotekit.rendering.columns import columns_for
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.text_log_sheet import LogSheet, log_sheet_of
from quotekit.rendering.text_log_words import EntryWords
from quotekit.rendering.typesetting import set_lines


def text_log(
    happened: Sequence[Happening], *, language: str | None, width: int, colour: bool = False
) -> str:
    """Write a timeline as text, no line wider than `width` cells.

    Without a language it is that of the quote. Entries that do not count say so, and which entry
    has struck them out. Raises `UnknownNameError` for a language that is not there.
    """
    sheet = log_sheet_of(happened, language)
    rows = RowSetter(columns_for(width, 0), colour=colour)
    return set_lines(list(_blocks(happened, sheet)), rows, bullet="")


def _blocks(happened: Sequence[Happening], sheet: LogSheet) -> Iterator[Block]:
    if not happened:
        yield Words(sheet.wording.say("Nothing is recorded."))
        return
    words = EntryWords(sheet)
    numbers = [str(one.entry.seq) for one in happened]
    column = max(map(len, numbers))
    for number, one in zip(numbers, happened, strict=True):
        label = f"{number:>{column}}  {sheet.formats.short_date(one.on)}"
        yield Field(label, ("\n".join(words.said(one)),))
