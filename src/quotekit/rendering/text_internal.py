"""What the seller alone sees: cost, margin, hours, what an hour brings in, private notes."""

from collections.abc import Iterator

from quotekit.advice import stated_signals
from quotekit.errors import InvalidInputError
from quotekit.pricing import Viability
from quotekit.rendering.blocks import GAP, Block, Field, Heading, Rule, Words
from quotekit.rendering.cells import one_line, prose
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.signal_words import signal_text


def internal(sheet: Sheet, viability: Viability | None) -> Iterator[Block]:
    """Write the seller's own part, set apart from the document by a line across the page."""
    wording = sheet.wording
    yield GAP
    yield Rule()
    yield Heading(wording.say("For the seller only: take this off before you send the quote"))
    if viability is not None:
        yield from figures(sheet, viability)
    private = sheet.quote.private
    if private is not None:
        signals = [_signal(sheet, stated) for stated in private.signals]
        if signals:
            yield Field(wording.say("Signals"), ("\n".join(signals),), indent=2)
        if private.notes is not None:
            yield Field(wording.say("Private notes"), (prose(private.notes),), indent=2)
    yield from _costs(sheet)


def _signal(sheet: Sheet, stated: object) -> str:
    """Say a signal; one that nobody knows stands as it was written, for assess to refuse."""
    try:
        (signal,) = stated_signals([stated])
    except InvalidInputError:
        return one_line(str(stated))
    return signal_text(sheet, signal)


def figures(sheet: Sheet, viability: Viability) -> Iterator[Block]:
    """Write cost, margin and hours, what an hour brings in, and the lowest rate for one."""
    wording, formats = sheet.wording, sheet.formats
    yield Field(wording.say("Cost"), (formats.money(viability.cost),), indent=2)
    margin = formats.money(viability.margin)
    if viability.margin_percent is not None:
        margin = wording.say(
            "{amount}, {percent} of the net amount",
            amount=margin,
            percent=formats.percent(viability.margin_percent),
        )
    yield Field(wording.say("Margin"), (margin,), indent=2)
    yield Field(wording.say("Hours"), (formats.number(viability.hours),), indent=2)
    if viability.hourly_rate is not None:
        rate = formats.money(viability.hourly_rate)
        yield Field(wording.say("An hour brings in"), (rate,), indent=2)
    if viability.floor_rate is not None:
        yield Field(
            wording.say("Your lowest rate"), (formats.price(viability.floor_rate),), indent=2
        )


def _costs(sheet: Sheet) -> Iterator[Block]:
    """Write what tasks and rates cost the seller, and what is noted about them."""
    wording, formats = sheet.wording, sheet.formats
    noted = [
        (sheet.named(line.id), line.task.private, line.task.expense, line.task.markup)
        for line in sheet.priced.lines
        if line.task.private is not None or line.task.expense is not None
    ]
    for name, rate in sheet.quote.rates.items():
        if rate.private is not None:
            noted.append((one_line(rate.title or name), rate.private, None, None))
    if not noted:
        return
    yield GAP
    yield Heading(wording.say("Costs and notes"))
    for name, private, expense, markup in noted:
        said = []
        if expense is not None:
            text = wording.say("expense {amount}", amount=formats.price(expense))
            if markup is not None:
                percent = formats.percent(markup)
                text = wording.say("{expense} and {percent} markup", expense=text, percent=percent)
            said.append(text)
        if private is not None and private.cost is not None:
            said.append(wording.say("cost {amount}", amount=formats.price(private.cost)))
        if private is not None and private.notes is not None:
            said.append(one_line(private.notes))
        if said:
            text = wording.say_in(
                "a label with its text", "{label}: {text}", label=name, text=wording.listed(said)
            )
            yield Words(text, wording.say_in("before an item of a list", "- "), indent=2)
