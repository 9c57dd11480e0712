"""The rates that a change order adds, revises and takes off the card."""

from collections.abc import Iterator

from quotekit.changes import Action, AddRate, RemoveRate, ReviseRate
from quotekit.quotes import Rate
from quotekit.rendering.blocks import GAP, Block, Field, Heading
from quotekit.rendering.cells import one_line
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.sheet import Sheet


def rates(sheet: OrderSheet) -> Iterator[Block]:
    """Write each rate that changes, with its price before and after."""
    old, new = sheet.before.quote.rates, sheet.after.quote.rates
    rows = []
    for name in dict.fromkeys((*old, *new)):
        before = _said(sheet.before, old.get(name))
        after = _said(sheet.after, new.get(name))
        if before != after:
            rate = new.get(name) or old[name]
            texts = [sheet.moved(before, after), *_reasons(sheet, name)]
            rows.append(Field(one_line(rate.title or name), ("\n".join(texts),), indent=2))
    if rows:
        yield GAP
        yield Heading(sheet.wording.say("Rates"))
        yield from rows


def _reasons(sheet: OrderSheet, name: str) -> Iterator[str]:
    """Say why a rate changes."""
    for action in sheet.order.actions:
        if action.because is not None and name == _rate_of(action):
            yield sheet.reason(action.because)


def _rate_of(action: Action) -> str | None:
    if isinstance(action, AddRate):
        return action.add_rate.id
    if isinstance(action, ReviseRate):
        return action.revise_rate
    return action.remove_rate if isinstance(action, RemoveRate) else None


def _said(sheet: Sheet, rate: Rate | None) -> str:
    """Say the price of a rate with those of its tiers and its step; never what it costs."""
    if rate is None:
        return ""
    wording, formats, quantities = sheet.wording, sheet.formats, sheet.quantities
    each = quantities.each(rate.unit, rate.per)
    prices = [(None, rate.price), *((tier.above, tier.price) for tier in rate.tiers)]
    said = []
    for above, price in prices:
        text = formats.price(price)
        text = wording.say("{price} {each}", price=text, each=each) if each else text
        if above is not None:
            bound = quantities.said(above, rate.unit)
            text = wording.say("{price} above {bound}", price=text, bound=bound)
        said.append(text)
    if rate.increment is not None:
        step = quantities.said(rate.increment, rate.unit)
        said.append(wording.say("in steps of {quantity}", quantity=step))
    return wording.listed(said)
