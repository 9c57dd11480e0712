"""The rate card, where the quote prints it."""

from collections.abc import Iterator

from quotekit.quotes import Rate
from quotekit.rendering.blocks import GAP, Block, Heading, Row
from quotekit.rendering.cells import one_line
from quotekit.rendering.sheet import Sheet


def rate_card(sheet: Sheet) -> Iterator[Block]:
    """Write what each rate is, with the prices of its tiers."""
    quote = sheet.quote
    if not quote.print_rates or not quote.rates:
        return
    yield GAP
    yield Heading(sheet.wording.say("Rates"))
    for name, rate in quote.rates.items():
        yield from _rate(sheet, name, rate)


def _rate(sheet: Sheet, name: str, rate: Rate) -> Iterator[Block]:
    wording, formats, quantities = sheet.wording, sheet.formats, sheet.quantities
    each = quantities.each(rate.unit, rate.per)
    title = one_line(rate.title or name)
    free = wording.say_in("a price of zero", "included")
    price = free if rate.price.is_zero() else formats.price(rate.price)
    yield Row(title, each, price, indent=2)
    for tier in rate.tiers:
        bound = quantities.said(tier.above, rate.unit)
        text = wording.say("above {bound}", bound=bound)
        yield Row(text, each, formats.price(tier.price), indent=4)
