"""Contact against what was agreed: messages, updates, and a draft for what goes beyond."""

from collections.abc import Iterator
from decimal import Decimal

from quotekit.record import ContactUse
from quotekit.rendering.blocks import GAP, Block, Heading, Words
from quotekit.rendering.text_status_sheet import StatusSheet


def contact(sheet: StatusSheet) -> Iterator[Block]:
    """Write how much contact there was in the last seven days, and when news is due."""
    use = sheet.status.contact
    if use is None:
        return
    yield GAP
    yield Heading(sheet.wording.say("Contact"))
    for text in (*_messages(sheet, use), *_updates(sheet, use)):
        yield Words(text, indent=2)
    if use.excess is not None:
        yield from _draft(sheet, use, use.excess)


def _messages(sheet: StatusSheet, use: ContactUse) -> Iterator[str]:
    wording, budget = sheet.wording, use.terms.messages_per_week
    count = sheet.formats.number(use.messages)
    time = sheet.page.quantities.said(Decimal(use.minutes), "minute")
    if budget is None:
        yield wording.say_count(
            "{count} message from the client in the last seven days ({time} in all)",
            "{count} messages from the client in the last seven days ({time} in all)",
            use.messages, count=count, time=time,
        )  # fmt: skip
        return
    yield wording.say(
        "Messages from the client in the last seven days: {count}, agreed {budget} ({time} in all)",
        count=count, budget=sheet.formats.number(budget), time=time,
    )  # fmt: skip
    if use.messages > budget:
        yield wording.say("Warning: that is more than was agreed.")
    elif use.warning:
        yield wording.say("Warning: most of what was agreed for a week is used.")


def _updates(sheet: StatusSheet, use: ContactUse) -> Iterator[str]:
    wording, formats = sheet.wording, sheet.formats
    if use.last_update is None:
        yield wording.say("No update has been given yet.")
    else:
        yield wording.say("The last update was on {day}.", day=formats.date(use.last_update))
    if use.update_due is not None:
        day = formats.date(use.update_due)
        if use.update_due < sheet.status.on:
            yield wording.say("The next update was due on {day}: it is late.", day=day)
        else:
            yield wording.say("The next update is due by {day}.", day=day)
    if use.late_updates:
        yield wording.say_count(
            "{count} update came late or is late.", "{count} updates came late or are late.",
            use.late_updates, count=formats.number(use.late_updates),
        )  # fmt: skip


def _draft(sheet: StatusSheet, use: ContactUse, excess: Decimal) -> Iterator[Block]:
    """Write the line that could be charged for what goes beyond; nobody has charged it."""
    rate = use.terms.extra_hour_rate
    if rate is None:
        return
    wording = sheet.wording
    yield Words(wording.say("Draft of a line, which is not charged automatically:"), indent=2)
    yield Words(
        wording.say(
            "Contact beyond what is included: {time} at {rate} an hour, {amount}",
            time=sheet.page.quantities.said(Decimal(use.excess_minutes), "minute"),
            rate=sheet.formats.price(rate),
            amount=sheet.formats.money(excess),
        ),
        indent=4,
    )
