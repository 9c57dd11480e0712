"""What a change order does to the contract time: working days, and the day of the finish."""

from collections.abc import Iterator

from quotekit.changes import Order
from quotekit.pricing import PricedQuote
from quotekit.rendering.blocks import GAP, Block, Heading, Ledger, Words
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.text_order_sums import AFTER, BEFORE, EARLIER, ORIGINAL


def contract_time(sheet: OrderSheet) -> Iterator[Block]:
    """Write the contract time from the original to the one after this order, and the finish."""
    order, wording = sheet.order, sheet.wording
    if all(one.timeline is None for one in (order.original, order.before, order.after)):
        return
    days, steps = sheet.quantities.working_days, order.time.working_days
    change = wording.say_count(
        "{count} working day", "{count} working days", abs(steps.change),
        count=sheet.formats.signed_number(steps.change),
    )  # fmt: skip
    yield GAP
    if order.number is None:
        yield Heading(wording.say("Timeline"))
        yield Ledger(wording.say_in("column of amounts", "Before"), (days(steps.before),), 2)
        yield Ledger(wording.say_in("column of amounts", "Difference"), (change,), 2)
        yield Ledger(wording.say_in("column of amounts", "After"), (days(steps.after),), 2)
    else:
        earlier = wording.say_count(
            "{count} working day", "{count} working days", abs(steps.earlier),
            count=sheet.formats.signed_number(steps.earlier),
        )  # fmt: skip
        yield Heading(wording.say("Contract time"))
        yield Ledger(wording.say_in(*ORIGINAL), (days(steps.original),), 2)
        yield Ledger(wording.say_in(*EARLIER), (earlier,), 2)
        yield Ledger(wording.say_in(*BEFORE), (days(steps.before),), 2)
        yield Ledger(wording.say_in("contract time", "This order"), (change,), 2)
        yield Ledger(wording.say_in(*AFTER), (days(steps.after),), 2, strong=True)
    finish = _finish(sheet)
    if finish:
        yield Words(finish, indent=2)
    yield from _sequence(sheet)


def _finish(sheet: OrderSheet) -> str:
    """Say the new day of the finish, and whether it is earlier or later than before."""
    wording, formats, time = sheet.wording, sheet.formats, sheet.order.time
    old, new = time.finish_before, time.finish_after
    if new is None:
        return ""
    if old is None:
        return wording.say("The finish date is {day}.", day=formats.date(new))
    if old == new:
        return wording.say("The finish date stays {day}.", day=formats.date(new))
    day, before = formats.date(new), formats.date(old)
    if new > old:
        return wording.say(
            "The new finish date is {day}, later than before ({before}).", day=day, before=before
        )
    return wording.say(
        "The new finish date is {day}, earlier than before ({before}).", day=day, before=before
    )


def _sequence(sheet: OrderSheet) -> Iterator[Block]:
    """Say in which order the work is done now, and why, where a day moves with that."""
    for action in sheet.order.actions:
        if isinstance(action, Order):
            old, new = _days(sheet.order.before), _days(sheet.order.after)
            known = [name for name in action.order if name in sheet.after.numbering.lines]
            if any(old.get(name) != new.get(name) for name in known):
                named = sheet.wording.listed(sheet.named(name) for name in known)
                text = sheet.wording.say("New order of the work: {tasks}.", tasks=named)
                yield Words(text, indent=2)
                if action.because is not None:
                    yield Words(sheet.reason(action.because), indent=2)


def _days(priced: PricedQuote) -> dict[str, object]:
    plan = priced.timeline
    return {} if plan is None else {dated.id: (dated.start, dated.finish) for dated in plan.tasks}
