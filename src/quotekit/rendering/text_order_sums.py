"""What a change order does to net, taxes and total, and to the contract sum."""

from collections.abc import Iterator
from decimal import Decimal

from quotekit.changes import Steps, TaxChange
from quotekit.rendering.blocks import GAP, Block, Ledger
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.tax_words import tax_label
from quotekit.rendering.text_totals import remarks, total_range
from quotekit.rendering.wording import mark_in

ORIGINAL = mark_in("contract sum or time", "Original")
EARLIER = mark_in("contract sum or time", "Change by earlier orders")
BEFORE = mark_in("contract sum or time", "Before this order")
AFTER = mark_in("contract sum or time", "After this order")
_DIRECTIONS = {
    "increase": mark_in("contract sum", "This order (increase)"),
    "decrease": mark_in("contract sum", "This order (decrease)"),
    "unchanged": mark_in("contract sum", "This order (unchanged)"),
}


def difference(sheet: OrderSheet) -> Iterator[Block]:
    """Write net, each tax and total before and after, and by how much each moves."""
    order, wording = sheet.order, sheet.wording
    added = [tax for tax in order.taxes if not tax.withheld and not _exempt(sheet, tax.name)]
    columns = (
        wording.say_in("column of amounts", "Before"),
        wording.say_in("column of amounts", "After"),
        wording.say_in("column of amounts", "Difference"),
    )
    yield GAP
    yield Ledger("", columns, strong=True)
    if not added:
        yield from _rounding(sheet, "tax", "total")
        label = wording.say_in("where no tax is added", "Total")
        yield _moved(sheet, label, order.sum.total, strong=True)
    elif sheet.after.quote.prices_include_tax:
        yield from _included(sheet, added)
    else:
        yield _moved(sheet, wording.say("Net"), order.sum.net)
        yield from (_tax(sheet, tax, tax_name(sheet, tax)) for tax in added)
        yield from _rounding(sheet, "tax", "total")
        label = wording.say_in("with the taxes added", "Total")
        yield _moved(sheet, label, order.sum.total, strong=True)
    yield from _payable(sheet)
    # Where the last task with a tax goes, it is not that no tax is due.
    gone = order.taxes and not sheet.after.priced.totals.taxes
    side = sheet.before if gone else sheet.after
    yield from remarks(side, side.priced.totals)
    yield from total_range(sheet.after)


def _included(sheet: OrderSheet, added: list[TaxChange]) -> Iterator[Block]:
    wording, order = sheet.wording, sheet.order
    label = wording.say_in("with the taxes added", "Total")
    yield _moved(sheet, label, order.sum.total, strong=True)
    for tax in added:
        name = wording.say("including {tax}", tax=tax_name(sheet, tax))
        yield _tax(sheet, tax, name)
    yield from _rounding(sheet, "tax")
    label = wording.say_in("of a total that includes tax", "Net")
    yield _moved(sheet, label, order.sum.net)
    yield from _rounding(sheet, "total")


def _payable(sheet: OrderSheet) -> Iterator[Block]:
    """Write what is withheld, and what is payable then; nothing where that is the total."""
    order, wording = sheet.order, sheet.wording
    withheld = [tax for tax in order.taxes if tax.withheld]
    if not withheld and order.sum.payable == order.sum.total:
        return
    for tax in withheld:
        label = wording.say("{tax} withheld", tax=tax_name(sheet, tax))
        yield _tax(sheet, tax, label, taken_off=True)
    yield from _rounding(sheet, "withheld", taken_off=True)
    yield from _step(sheet)
    yield from _rounding(sheet, "payable")
    yield _moved(sheet, wording.say("Amount payable"), order.sum.payable, strong=True)


def _moved(sheet: OrderSheet, label: str, steps: Steps[Decimal], *, strong: bool = False) -> Ledger:
    money = sheet.formats.money
    amounts = (money(steps.before), money(steps.after), sheet.formats.signed(steps.change))
    return Ledger(label, amounts, strong=strong)


