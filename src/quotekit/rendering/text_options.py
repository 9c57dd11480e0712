"""What may be chosen besides: options, their prices beside them, and what excludes what."""

from collections.abc import Iterator

from quotekit.rendering.blocks import GAP, Block, Field, Heading, Row, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.numbering import Section
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.text_lines import LineWriter


def options(sheet: Sheet, writer: LineWriter) -> Iterator[Block]:
    """Write the options that are not selected, and how options exclude each other."""
    offered = sheet.numbering.offered
    groups = list(_groups(sheet))
    if not offered and not groups:
        return
    yield GAP
    yield Heading(sheet.wording.say("Options"))
    if offered:
        yield Words(_not_counted(sheet))
    yield from groups
    for option in offered:
        yield from _option(sheet, writer, option)


def _not_counted(sheet: Sheet) -> str:
    quote = sheet.quote
    if any(line.taxes for part in sheet.numbering.offered for line in part.lines):
        if not quote.prices_include_tax:
            return sheet.wording.say(
                "Not in the total above; each is added if you choose it, plus tax."
            )
        return sheet.wording.say(
            "Not in the total above; each is added if you choose it, tax included."
        )
    return sheet.wording.say("Not in the total above; each is added if you choose it.")


def _groups(sheet: Sheet) -> Iterator[Block]:
    quote, wording = sheet.quote, sheet.wording
    known = {option.name: option for option in sheet.priced.options}
    for group in quote.alternatives.values():
        # A studio may list packages that this quote does not offer.
        members = [name for name in group if name in known]
        if len(members) < 2:  # noqa: PLR2004 - one alone excludes nothing
            continue
        listed = wording.listed(one_line(known[name].title) for name in members)
        chosen = next((known[name] for name in members if known[name].selected), None)
        if chosen is None:
            yield Words(
                wording.say("At most one of these can be chosen: {options}.", options=listed)
            )
        else:
            yield Words(
                wording.say(
                    "At most one of these can be chosen: {options}. The total above counts "
                    "{chosen}, at {amount}.",
                    options=listed,
                    chosen=one_line(chosen.title),
                    amount=sheet.formats.money(chosen.total),
                )
            )


def _option(sheet: Sheet, writer: LineWriter, offered: Section) -> Iterator[Block]:
    option, lines = offered.option, offered.lines
    if option is None:
        return
    wording = sheet.wording
    instead = _instead_of(sheet, option.name)
    amount = sheet.formats.money(option.total)
    shown = amount if instead else wording.say_in("an option", "+ {amount}", amount=amount)
    yield GAP
    if not offered.nested:
        row, *details = writer.option(offered, shown)
        yield row
        yield from _replaced(sheet, instead)
        if option.title != lines[0].title:
            label = wording.say("Option")
            yield Field(label, (one_line(option.title),), indent=sheet.indent, beside=True)
        yield from details
        return
    every = lines[0].every
    once = any(not line.open_ended for line in lines)
    each = "" if once or every is None else sheet.quantities.each_period(every)
    mark = sheet.numbering.mark(offered.number)
    yield Row(one_line(option.title), each, shown, mark, strong=True)
    yield from _replaced(sheet, instead)
    yield from writer.lines(offered.numbered(), nested=offered.nested)


def _replaced(sheet: Sheet, instead: str) -> Iterator[Block]:
    if instead:
        text = sheet.wording.say("instead of {option}", option=instead)
        yield Words(text, indent=sheet.indent, beside=True)


def _instead_of(sheet: Sheet, name: str) -> str:
    """Name the selected option that this one would replace, empty where there is none."""
    quote = sheet.quote
    for members in quote.alternatives.values():
        if name in members:
            for option in sheet.priced.options:
                if option.selected and option.name in members:
                    return one_line(option.title)
    return ""
