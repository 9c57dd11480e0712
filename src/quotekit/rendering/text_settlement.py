"""The settlement of a contract as a letter: what is earned, the fee, what is paid, what is left."""

from collections.abc import Iterator

from quotekit.advice import Settlement
from quotekit.rendering.blocks import GAP, Block, Field, Pair, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.columns import columns_for, widest_amount
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.sheet import sheet_of
from quotekit.rendering.text_closing import notices, place_to_sign
from quotekit.rendering.text_heading import parties
from quotekit.rendering.text_settlement_earned import earned
from quotekit.rendering.text_settlement_fee import ending_fee, instructed
from quotekit.rendering.text_settlement_sheet import SettlementSheet
from quotekit.rendering.text_settlement_sums import account, left_to_pay, settled_sums
from quotekit.rendering.typesetting import set_lines
from quotekit.rendering.wording import mark_in

_CAUSES = {
    "completed": mark_in("why a contract ends", "The work is completed."),
    "client_convenience": mark_in("why a contract ends", "The client has ended the work."),
    "client_breach": mark_in(
        "why a contract ends", "The work has ended because the client broke the agreement."
    ),
    "seller_withdraws": mark_in("why a contract ends", "The seller has withdrawn from the work."),
    "agreement": mark_in("why a contract ends", "Both sides have agreed to end the work."),
}


def text_settlement(
    settlement: Settlement, *, language: str, width: int, colour: bool = False
) -> str:
    """Write the settlement of a contract as text, no line wider than `width` cells.

    It is a document for the client: nothing private is in it. Each row adds up to the one that is
    left to pay, or goes back. Headings are bold where `colour` is wanted. Raises
    `UnknownNameError` for a language that is not there.
    """
    sheet = SettlementSheet(settlement, sheet_of(settlement.contract, None, language))
    blocks = list(_blocks(sheet))
    rows = RowSetter(columns_for(width, widest_amount(blocks)), colour=colour)
    return set_lines(blocks, rows, bullet=sheet.wording.say_in("before an item of a list", "- "))


def _blocks(sheet: SettlementSheet) -> Iterator[Block]:
    yield from _heading(sheet)
    yield from earned(sheet)
    yield from instructed(sheet)
    yield from ending_fee(sheet)
    yield from settled_sums(sheet)
    yield from notices(sheet.page)
    yield from account(sheet)
    agreed = sheet.wording.say_in(
        "above the place to sign a final account", "Agreed by the client:"
    )
    yield from place_to_sign(sheet.page, agreed)


def _heading(sheet: SettlementSheet) -> Iterator[Block]:
    """Write what this is, from whom and for whom, and why and when the contract ends."""
    wording, found, quote = sheet.wording, sheet.settlement, sheet.page.quote
    title = wording.say("Final account for quote {number}", number=one_line(quote.number))
    day = sheet.formats.date(found.on)
    yield Pair(title, day, strong=True)
    yield GAP
    yield from parties(sheet.page)
    if quote.title is not None:
        yield Field(wording.say_in("label", "Project"), (one_line(quote.title),))
    yield GAP
    yield Words(wording.say_in(*_CAUSES[found.cause]))
    yield Words(wording.say("This account covers what was done and paid by {day}.", day=day))
    if wording.agrees("is the total stated at the top too? yes or no", "no"):
        label, amount = left_to_pay(sheet)
        yield GAP
        yield Pair(sheet.labelled(label, amount), "", strong=True)
