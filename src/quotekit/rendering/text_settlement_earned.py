"""What of a contract is earned: task by task, and what is taken off or added for the whole."""

from collections.abc import Iterator

from quotekit.pricing import Totals
from quotekit.rendering.adjustment_words import document_discounts, document_surcharges
from quotekit.rendering.blocks import GAP, Block, Ledger, Words
from quotekit.rendering.text_settlement_sheet import SettlementSheet


def earned(sheet: SettlementSheet) -> Iterator[Block]:
    """Write each task with what it comes to, how far it is, and what is earned, and their sums."""
    wording, formats, found = sheet.wording, sheet.formats, sheet.settlement
    if not found.tasks:
        return
    columns = (
        wording.say_in("column of amounts", "Contract"),
        wording.say_in("column of a final account", "Done"),
        wording.say_in("column of amounts", "Earned"),
    )
    yield GAP
    yield Ledger(wording.say_in("heading", "Work"), columns, strong=True)
    for row in found.tasks:
        amounts = (
            formats.money(row.total),
            formats.progress(row.percent),
            formats.money(row.earned),
        )
        yield Ledger(sheet.page.named(row.id), amounts, 2)
    yield from _adjustments(sheet)
    yield from _rounding(sheet)
    whole = found.contract.totals
    total = whole.total if sheet.page.quote.prices_include_tax else whole.net
    sums = (formats.money(total), "", formats.money(found.earned))
    yield Ledger(wording.say_in("of money", "Earned in all"), sums, strong=True)
    if not found.unearned.is_zero() and not found.unearned.is_signed():
        amount = formats.money(found.unearned)
        yield GAP
        yield Words(
            wording.say("Of the contract, {amount} is not earned and no longer due.", amount=amount)
        )


def _adjustments(sheet: SettlementSheet) -> Iterator[Block]:
    """Write what is off or added for the whole contract, and for the part that is done."""
    page, contract, done = sheet.page, sheet.settlement.contract.totals, sheet.settlement.totals
    taken_off = zip(document_discounts(page, contract), done.discounts, strict=True)
    for (label, amount), row in taken_off:
        yield Ledger(label, (amount, "", page.minus(row.amount)), 2)
    # Behind those of the contract stand the fee and instructed work, which have rows of their own.
    added = zip(document_surcharges(page, contract), done.surcharges, strict=False)
    for (label, amount), row in added:
        yield Ledger(label, (amount, "", sheet.formats.money(row.amount)), 2)


def _rounding(sheet: SettlementSheet) -> Iterator[Block]:
    """Write what rounding at the end leaves between the rows and their sum."""
    found = sheet.settlement
    whole, part = (_left_by_rounding(sheet, totals) for totals in (
        found.contract.totals, found.totals,
    ))  # fmt: skip
    if whole or part:
        amounts = (whole or sheet.none, "", part or sheet.none)
        yield Ledger(sheet.wording.say("Rounding"), amounts, 2)


def _left_by_rounding(sheet: SettlementSheet, totals: Totals) -> str:
    for row in totals.rounding_rows:
        if row.between in ("net", "gross"):
            return sheet.formats.money(row.amount)
    return ""
