"""The service agreement as text: its clauses, numbered, and its terms in sentences."""

from collections.abc import Iterator
from decimal import Decimal

from quotekit.quotes import MONEY_TERMS, Agreement, Currency, minor_units
from quotekit.rendering.agreement_terms import Sentences
from quotekit.rendering.blocks import GAP, Block, Heading, Pair, Row, Words
from quotekit.rendering.cells import cells, one_line
from quotekit.rendering.columns import columns_for, widest_amount
from quotekit.rendering.formats import NO_CURRENCY, Formats
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.term_words import TERM_NAMES
from quotekit.rendering.typesetting import set_lines
from quotekit.rendering.wording import Wording
from quotekit.values import MINOR_UNITS


class _NoCurrency(Formats):
    """Write amounts as bare numbers, for an agreement that names no currency."""

    def price(self, amount: Decimal) -> str:
        """Write an amount without a currency."""
        return self.number(amount)


def text_agreement(agreement: Agreement, *, language: str, width: int, colour: bool = False) -> str:
    """Write a service agreement as text, no line wider than `width` cells.

    Raises `UnknownNameError` for a language that is not there.
    """
    wording = Wording(language)
    blocks = list(_blocks(agreement, wording, language))
    bullet = wording.say_in("before an item of a list", "- ")
    rows = RowSetter(columns_for(width, widest_amount(blocks)), colour=colour)
    return set_lines(blocks, rows, bullet=bullet)


def _blocks(agreement: Agreement, wording: Wording, language: str) -> Iterator[Block]:
    title = one_line(agreement.title or wording.say("Service agreement"))
    edition = ""
    if agreement.edition is not None:
        edition = wording.say("Edition {edition}", edition=one_line(agreement.edition))
    yield Pair(title, edition, strong=True)
    if agreement.clauses:
        yield GAP
        yield from _numbered(agreement.clauses)
    yield from _terms(agreement, wording, language)
    yield from _other_currencies(agreement, wording, language)


def _numbered(clauses: tuple[str, ...]) -> Iterator[Block]:
    width = cells(f"{len(clauses)}.")
    for number, clause in enumerate(clauses, 1):
        yield Words(one_line(clause), f"{f'{number}.':<{width}}  ")
        yield GAP


def _terms(agreement: Agreement, wording: Wording, language: str) -> Iterator[Block]:
    formats = _formats(agreement.currency, language)
    sentences = Sentences(wording, formats)
    bullet = wording.say_in("before an item of a list", "- ")
    stated = False
    for heading, said in (
        (wording.say("Quotes"), sentences.quotes(agreement)),
        (wording.say("Changes"), sentences.changes(agreement)),
        (wording.say("Contact"), sentences.contact(agreement)),
        (wording.say("Late payment"), sentences.late_payment(agreement)),
        (wording.say("Ending the work"), sentences.ending(agreement)),
    ):
        texts = list(said)
        if texts:
            stated = True
            yield GAP
            yield Heading(heading)
            yield from (Words(text, bullet, indent=2) for text in texts)
    if stated and agreement.currency is None:
        yield GAP
        yield Words(wording.say("Amounts are in the currency of the quote."))


def _formats(currency: Currency | None, language: str) -> Formats:
    if currency is None:
        return _NoCurrency(language, *NO_CURRENCY)
    return Formats(language, currency.code, minor_units(currency))


def _other_currencies(agreement: Agreement, wording: Wording, language: str) -> Iterator[Block]:
    _, usual = NO_CURRENCY
    for code, amounts in agreement.amounts.items():
        formats = Formats(language, code, MINOR_UNITS.get(code, usual))
        yield GAP
        yield Heading(wording.say("For quotes in {currency}", currency=one_line(code)))
        for term in MONEY_TERMS:
            if term in amounts:
                yield Row(
                    wording.say(TERM_NAMES[term]), amount=formats.price(amounts[term]), indent=2
                )
