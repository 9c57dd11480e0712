"""The instalments: what is paid when, and where to."""

from collections.abc import Iterator
from datetime import date

from quotekit.pricing import Instalment
from quotekit.rendering.blocks import GAP, Block, Heading, Row, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.due_words import due_text
from quotekit.rendering.engine_words import order_of
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.tax_words import with_percent
from quotekit.rendering.text_heading import labelled
from quotekit.values import HUNDRED


def payments(sheet: Sheet) -> Iterator[Block]:
    """Write the instalments with their amounts and days, and the account they are paid to."""
    quote, wording = sheet.quote, sheet.wording
    account = {} if quote.seller is None else quote.seller.pay_to
    if not quote.payments and not account:
        return
    yield GAP
    yield Heading(wording.say("Payment"))
    for number, instalment in enumerate(sheet.priced.instalments, 1):
        yield from _instalment(sheet, number, instalment)
    if account:
        yield GAP
        yield Words(wording.say("Please pay to"), indent=2)
        for text in labelled(wording, account):
            yield Words(text, indent=4)


def _instalment(sheet: Sheet, number: int, instalment: Instalment) -> Iterator[Block]:
    label = instalment_label(sheet, number, instalment)
    yield Row(label, amount=sheet.formats.money(instalment.amount), indent=2)
    for text in instalment_terms(sheet, instalment):
        yield Words(text, indent=4, beside=True)


def instalment_label(sheet: Sheet, number: int, instalment: Instalment) -> str:
    """Name an instalment, with its percent; one below zero is a refund."""
    if instalment.title is not None:
        title = one_line(instalment.title)
    else:
        title = _untitled(sheet, number, instalment)
    percent = None if instalment.percent == HUNDRED else instalment.percent
    label = with_percent(sheet, title, percent)
    if instalment.amount.is_signed() and not instalment.amount.is_zero():
        return sheet.wording.say_in("an instalment below zero", "{title} (refund)", title=label)
    return label


def instalment_terms(
    sheet: Sheet, instalment: Instalment, known: date | None = None
) -> Iterator[str]:
    """Say when an instalment falls due, on a day that may be `known`, and what is off early."""
    wording, formats = sheet.wording, sheet.formats
    due = due_text(sheet, instalment, known)
    if due:
        yield due
    early = instalment.early
    if early is not None:
        yield wording.say_count(
            "{percent} off this amount if it is paid within {count} day",
            "{percent} off this amount if it is paid within {count} days",
            early.days,
            percent=formats.percent(early.percent),
            count=formats.number(early.days),
        )


def _untitled(sheet: Sheet, number: int, instalment: Instalment) -> str:
    order = order_of(instalment.id)
    if order is not None:
        return sheet.wording.say("Change order {number}", number=order)
    payment = sheet.quote.payments[number - 1]
    if payment.balance:
        return sheet.wording.say("Balance")
    if number == 1 and instalment.due is not None and instalment.due.after == "acceptance":
        return sheet.wording.say("Deposit")
    return sheet.wording.say("Instalment {number}", number=sheet.formats.number(number))
