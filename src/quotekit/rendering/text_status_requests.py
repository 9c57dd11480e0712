"""What was asked for, what came of it, and how the seller sees it: never a client's document."""

from collections.abc import Iterator

from quotekit.record import Asked
from quotekit.rendering.blocks import GAP, Block, Field, Heading
from quotekit.rendering.cells import one_line
from quotekit.rendering.text_order_heading import REASONS
from quotekit.rendering.text_status_sheet import StatusSheet
from quotekit.rendering.wording import mark_in

KINDS = {
    "scope": mark_in("kind of a request", "Change of scope"),
    "revision": mark_in("kind of a request", "Round of corrections"),
    "clarification": mark_in("kind of a request", "Clarification"),
    "defect": mark_in("kind of a request", "Correction of our own fault"),
}
_VALUES = {
    "constructive": mark_in("how the seller sees a request", "constructive"),
    "preference": mark_in("how the seller sees a request", "a mere preference"),
}
_STATES = {
    "pending": mark_in("what became of a change order", "waiting for an answer"),
    "accepted": mark_in("what became of a change order", "accepted"),
    "declined": mark_in("what became of a change order", "declined"),
    "withdrawn": mark_in("what became of a change order", "withdrawn"),
    "superseded": mark_in("what became of a change order", "replaced"),
    "expired": mark_in("what became of a change order", "expired"),
}


def requests(sheet: StatusSheet) -> Iterator[Block]:
    """Write each request with its kind and reason, what became of it, and the seller's own view."""
    asked = sheet.status.requests
    if not asked:
        return
    yield GAP
    yield Heading(sheet.wording.say("Requests, as you see them yourself: not for the client"))
    column = max(len(str(one.seq)) for one in asked)
    for one in asked:
        yield Field(f"{one.seq:>{column}}", ("\n".join(_said(sheet, one)),), indent=2)


def _said(sheet: StatusSheet, one: Asked) -> Iterator[str]:
    wording = sheet.wording
    yield one_line(one.title or one.id)
    facts = [wording.say_in(*KINDS[one.kind])]
    if one.value is not None:
        facts.append(wording.say_in(*_VALUES[one.value]))
    yield wording.listed(facts)
    if one.reason in REASONS:
        yield wording.say_in(*REASONS[one.reason])
    if one.contradicts is not None:
        yield wording.say("goes against entry {number} of the record", number=str(one.contradicts))
    yield _outcome(sheet, one)


def _outcome(sheet: StatusSheet, one: Asked) -> str:
    """Say which orders came of a request, and whether it is still open."""
    wording, contract = sheet.wording, sheet.status.contract
    if contract is None or not one.orders:
        return wording.say("open") if one.is_open else wording.say("closed without a change order")
    said = []
    for number in one.orders:
        state = wording.say_in(*_STATES[contract.status(number, sheet.status.on)])
        said.append(sheet.labelled(one_line(number), state))
    return wording.listed(said)
