"""The head of a quote: what it is, from whom and for whom."""

from collections.abc import Iterator, Mapping

from quotekit.quotes import Client, Seller
from quotekit.rendering.blocks import GAP, Block, Field, Pair, Words
from quotekit.rendering.cells import one_line, prose
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.validity import valid_until
from quotekit.rendering.wording import Wording


def heading(sheet: Sheet) -> Iterator[Block]:
    """Write title, number, dates, the two parties, the place, and the words before the tasks."""
    wording, formats, quote = sheet.wording, sheet.formats, sheet.quote
    number = one_line(quote.number)
    title = (
        wording.say("Quote {number}", number=number)
        if quote.binding
        else wording.say("Estimate {number}", number=number)
    )
    dated = "" if quote.date is None else formats.date(quote.date)
    yield Pair(title, dated, strong=True)
    last = valid_until(quote, sheet.agreement)
    valid = "" if last is None else _valid(sheet, formats.date(last))
    subject = ""
    if quote.title is not None:
        subject = wording.say_in(
            "what a quote is about", "{subject}", subject=one_line(quote.title)
        )
    if subject or valid:
        yield Pair(subject, valid, strong=True)
    yield GAP
    yield from parties(sheet)
    if wording.agrees("is the total stated at the top too? yes or no", "no"):
        yield from _total_at_top(sheet)
    if quote.intro is not None:
        yield GAP
        yield Words(prose(quote.intro))


def parties(sheet: Sheet) -> Iterator[Block]:
    """Write who offers, who the document is for, and where the work is done."""
    wording, quote = sheet.wording, sheet.quote
    if quote.seller is not None:
        yield Field(
            wording.say_in("the seller", "From"), ("\n".join(seller(wording, quote.seller)),)
        )
    if quote.client is not None:
        yield Field(
            wording.say_in("the client", "For"), ("\n".join(client(wording, quote.client)),)
        )
    if quote.place is not None:
        yield Field(wording.say_in("of the work or supply", "Place"), (one_line(quote.place),))


def seller(wording: Wording, party: Seller) -> Iterator[str]:
    """Say who offers, a line for each thing there is to know."""
    yield _first_line(wording, party.name, party.address)
    yield from _reached(wording, party.email, party.phone)
    yield from labelled(wording, party.ids)


def _valid(sheet: Sheet, day: str) -> str:
    """Say until when it can be accepted; a quote and an estimate may be of another gender."""
    if sheet.quote.binding:
        return sheet.wording.say("valid until {day}", day=day)
    return sheet.wording.say_in("an estimate", "valid until {day}", day=day)


def client(wording: Wording, party: Client) -> Iterator[str]:
    """Say who the quote is for, a line for each thing there is to know."""
    yield _first_line(wording, party.name, party.contact)
    if party.address is not None:
        yield _side_by_side(wording, party.address)
    yield from _reached(wording, party.email, party.phone)
    yield from labelled(wording, party.ids)
    if party.reference is not None:
        text = one_line(party.reference)
        yield wording.say("Your reference: {reference}", reference=text)


def addressed(wording: Wording, name: str) -> str:
    """Name a person of the client's side as the language does, with one title of courtesy."""
    courtesy = wording.say_in("a person of the client's side", "{name}", name="")
    name = one_line(name)
    return name if name.endswith(courtesy) else f"{name}{courtesy}"


def labelled(wording: Wording, pairs: Mapping[str, str]) -> Iterator[str]:
    """Say labels with their texts, a line each, the labels as they were written."""
    for label, text in pairs.items():
        yield wording.say_in(
            "a label with its text", "{label}: {text}",
            label=one_line(label).rstrip(" :："), text=one_line(text),
        )  # fmt: skip


def _first_line(wording: Wording, name: str, more: str | None) -> str:
    if more is None:
        return one_line(name)
    return wording.say_in("parts of an address", ", ").join(
        (one_line(name), _side_by_side(wording, more))
    )


def _side_by_side(wording: Wording, address: str) -> str:
    lines = (line.strip() for line in prose(address).split("\n"))
    return wording.say_in("parts of an address", ", ").join(line for line in lines if line)


def _reached(wording: Wording, email: str | None, phone: str | None) -> Iterator[str]:
    said = [one_line(text) for text in (email, phone) if text is not None]
    if said:
        yield wording.listed(said)


def _total_at_top(sheet: Sheet) -> Iterator[Block]:
    totals = sheet.priced.totals
    amount = sheet.formats.money(totals.total)
    taxed = any(not row.withheld for row in totals.taxes)
    yield GAP
    if taxed:
        text = sheet.wording.say_in("at the top, tax included", "Total: {amount}", amount=amount)
    else:
        text = sheet.wording.say_in("at the top, without tax", "Total: {amount}", amount=amount)
    yield Pair(text, "", strong=True)
