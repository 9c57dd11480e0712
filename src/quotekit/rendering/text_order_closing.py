"""What stands at the end of a change order: what rests, how long it is open, a place to sign."""

from collections.abc import Iterator

from quotekit.rendering.blocks import GAP, Block, Words
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.text_closing import notices, place_to_sign
from quotekit.rendering.text_order_lines import GROUPS


def closing(sheet: OrderSheet) -> Iterator[Block]:
    """Say what work rests until this is decided, and until when it can be; a place to sign.

    Nothing of it belongs to a bare difference.
    """
    order, wording = sheet.order, sheet.wording
    if order.number is None:
        return
    yield from notices(sheet.after)
    yield GAP
    # Nobody works on an option that is not selected.
    agreed = {line.id for line in order.before.lines if line.counted or line.open_ended}
    rests = [
        sheet.named(line.id)
        for line in order.lines
        if line.change in GROUPS and line.before is not None and line.id in agreed
    ]
    if rests:
        listed = wording.listed(rests)
        yield Words(wording.say("Until this is decided, work rests on: {tasks}.", tasks=listed))
    yield Words(wording.say("All else stays as agreed."))
    if order.valid_until is not None:
        day = sheet.formats.date(order.valid_until)
        yield Words(
            wording.say("This change order can be accepted until the end of {day}.", day=day)
        )
    accepted = wording.say_in("above the place to sign a change order", "Accepted for the client:")
    yield from place_to_sign(sheet.after, accepted)
