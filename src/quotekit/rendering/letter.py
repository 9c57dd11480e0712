"""The quote as a letter: every part of it, in the order in which a client reads."""

from collections.abc import Iterator

from quotekit.pricing import PricedQuote, Viability
from quotekit.quotes import Agreement
from quotekit.rendering.blocks import Block
from quotekit.rendering.cells import cells
from quotekit.rendering.columns import columns_for, widest_amount
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.sheet import Sheet, sheet_of
from quotekit.rendering.text_closing import closing, notes, notices, terms
from quotekit.rendering.text_heading import heading
from quotekit.rendering.text_internal import internal as seller_only
from quotekit.rendering.text_lines import LineWriter
from quotekit.rendering.text_options import options
from quotekit.rendering.text_payments import payments
from quotekit.rendering.text_rates import rate_card
from quotekit.rendering.text_recurring import recurring
from quotekit.rendering.text_scope import scope
from quotekit.rendering.text_timeline import timeline
from quotekit.rendering.text_totals import totals_blocks
from quotekit.rendering.typesetting import set_lines


def text_quote(  # noqa: PLR0913 - each is a choice of the reader
    priced: PricedQuote,
    *,
    language: str,
    width: int,
    internal: bool = False,
    agreement: Agreement | None = None,
    viability: Viability | None = None,
    colour: bool = False,
) -> str:
    """Write a priced quote as text, no line wider than `width` cells.

    Nothing private is in it, unless `internal` asks for the seller's own part with `viability`.
    Headings are bold where `colour` is wanted. Raises `UnknownNameError` for a language that is
    not there.
    """
    sheet = sheet_of(priced, agreement, language)
    bullet = sheet.wording.say_in("before an item of a list", "- ")
    # Short rows are set as they are made. Where an amount turns out wider than the total, the
    # column of amounts is wider too, and all is made again.
    amounts = cells(sheet.formats.money(priced.totals.total))
    while True:
        rows = RowSetter(columns_for(width, amounts), colour=colour)
        blocks = list(_blocks(sheet, rows))
        if internal:
            blocks += seller_only(sheet, viability)
        widest = widest_amount(blocks)
        if widest <= amounts:
            return set_lines(blocks, rows, bullet=bullet)
        amounts = widest


def _blocks(sheet: Sheet, rows: RowSetter) -> Iterator[Block]:
    writer = LineWriter(sheet, rows)
    yield from heading(sheet)
    for section in sheet.numbering.sections:
        yield from writer.section(section)
    yield from totals_blocks(sheet)
    yield from notes(sheet)
    yield from recurring(sheet, writer)
    yield from options(sheet, writer)
    yield from rate_card(sheet)
    yield from payments(sheet)
    yield from timeline(sheet)
    yield from scope(sheet)
    yield from terms(sheet)
    yield from notices(sheet)
    yield from closing(sheet)
