"""A letter that declines a job: courteous, short, and without a reason that labels anybody."""

from collections.abc import Iterator
from datetime import date

from quotekit.quotes import Client, Quote, Seller
from quotekit.rendering.blocks import GAP, Block, Pair, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.columns import columns_for
from quotekit.rendering.formats import NO_CURRENCY, Formats
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.text_heading import addressed
from quotekit.rendering.text_heading import client as client_lines
from quotekit.rendering.text_heading import seller as seller_lines
from quotekit.rendering.typesetting import set_lines
from quotekit.rendering.wording import Wording


def text_refusal(quote: Quote, *, on: date, language: str, width: int, colour: bool = False) -> str:
    """Write a letter to the client that declines the job, no line wider than `width` cells.

    Of the quote it uses the title and the two parties, and nothing private. Raises
    `UnknownNameError` for a language that is not there.
    """
    wording = Wording(language)
    day = Formats(language, *NO_CURRENCY).date(on)
    blocks = list(_blocks(quote, wording, day))
    return set_lines(blocks, RowSetter(columns_for(width, 0), colour=colour), bullet="")


def _blocks(quote: Quote, wording: Wording, day: str) -> Iterator[Block]:
    yield from _addresses(quote.seller, quote.client, wording)
    yield Pair("", day)
    if quote.title is not None:
        yield GAP
        subject = wording.say_in(
            "subject of a letter", "Your inquiry: {title}", title=one_line(quote.title)
        )
        yield Pair(subject, "", strong=True)
    yield GAP
    yield Words(_salutation(quote.client, wording))
    for paragraph in (
        wording.say(
            "Thank you for your inquiry, and for the confidence that you have shown by it."
        ),
        wording.say(
            "We have given it careful thought, and have decided not to take on this work. We take "
            "on only what we can give the time and care that it deserves, and we cannot promise "
            "that here."
        ),
        wording.say(
            "We hope that you will soon find somebody who suits your project, and wish you every "
            "success with it."
        ),
    ):
        yield GAP
        yield Words(paragraph)
    yield GAP
    yield Words(wording.say_in("end of a letter", "Kind regards"))
    if quote.seller is not None:
        yield GAP
        yield Words(one_line(quote.seller.name))


def _addresses(seller: Seller | None, client: Client | None, wording: Wording) -> Iterator[Block]:
    for lines in (
        () if seller is None else seller_lines(wording, seller),
        () if client is None else client_lines(wording, client),
    ):
        for line in lines:
            yield Words(line)
        yield GAP


def _salutation(client: Client | None, wording: Wording) -> str:
    name = None if client is None else client.contact
    by_name = wording.agrees("is a person greeted by name in a letter? yes or no", "yes")
    if name is None or not by_name:
        return wording.say_in("beginning of a letter", "Dear Sir or Madam,")
    return wording.say_in("beginning of a letter", "Dear {name},", name=addressed(wording, name))
