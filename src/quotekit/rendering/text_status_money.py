"""What is paid and what is still to pay, instalment by instalment."""

from collections.abc import Iterator

from quotekit.rendering.blocks import GAP, Block, Heading, Ledger, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.engine_words import order_of
from quotekit.rendering.text_payments import instalment_label, instalment_terms
from quotekit.rendering.text_status_sheet import StatusSheet


def money(sheet: StatusSheet) -> Iterator[Block]:
    """Write each instalment with what was paid for it, what was paid in all, and what is left."""
    status, wording, formats = sheet.status, sheet.wording, sheet.formats
    unpaid = status.unpaid
    if unpaid is None:
        if not status.paid.is_zero():
            yield GAP
            paid = wording.say_in("of money", "Paid")
            yield Words(sheet.labelled(paid, formats.price(status.paid)))
        return
    none = wording.say_in("an amount that is not there", "–")
    columns = (wording.say_in("column of amounts", "Due"), wording.say_in("of money", "Paid"))
    instalments = sheet.page.priced.instalments
    yield GAP
    if instalments:
        yield Ledger(wording.say("Payment"), columns, strong=True)
    else:
        yield Heading(wording.say("Payment"))
    for at, one in enumerate(instalments, 1):
        part = status.paid_for.get(one.id)
        said = none if part is None else formats.money(part)
        label = instalment_label(sheet.page, at, one)
        yield Ledger(label, (formats.money(one.amount), said), 2)
        if one.id not in status.settled:
            known = status.due_dates[one.id] if one.id in status.due_known else None
            for text in instalment_terms(sheet.page, one, known):
                yield Words(text, indent=4, beside=True)
    yield from _others(sheet)
    labels = wording.say_in("of money", "Paid in all"), wording.say_in("of money", "Still to pay")
    if unpaid.is_signed() and not unpaid.is_zero():
        labels = labels[0], wording.say_in("of money", "Overpaid")
        unpaid = unpaid.copy_negate()
    yield Ledger(labels[0], (formats.money(status.paid),), 2)
    yield Ledger(labels[1], (formats.money(unpaid),), 2, strong=True)
    if status.state.ended is not None:
        said = wording.say("What is owed now that the work has ended, the final account says.")
        yield Words(said, indent=2)


def _others(sheet: StatusSheet) -> Iterator[Block]:
    """Write what was paid for instalments that are no longer due."""
    known = {one.id for one in sheet.page.priced.instalments}
    none = sheet.wording.say_in("an amount that is not there", "–")
    for name, paid in sheet.status.paid_for.items():
        if name not in known:
            order = order_of(name)
            label = one_line(name)
            if order is not None:
                label = sheet.wording.say("Change order {number}", number=order)
            label = sheet.wording.say("{title} (no longer due)", title=label)
            yield Ledger(label, (none, sheet.formats.money(paid)), 2)
