"""The head of a change order: to which quote, from whom and for whom, and what was asked."""

from collections.abc import Iterator

from quotekit.changes import ChangeRequest, RoundsUsed
from quotekit.rendering.blocks import GAP, Block, Field, Pair
from quotekit.rendering.cells import one_line, prose
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.text_heading import addressed, parties
from quotekit.rendering.wording import mark_in

REASONS = {
    "client_delay": mark_in("reason of a change", "A delay on the client's side"),
    "seller": mark_in("reason of a change", "Our own suggestion"),
    "third_party": mark_in("reason of a change", "A third party"),
    "unforeseen": mark_in("reason of a change", "Something nobody could foresee"),
}


def heading(sheet: OrderSheet) -> Iterator[Block]:
    """Write number, subject and dates, the two parties, the request, and the sum it leads to."""
    order, wording, formats = sheet.order, sheet.wording, sheet.formats
    quote = one_line(sheet.after.quote.number)
    if order.number is None:
        yield from _difference(sheet)
        return
    title = wording.say(
        "Change order {number} to quote {quote}", number=one_line(order.number), quote=quote
    )
    yield Pair(title, "" if order.issued is None else formats.date(order.issued), strong=True)
    subject, valid = _subject(sheet, order.title), ""
    if order.valid_until is not None:
        valid = wording.say_in(
            "a change order", "valid until {day}", day=formats.date(order.valid_until)
        )
    if subject or valid:
        yield Pair(subject, valid, strong=True)
    yield GAP
    yield from parties(sheet.after)
    if order.title is not None and sheet.after.quote.title is not None:
        yield Field(wording.say_in("label", "Project"), (one_line(sheet.after.quote.title),))
    if order.request is not None:
        yield GAP
        yield from _request(sheet, order.request)
    if wording.agrees("is the total stated at the top too? yes or no", "no"):
        yield from _sum_at_top(sheet)


def _difference(sheet: OrderSheet) -> Iterator[Block]:
    numbers = [one_line(one.quote.number) for one in (sheet.before, sheet.after)]
    if numbers[0] == numbers[1]:
        title = sheet.wording.say("Difference of two versions of quote {number}", number=numbers[0])
    else:
        title = sheet.wording.say(
            "Difference of the quotes {old} and {new}", old=numbers[0], new=numbers[1]
        )
    yield Pair(title, "", strong=True)
    subject = _subject(sheet, sheet.after.quote.title)
    if subject:
        yield Pair(subject, "", strong=True)


def _subject(sheet: OrderSheet, title: str | None) -> str:
    title = sheet.after.quote.title if title is None else title
    if title is None:
        return ""
    return sheet.wording.say_in("what a quote is about", "{subject}", subject=one_line(title))


def _request(sheet: OrderSheet, request: ChangeRequest) -> Iterator[Block]:
    wording = sheet.wording
    asked = [_asked(sheet, request)]
    if request.source is not None:
        asked.append(prose(request.source))
    said = "\n".join(text for text in asked if text)
    if said:
        yield Field(wording.say_in("a change", "Requested"), (said,))
    if request.wanted_by is not None:
        day = sheet.formats.date(request.wanted_by)
        yield Field(wording.say_in("a change", "Wanted by"), (day,))
    kind = _kind(sheet, request, sheet.order.allowance)
    if kind:
        yield Field(wording.say_in("of a change", "Kind"), (kind,))
    if request.reason in REASONS and request.kind != "defect":
        text = wording.say_in(*REASONS[request.reason])
        yield Field(wording.say_in("of a change", "Reason"), (text,))
    if sheet.order.supersedes is not None:
        number = one_line(sheet.order.supersedes)
        yield Field(
            wording.say_in("another change order", "Replaces"),
            (wording.say("Change order {number}", number=number),),
        )


def _asked(sheet: OrderSheet, request: ChangeRequest) -> str:
    """Say who asked and when."""
    wording = sheet.wording
    name = None if request.requested_by is None else addressed(wording, request.requested_by)
    day = None if request.requested_on is None else sheet.formats.date(request.requested_on)
    if name is not None and day is not None:
        return wording.say_in("requested", "by {name} on {day}", name=name, day=day)
    if name is not None:
        return wording.say_in("requested", "by {name}", name=name)
    return "" if day is None else wording.say_in("requested", "on {day}", day=day)


def _kind(sheet: OrderSheet, request: ChangeRequest, allowance: RoundsUsed | None) -> str:
    """Say how a change is charged, where that is not as usual."""
    wording, formats = sheet.wording, sheet.formats
    if request.kind == "defect":
        return wording.say("Correction of our own fault, free of charge")
    if request.kind == "clarification":
        return wording.say("Clarification, free of charge")
    if request.kind != "revision":
        return ""
    if allowance is None:
        return wording.say("Round of corrections")
    used, left = formats.number(allowance.used), formats.number(allowance.left)
    granted = formats.number(allowance.used + allowance.left)
    if allowance.free:
        return wording.say(
            "Round of corrections {used} of {granted}, free of charge; {left} left",
            used=used, granted=granted, left=left,
        )  # fmt: skip
    return wording.say(
        "Round of corrections beyond what is free; {used} of {granted} free rounds used, "
        "{left} left",
        used=used, granted=granted, left=left,
    )  # fmt: skip


def _sum_at_top(sheet: OrderSheet) -> Iterator[Block]:
    """State the contract sum at the top, where the country expects it there."""
    total = sheet.formats.money(sheet.order.sum.total.after)
    change = sheet.formats.signed(sheet.order.sum.total.change)
    taxed = any(not tax.withheld for tax in sheet.order.taxes)
    yield GAP
    if taxed:
        text = sheet.wording.say_in(
            "at the top, tax included", "Contract sum: {amount} ({change})",
            amount=total, change=change,
        )  # fmt: skip
    else:
        text = sheet.wording.say_in(
            "at the top, without tax", "Contract sum: {amount} ({change})",
            amount=total, change=change,
        )  # fmt: skip
    yield Pair(text, "", strong=True)
