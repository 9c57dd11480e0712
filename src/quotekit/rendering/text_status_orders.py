"""The change orders that are not agreed: what they would add, and until when; free rounds."""

from collections.abc import Iterator

from quotekit.changes import ChangeOrder
from quotekit.rendering.blocks import GAP, Block, Heading, Row, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.text_status_sheet import StatusSheet

_WHOLE_QUOTE = "*"


def orders(sheet: StatusSheet) -> Iterator[Block]:
    """Write the orders that wait for an answer, those that nobody answered, and the free rounds."""
    contract, status = sheet.status.contract, sheet.status
    if contract is None:
        return
    expired = [
        order
        for order in contract.orders
        if contract.status(str(order.number), status.on) == "expired"
    ]
    waiting = [order for order in status.pending if order not in expired]
    waits = sheet.wording.say("Change orders that wait for an answer, not counted above")
    yield from _listed(sheet, waits, waiting)
    yield from _listed(sheet, sheet.wording.say("Change orders that have expired"), expired)
    yield from _rounds(sheet)


def _listed(sheet: StatusSheet, heading: str, listed: list[ChangeOrder]) -> Iterator[Block]:
    if not listed:
        return
    yield GAP
    yield Heading(heading)
    for order in listed:
        number = one_line(str(order.number))
        title = number if order.title is None else sheet.labelled(number, one_line(order.title))
        net = sheet.formats.signed(order.sum.net.change)
        yield Row(title, "", sheet.wording.say("{amount} net", amount=net), indent=2)
        yield Words(sheet.wording.listed(_facts(sheet, order)), indent=4, beside=True)


def _facts(sheet: StatusSheet, order: ChangeOrder) -> Iterator[str]:
    wording, days = sheet.wording, order.time.working_days.change
    if order.sum.total.change != order.sum.net.change:
        amount = sheet.formats.signed(order.sum.total.change)
        yield wording.say("{amount} in all", amount=amount)
    yield wording.say_count(
        "{count} working day", "{count} working days", abs(days),
        count=sheet.formats.signed_number(days),
    )  # fmt: skip
    if order.valid_until is not None:
        day = sheet.formats.date(order.valid_until)
        if order.valid_until < sheet.status.on:
            yield wording.say("was valid until {day}", day=day)
        else:
            yield wording.say_in("a change order", "valid until {day}", day=day)
    contract = sheet.status.contract
    if contract is not None and order.base != contract.priced.digest:
        yield wording.say("priced before another order was accepted")
    if sheet.status.state.orders[str(order.number)].proceed:
        yield wording.say("begun on instruction before it is accepted")


def _rounds(sheet: StatusSheet) -> Iterator[Block]:
    """Write how many free rounds of corrections are used, of each task or of the whole job."""
    contract = sheet.status.contract
    if contract is None:
        return
    rounds = contract.rounds(sheet.status.on)
    granted = rounds.granted
    if granted is None or granted.revisions == 0:
        return
    whole = sheet.formats.number(granted.revisions)
    yield GAP
    yield Heading(sheet.wording.say("Free rounds of corrections"))
    by_task = granted.per == "task"
    names = [name for name in rounds.taken if name != _WHOLE_QUOTE] if by_task else [None]
    lines = sheet.page.numbering.lines
    for name in names:
        used, left = (
            sheet.formats.number(rounds.used(name)),
            sheet.formats.number(rounds.left(name)),
        )
        title = sheet.wording.say_in("free rounds of corrections", "for the whole job")
        if name is not None:
            title = sheet.page.named(name) if name in lines else one_line(name)
        said = sheet.wording.say(
            "{used} of {granted} used, {left} left", used=used, granted=whole, left=left
        )
        yield Row(title, said, indent=2)
    if by_task:
        text = sheet.wording.say_count(
            "{count} left for each other task", "{count} left for each other task",
            granted.revisions, count=whole,
        )  # fmt: skip
        if not names:
            text = sheet.wording.say("none used; {count} for each task", count=whole)
        yield Words(text, indent=2)
