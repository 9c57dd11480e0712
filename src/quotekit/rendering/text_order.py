"""The change order as a letter: what changes, what that costs, and how much longer it takes."""

from collections.abc import Iterator, Sequence

from quotekit.changes import ChangeOrder
from quotekit.quotes import Agreement, TermException
from quotekit.rendering.blocks import GAP, Block, Words
from quotekit.rendering.columns import columns_for, widest_amount
from quotekit.rendering.order_sheet import OrderSheet, order_sheet_of
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.text_order_closing import closing
from quotekit.rendering.text_order_departures import departures
from quotekit.rendering.text_order_fees import adjustments, concession, fees
from quotekit.rendering.text_order_heading import heading
from quotekit.rendering.text_order_lines import tasks
from quotekit.rendering.text_order_payments import payments
from quotekit.rendering.text_order_rates import rates
from quotekit.rendering.text_order_sums import contract_sum, difference
from quotekit.rendering.text_order_terms import terms
from quotekit.rendering.text_order_time import contract_time
from quotekit.rendering.typesetting import set_lines


def text_order(  # noqa: PLR0913 - each is a choice of the reader
    order: ChangeOrder,
    *,
    language: str,
    width: int,
    agreement: Agreement | None = None,
    granted: Sequence[TermException] = (),
    colour: bool = False,
) -> str:
    """Write a change order as text, no line wider than `width` cells.

    `agreement` is quoted where a fee comes from it, `granted` tells where it was departed from. A
    bare difference of two quotes has no
    request, no fees, no validity and no place to sign. Nothing private is in it. Headings are
    bold where `colour` is wanted. Raises `UnknownNameError` for a language that is not there.
    """
    sheet = order_sheet_of(order, agreement, language)
    blocks = list(_blocks(sheet, granted))
    rows = RowSetter(columns_for(width, widest_amount(blocks)), colour=colour)
    return set_lines(blocks, rows, bullet=sheet.bullet)


def _blocks(sheet: OrderSheet, granted: Sequence[TermException]) -> Iterator[Block]:
    order = sheet.order
    yield from heading(sheet)
    if order.number is None and not order.actions:
        yield GAP
        yield Words(sheet.wording.say("Nothing differs between the two."))
        return
    yield from tasks(sheet)
    yield from rates(sheet)
    yield from adjustments(sheet)
    yield from fees(sheet)
    yield from concession(sheet)
    yield from difference(sheet)
    yield from contract_sum(sheet)
    yield from contract_time(sheet)
    yield from payments(sheet)
    yield from terms(sheet)
    yield from departures(sheet, granted)
    yield from closing(sheet)