def _tax(sheet: OrderSheet, tax: TaxChange, label: str, *, taken_off: bool = False) -> Ledger:
    money, signed = sheet.formats.money, sheet.formats.signed
    if not taken_off:
        return Ledger(label, (money(tax.before), money(tax.after), signed(tax.difference)))
    moved = tax.difference if tax.difference.is_zero() else tax.difference.copy_negate()
    minus = sheet.after.minus
    return Ledger(label, (minus(tax.before), minus(tax.after), signed(moved)))


def _rounding(sheet: OrderSheet, *wholes: str, taken_off: bool = False) -> Iterator[Ledger]:
    """Write what rounding at the end leaves between the rows; the rest stands in the lines."""
    signed = sheet.formats.signed
    money = sheet.after.minus if taken_off else sheet.formats.money
    for row in sheet.order.rounding_rows:
        if row.between in wholes:
            moved = row.difference
            if taken_off and not moved.is_zero():
                moved = moved.copy_negate()
            amounts = (money(row.before), money(row.after), signed(moved))
            yield Ledger(sheet.wording.say("Rounding"), amounts)


def _step(sheet: OrderSheet) -> Iterator[Ledger]:
    """Write what rounding the payable amount to a coin adds or takes off."""
    row = sheet.order.step
    if row.before.is_zero() and row.after.is_zero():
        return
    step = sheet.after.quote.round_to or sheet.before.quote.round_to
    label = sheet.wording.say("Rounding")
    if step is not None:
        label = sheet.wording.say("Rounding to {step}", step=sheet.formats.price(step))
    money = sheet.formats.money
    amounts = (money(row.before), money(row.after), sheet.formats.signed(row.difference))
    yield Ledger(label, amounts)


def tax_name(sheet: OrderSheet, tax: TaxChange) -> str:
    """Name a tax, as the revised quote has it or else as the one so far."""
    side = sheet.after if tax.name in sheet.after.quote.taxes else sheet.before
    return tax_label(side, tax.name)


def _exempt(sheet: OrderSheet, name: str) -> bool:
    taxes = sheet.after.quote.taxes.get(name) or sheet.before.quote.taxes[name]
    return taxes.exempt


def contract_sum(sheet: OrderSheet) -> Iterator[Block]:
    """Write the contract sum from the original to the one after this order (AIA G701)."""
    order, wording = sheet.order, sheet.wording
    if order.number is None:
        return
    taxed = any(not tax.withheld and not _exempt(sheet, tax.name) for tax in order.taxes)
    total = wording.say_in("where no tax is added", "Total")
    if taxed:
        total = wording.say_in("column of the contract sum", "Total")
    columns = [(total, order.sum.total)]
    if taxed:
        columns.insert(0, (wording.say_in("column of the contract sum", "Net"), order.sum.net))
    if order.sum.payable != order.sum.total:
        name = wording.say_in("column of the contract sum", "Payable")
        columns.append((name, order.sum.payable))
    money, signed = sheet.formats.money, sheet.formats.signed
    sums = [steps for _, steps in columns]
    yield GAP
    yield Ledger(wording.say("Contract sum"), tuple(name for name, _ in columns), strong=True)
    original, earlier, before, after = (wording.say_in(*each) for each in (
        ORIGINAL, EARLIER, BEFORE, AFTER,
    ))  # fmt: skip
    yield Ledger(original, tuple(money(steps.original) for steps in sums), 2)
    yield Ledger(earlier, tuple(signed(steps.earlier) for steps in sums), 2)
    yield Ledger(before, tuple(money(steps.before) for steps in sums), 2)
    change = wording.say_in(*_DIRECTIONS[order.direction])
    yield Ledger(change, tuple(signed(steps.change) for steps in sums), 2)
    yield Ledger(after, tuple(money(steps.after) for steps in sums), 2, strong=True)
