"""Where a job stands as text: the seller's own page, and nothing that a client is sent."""

from collections.abc import Iterator

from quotekit.advice import Hindsight
from quotekit.pricing import PricedQuote, price
from quotekit.record import Status, snapshot_quote
from quotekit.rendering.blocks import GAP, Block, Pair, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.columns import columns_for, widest_amount
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.sheet import sheet_of
from quotekit.rendering.text_contract import contract_sum, contract_time
from quotekit.rendering.text_log_facts import ENDINGS
from quotekit.rendering.text_status_contact import contact
from quotekit.rendering.text_status_hindsight import in_hindsight
from quotekit.rendering.text_status_money import money
from quotekit.rendering.text_status_orders import orders
from quotekit.rendering.text_status_requests import requests
from quotekit.rendering.text_status_sheet import StatusSheet
from quotekit.rendering.text_status_work import work
from quotekit.rendering.typesetting import set_lines
from quotekit.rendering.wording import Wording
from quotekit.values import calendar_day


def text_status(
    status: Status,
    *,
    language: str | None,
    width: int,
    hindsight: Hindsight | None = None,
    colour: bool = False,
) -> str:
    """Write where a job stands on a day, no line wider than `width` cells.

    Without a language it is that of the quote. `hindsight` adds what was asked for, how the seller
    sees it, and what it came to. Headings are bold where `colour` is wanted. Raises
    `UnknownNameError` for a language that is not there.
    """
    priced = _priced(status)
    if priced is None:
        wording = Wording(language or "en")
        blocks: list[Block] = [Words(wording.say("No quote has been sent yet."))]
    else:
        page = sheet_of(priced, None, language or priced.quote.language)
        blocks = list(_blocks(StatusSheet(status, page), hindsight))
        wording = page.wording
    rows = RowSetter(columns_for(width, widest_amount(blocks)), colour=colour)
    return set_lines(blocks, rows, bullet=wording.say_in("before an item of a list", "- "))


def _priced(status: Status) -> PricedQuote | None:
    """Return the quote as it is agreed, else as it was sent last."""
    if status.contract is not None:
        return status.contract.priced
    sent = status.state.sent
    return None if sent is None else price(snapshot_quote(sent["snapshot"]))


def _blocks(sheet: StatusSheet, hindsight: Hindsight | None) -> Iterator[Block]:
    status, quote, contract = sheet.status, sheet.page.quote, sheet.status.contract
    number = sheet.wording.say("Status of quote {number}", number=one_line(quote.number))
    day = sheet.formats.date(status.on)
    yield Pair(number, sheet.wording.say_in("a page", "as of {day}", day=day), strong=True)
    if quote.title is not None or quote.client is not None:
        title = "" if quote.title is None else one_line(quote.title)
        client = "" if quote.client is None else one_line(quote.client.name)
        yield Pair(title, client, strong=True) if title else Pair(client, "", strong=True)
    yield GAP
    yield Words(_phase(sheet))
    if contract is None:
        if status.state.phase == "sent":
            yield Words(sheet.wording.listed(_totals(sheet)))
        yield from money(sheet)
        return
    yield from contract_sum(sheet.page, contract)
    yield from contract_time(sheet.page, contract)
    yield from orders(sheet)
    yield from work(sheet)
    yield from money(sheet)
    if status.state.ended is None:
        yield from contact(sheet)
    if hindsight is not None:
        yield from requests(sheet)
        yield from in_hindsight(sheet, hindsight)


def _phase(sheet: StatusSheet) -> str:
    """Say in one sentence whether the quote was sent, is agreed, or the work has ended."""
    wording, state = sheet.wording, sheet.status.state
    if state.phase == "sent":
        return _sent(sheet)
    if state.phase == "open" or state.accepted_on is None:
        return wording.say("No quote waits for an answer: the last one was declined or withdrawn.")
    day = sheet.formats.date(state.accepted_on)
    accepted = wording.say("The quote was accepted on {day}.", day=day)
    if state.ended is None:
        return accepted
    why = wording.say_in(*ENDINGS[state.ended])
    return wording.say("{accepted} The work has ended: {why}.", accepted=accepted, why=why)


def _totals(sheet: StatusSheet) -> Iterator[str]:
    totals = sheet.page.priced.totals
    if totals.net != totals.total:
        yield sheet.wording.say("{amount} net", amount=sheet.formats.money(totals.net))
    yield sheet.wording.say("{amount} in all", amount=sheet.formats.money(totals.total))


def _sent(sheet: StatusSheet) -> str:
    """Say when the quote went out, and until when it can be accepted."""
    wording, formats, sent = sheet.wording, sheet.formats, sheet.status.state.sent or {}
    day = formats.date(calendar_day(sent["on"]))
    revision = formats.number(sent["revision"])
    until = sent.get("valid_until")
    if until is None:
        return wording.say(
            "It was sent on {day} (revision {revision}) and waits for an answer.",
            day=day, revision=revision,
        )  # fmt: skip
    last = formats.date(calendar_day(until))
    if calendar_day(until) < sheet.status.on:
        return wording.say(
            "It was sent on {day} (revision {revision}) and was valid until {last}: nobody has "
            "answered.",
            day=day, revision=revision, last=last,
        )  # fmt: skip
    return wording.say(
        "It was sent on {day} (revision {revision}) and waits for an answer until {last}.",
        day=day, revision=revision, last=last,
    )  # fmt: skip
