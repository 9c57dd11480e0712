"""What a change order adds to the work itself: discounts and surcharges, fees, a concession."""

from collections.abc import Iterator
from decimal import Decimal

from quotekit.changes import OrderLine, terms_in_force
from quotekit.quotes import Agreement, ChangeTerms
from quotekit.rendering.adjustment_words import document_discounts, document_surcharges
from quotekit.rendering.blocks import GAP, Block, Heading, Row, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.change_terms import ChangeSentences
from quotekit.rendering.engine_words import engine_title
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.tax_words import tax_label
from quotekit.rendering.term_words import TERM_NAMES


def adjustments(sheet: OrderSheet) -> Iterator[Block]:
    """Write the discounts and surcharges of the whole quote that move."""
    lines = [line for line in sheet.order.lines if line.change in {"discount", "surcharge"}]
    if not lines:
        return
    old, new = _labels(sheet.before), _labels(sheet.after)
    yield GAP
    yield Heading(sheet.wording.say("Discounts and surcharges"))
    for line in lines:
        label = new.get(line.id) or old[line.id]
        yield Row(label, _sides(sheet, line), sheet.formats.signed(line.difference), indent=2)
        if line.because is not None:
            yield Words(sheet.reason(line.because), indent=4, beside=True)


def _labels(sheet: Sheet) -> dict[str, str]:
    """Return what each discount and surcharge of a quote is, by id."""
    totals = sheet.priced.totals
    rows = (*totals.discounts, *totals.surcharges)
    said = (*document_discounts(sheet, totals), *document_surcharges(sheet, totals))
    return {row.id: label for row, (label, _) in zip(rows, said, strict=True)}


def _sides(sheet: OrderSheet, line: OrderLine) -> str:
    money = sheet.formats.money
    before = "" if line.before is None else money(line.before.total)
    after = "" if line.after is None else money(line.after.total)
    return sheet.moved(before, after) if before and after else ""


def fees(sheet: OrderSheet) -> Iterator[Block]:
    """Write each fee with what it is reckoned on and the term of the agreement it comes from."""
    lines = [line for line in sheet.order.lines if line.change == "fee"]
    if not lines:
        return
    wording, formats, agreement = sheet.wording, sheet.formats, sheet.after.agreement
    yield GAP
    yield Heading(wording.say_in("heading", "Fees"))
    if agreement is not None:
        yield Words(_source(sheet, agreement), indent=2)
    for at, line in enumerate(lines):
        calculation = ""
        if line.percent is not None and line.base is not None:
            calculation = wording.say(
                "{percent} of {base}",
                percent=formats.percent(line.percent),
                base=formats.money(line.base),
            )
        amount = formats.signed(line.difference)
        yield Row(_fee(sheet, line, lines), calculation, amount, indent=2)
        # One term may make several fees in a row; it is said below the last of them.
        term = _term(sheet, line)
        if at + 1 == len(lines) or _term(sheet, lines[at + 1]) != term:
            yield Words(term, indent=4, beside=True)


def _fee(sheet: OrderSheet, line: OrderLine, lines: list[OrderLine]) -> str:
    """Name a fee, with its taxes where only they tell it from another."""
    side = sheet.before if line.term == "changes.removal" else sheet.after
    title = engine_title(side, line.id) or one_line(line.id)
    if [engine_title(side, other.id) for other in lines].count(title) > 1:
        for surcharge in sheet.after.quote.surcharges:
            if surcharge.id == line.id and surcharge.tax:
                taxes = [tax_label(sheet.after, name) for name in surcharge.tax]
                return sheet.labelled(title, sheet.wording.listed(taxes))
    return title


def _source(sheet: OrderSheet, agreement: Agreement) -> str:
    title = one_line(agreement.title or sheet.wording.say("Service agreement"))
    if agreement.edition is None:
        return sheet.wording.say("As agreed in “{agreement}”:", agreement=title)
    return sheet.wording.say(
        "As agreed in “{agreement}”, edition {edition}:",
        agreement=title,
        edition=one_line(agreement.edition),
    )


def _term(sheet: OrderSheet, line: OrderLine) -> str:
    """Say the term of a fee as the agreement says it, else by its name."""
    term = str(line.term)
    agreement = sheet.after.agreement
    if agreement is not None:
        in_force = terms_in_force(agreement, sheet.before.quote)
        sentences = tuple(_sentences(sheet, line, in_force))
        if sentences:
            return sentences[0]
    return sheet.wording.say(TERM_NAMES[_NAMED.get(term, term)])


_NAMED = {"changes.rush": "changes.rush.percent", "changes.removal": "changes.removal.credit"}
"""The terms that stand for a group, with the one of it that a fee goes by."""


def _sentences(sheet: OrderSheet, line: OrderLine, terms: ChangeTerms) -> Iterator[str]:
    """Say the term that makes such a fee; nothing where an exception made this one."""
    sentences = ChangeSentences(sheet.wording, sheet.formats)
    if line.term == "changes.late":
        yield from (sentences.late(step) for step in terms.late if step.percent == line.percent)
    elif line.term == "changes.rush":
        if terms.rush is not None and terms.rush.percent == line.percent:
            yield from sentences.rush(terms)
    elif line.term == "changes.removal":
        yield from sentences.removal(terms)
    elif line.term == "changes.handling_fee":
        if _same(terms.handling_fee, line.difference):
            yield from sentences.handling_fee(terms)
    elif line.term == "changes.minimum":
        yield from sentences.minimum(terms)
    elif _same(terms.saving_share, line.percent):
        yield from sentences.saving_share(terms)


def _same(term: Decimal | None, charged: Decimal | None) -> bool:
    return term is not None and term == charged


def concession(sheet: OrderSheet) -> Iterator[Block]:
    """Write what was agreed below what was asked, and why; and what rounding leaves in the end."""
    for line in sheet.order.lines:
        if line.change == "concession":
            label = engine_title(sheet.after, line.id) or one_line(line.id)
            yield GAP
            yield Row(label, "", sheet.formats.signed(line.difference))
            if line.because is not None:
                yield Words(one_line(line.because), indent=2, beside=True)
        elif line.change == "rounding":
            yield GAP
            label, difference = sheet.wording.say("Rounding"), sheet.formats.signed(line.difference)
            yield Row(label, _sides(sheet, line), difference)
