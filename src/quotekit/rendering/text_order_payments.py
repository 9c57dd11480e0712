"""What a change order does to the instalments."""

from collections.abc import Iterator

from quotekit.changes import InstalmentChange
from quotekit.pricing import Instalment
from quotekit.rendering.blocks import GAP, Block, Ledger, Words
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.text_payments import instalment_label, instalment_terms


def payments(sheet: OrderSheet) -> Iterator[Block]:
    """Write each instalment before and after; one that is invoiced or paid says so."""
    if not sheet.order.instalments:
        return
    wording = sheet.wording
    old, new = _numbered(sheet.before), _numbered(sheet.after)
    columns = (
        wording.say_in("column of amounts", "Before"),
        wording.say_in("column of amounts", "After"),
    )
    yield GAP
    yield Ledger(wording.say("Payment"), columns, strong=True)
    for change in sheet.order.instalments:
        yield Ledger(_label(sheet, change, old, new), _amounts(sheet, change), 2)
        for text in _terms(sheet, change, old, new):
            yield Words(text, indent=4, beside=True)


Numbered = dict[str, tuple[int, Instalment]]


def _numbered(sheet: Sheet) -> Numbered:
    return {one.id: (at, one) for at, one in enumerate(sheet.priced.instalments, 1)}


def _label(sheet: OrderSheet, change: InstalmentChange, old: Numbered, new: Numbered) -> str:
    wording = sheet.wording
    # What is fixed has become an amount: it is called what it was called when it was paid.
    if change.id in new and not (change.fixed and change.id in old):
        return instalment_label(sheet.after, *new[change.id])
    label = instalment_label(sheet.before, *old[change.id])
    if change.fixed:
        return wording.say("{title} (invoiced or paid)", title=label)
    return wording.say("{title} (no longer due)", title=label)


def _amounts(sheet: OrderSheet, change: InstalmentChange) -> tuple[str, str]:
    none = sheet.wording.say_in("an amount that is not there", "–")
    before = none if change.before is None else sheet.formats.money(change.before)
    after = none if change.after is None else sheet.formats.money(change.after)
    return before, after


def _terms(
    sheet: OrderSheet, change: InstalmentChange, old: Numbered, new: Numbered
) -> Iterator[str]:
    """Say when it falls due, where that moves or was not said yet."""
    if change.id not in new or change.fixed:
        return
    now = tuple(instalment_terms(sheet.after, new[change.id][1]))
    if change.id not in old or now != tuple(instalment_terms(sheet.before, old[change.id][1])):
        yield from now
