"""What stands at the end of a quote: terms, legal notices, notes, validity, a place to sign."""

from collections.abc import Iterator

from quotekit.rendering.blocks import GAP, Block, Heading, Words
from quotekit.rendering.cells import one_line, padded, prose, widest
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.term_words import exception_text
from quotekit.rendering.validity import valid_until


def terms(sheet: Sheet) -> Iterator[Block]:
    """Name the agreement, and say where this quote departs from it."""
    wording, agreement, exceptions = sheet.wording, sheet.agreement, sheet.quote.exceptions
    if agreement is None and not exceptions:
        return
    yield GAP
    yield Heading(wording.say("Terms"))
    if agreement is not None:
        title = one_line(agreement.title or wording.say("Service agreement"))
        if agreement.edition is None:
            text = wording.say("“{agreement}” applies to this quote.", agreement=title)
        else:
            text = wording.say(
                "“{agreement}”, edition {edition}, applies to this quote.",
                agreement=title,
                edition=one_line(agreement.edition),
            )
        yield Words(text, indent=2)
    if exceptions:
        yield Words(wording.say("Departing from the agreement:"), indent=2)
        bullet = wording.say_in("before an item of a list", "- ")
        for exception in exceptions:
            yield Words(exception_text(sheet, exception), bullet, indent=2)


def notes(sheet: Sheet) -> Iterator[Block]:
    """Write what the seller adds below the totals."""
    if sheet.quote.notes is not None:
        yield GAP
        yield Words(prose(sheet.quote.notes))


def notices(sheet: Sheet) -> Iterator[Block]:
    """Write the legal mentions."""
    if not sheet.quote.notices:
        return
    yield GAP
    yield Heading(sheet.wording.say("Notices"))
    bullet = sheet.wording.say_in("before an item of a list", "- ")
    for notice in sheet.quote.notices:
        yield Words(one_line(notice), bullet, indent=2)


def closing(sheet: Sheet) -> Iterator[Block]:
    """Say how binding the document is and until when, and leave a place to sign."""
    wording, quote = sheet.wording, sheet.quote
    yield GAP
    if not quote.binding:
        yield Words(
            wording.say(
                "This is an estimate and not binding: it says what the work is likely to cost, and "
                "the price may change with what the work turns out to be."
            )
        )
    last = valid_until(quote, sheet.agreement)
    if last is not None:
        day = sheet.formats.date(last)
        yield Words(wording.say("This offer can be accepted until the end of {day}.", day=day))
    yield from place_to_sign(
        sheet, wording.say_in("above the place to sign", "Accepted for the client:")
    )


def place_to_sign(sheet: Sheet, accepted: str) -> Iterator[Block]:
    """Leave a place to sign below a word of acceptance, unless the quote wants none or another."""
    wording, quote = sheet.wording, sheet.quote
    if quote.signature is False:
        return
    yield GAP
    if quote.signature is True:
        yield Words(accepted)
    else:
        yield Words(prose(quote.signature))
    yield GAP
    labels = (
        wording.say_in("place to sign", "Place, date"),
        wording.say_in("place to sign", "Name, signature"),
    )
    column = widest(labels) + 2
    for label in labels:
        yield Words("_" * 30, padded(label, column))
        yield GAP
