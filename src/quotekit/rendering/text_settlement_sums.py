"""What a settlement comes to: net, taxes, total, withheld, paid, and what is left or goes back."""

from collections.abc import Iterator
from dataclasses import replace

from quotekit.rendering.blocks import GAP, Block, Sum, Words
from quotekit.rendering.tax_words import tax_label
from quotekit.rendering.text_heading import labelled
from quotekit.rendering.text_settlement_sheet import SettlementSheet
from quotekit.rendering.text_totals import remarks, sums


def settled_sums(sheet: SettlementSheet) -> Iterator[Block]:
    """Write every sum from what is earned to what is left to pay."""
    found, page = sheet.settlement, sheet.page
    # What rounding leaves among the rows above stands there.
    rows = [row for row in found.totals.rounding_rows if row.between not in ("net", "gross")]
    yield GAP
    yield from sums(page, replace(found.totals, rounding_rows=tuple(rows)), _total(sheet))
    yield Sum(sheet.wording.say_in("of a final account", "Paid so far"), page.minus(found.paid))
    label, amount = left_to_pay(sheet)
    yield Sum(label, amount, strong=True)
    yield from _taxes_of_rest(sheet)
    yield from remarks(page, found.totals)


def _taxes_of_rest(sheet: SettlementSheet) -> Iterator[Block]:
    """Write the taxes in what is left to pay or goes back, where not all of them stand above."""
    found = sheet.settlement
    if found.due.is_zero() or found.paid.is_zero():
        return
    for row in found.rest.taxes:
        if not row.withheld and not row.amount.is_zero():
            amount = row.amount.copy_negate() if found.is_refund else row.amount
            label = sheet.wording.say("including {tax}", tax=tax_label(sheet.page, row.name))
            yield Sum(label, sheet.formats.money(amount))


def _total(sheet: SettlementSheet) -> str:
    """Name the total: something of it may be paid, so it is not yet what is due."""
    taxes = sheet.page.quote.taxes
    if any(not row.withheld and not taxes[row.name].exempt for row in sheet.settlement.taxes):
        return sheet.wording.say_in("of a final account, with the taxes added", "Total")
    return sheet.wording.say_in("of a final account, where no tax is added", "Total")


def left_to_pay(sheet: SettlementSheet) -> tuple[str, str]:
    """Name what is left to pay, or what goes back, with its amount."""
    found, wording = sheet.settlement, sheet.wording
    if found.is_refund:
        amount = sheet.formats.money(found.due.copy_negate())
        return wording.say_in("of a final account", "To be refunded"), amount
    return wording.say_in("of a final account", "Still to pay"), sheet.formats.money(found.due)


def account(sheet: SettlementSheet) -> Iterator[Block]:
    """Name the account to pay to, or say that a refund goes back the way it was paid."""
    found, wording, seller = sheet.settlement, sheet.wording, sheet.page.quote.seller
    if found.is_refund:
        yield GAP
        yield Words(wording.say("The refund goes to the account that the payments came from."))
    elif not found.due.is_zero() and seller is not None and seller.pay_to:
        yield GAP
        yield Words(wording.say("Please pay to"))
        for text in labelled(wording, seller.pay_to):
            yield Words(text, indent=2)
