"""Beside what is earned of a contract: work that was begun on instruction, and the ending fee."""

from collections.abc import Iterator

from quotekit.rendering.agreement_terms import Sentences
from quotekit.rendering.blocks import GAP, Block, Heading, Ledger, Row, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.text_settlement_sheet import SettlementSheet

_BY_NOTICE = frozenset({"client_convenience", "seller_withdraws"})
"""The causes in which one side ends the work with notice."""


def instructed(sheet: SettlementSheet) -> Iterator[Block]:
    """Write each order that the client wanted begun, its limit, and what of it is earned."""
    wording, formats = sheet.wording, sheet.formats
    if not sheet.settlement.instructed:
        return
    columns = (
        wording.say_in("column of amounts", "Limit"),
        wording.say_in("column of a final account", "Done"),
        wording.say_in("column of amounts", "Earned"),
    )
    yield GAP
    yield Ledger(wording.say("Begun on the client's instruction"), columns, strong=True)
    for row in sheet.settlement.instructed:
        number = wording.say("Change order {number}", number=one_line(row.number))
        label = number if row.title is None else sheet.labelled(number, one_line(row.title))
        limit = sheet.none if row.limit is None else formats.money(row.limit)
        amounts = (limit, formats.progress(row.percent), formats.money(row.earned))
        yield Ledger(label, amounts, 2)


def ending_fee(sheet: SettlementSheet) -> Iterator[Block]:
    """Write the fee with what it is reckoned on and its term, and the notice of the agreement."""
    wording, formats, found = sheet.wording, sheet.formats, sheet.settlement
    sentences = Sentences(wording, formats)
    percent = found.fee_percent
    if percent is not None and not found.fee.is_zero():
        yield GAP
        yield Heading(wording.say("Fee for ending early"))
        reckoned = wording.say(
            "{percent} of {base}",
            percent=formats.percent(percent),
            base=formats.money(found.unearned),
        )
        yield Row(reckoned, "", formats.money(found.fee), indent=2)
        yield Words(sentences.ending_fee(percent), indent=2, beside=True)
    elif percent is not None:
        yield GAP
        yield Words(wording.say("No fee is due for ending the work."))
    if found.notice_days is not None and found.cause in _BY_NOTICE:
        yield GAP
        yield Words(sentences.notice(found.notice_days))
