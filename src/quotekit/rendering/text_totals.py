"""The totals: every row that leads from the lines to what is payable."""

from collections.abc import Iterator
from dataclasses import replace

from quotekit.pricing import TaxAmount, Totals
from quotekit.rendering.adjustment_words import document_discounts, document_surcharges
from quotekit.rendering.blocks import GAP, Block, Sum, Words
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.tax_words import tax_label, tax_remarks


def totals_blocks(sheet: Sheet) -> Iterator[Block]:
    """Write the totals of the quote; where no tax applies, one total and the reason."""
    priced = sheet.priced
    totals = priced.totals
    adjusted = bool(totals.discounts or totals.surcharges)
    if not adjusted and not sheet.numbering.sections:
        return
    yield GAP
    # Sums of shown figures are shown too, but not where rounding at the end may part them.
    if adjusted and sheet.quote.rounding == "line":
        yield Sum(sheet.wording.say("Items"), sheet.formats.money(totals.lines))
    for label, amount in document_discounts(sheet, totals):
        yield Sum(label, amount)
    for label, amount in document_surcharges(sheet, totals):
        yield Sum(label, amount)
    # The subtotals above have said already what rounding left inside the phases.
    yield from sums(sheet, replace(totals, rounding_rows=totals.rows_by_phase))
    yield from remarks(sheet, totals)
    yield from total_range(sheet)


def sums(sheet: Sheet, totals: Totals, total: str | None = None) -> Iterator[Block]:
    """Write net, taxes, total and payable; `total` names the total where it is a special one."""
    added = [
        row for row in totals.taxes if not row.withheld and not sheet.quote.taxes[row.name].exempt
    ]
    if not added:
        yield from _differences(sheet, totals, "gross", "net", "tax", "total")
        label = sheet.wording.say_in("where no tax is added", "Total")
        yield Sum(total or label, sheet.formats.money(totals.total), strong=True)
    elif sheet.quote.prices_include_tax:
        yield from _included(sheet, totals, added, total)
    else:
        yield from _differences(sheet, totals, "net")
        yield Sum(sheet.wording.say("Net"), sheet.formats.money(totals.net))
        for row in added:
            yield Sum(tax_label(sheet, row.name), sheet.formats.money(row.amount))
        yield from _differences(sheet, totals, "tax", "total")
        label = sheet.wording.say_in("with the taxes added", "Total")
        yield Sum(total or label, sheet.formats.money(totals.total), strong=True)
    yield from _payable(sheet, totals)


def _included(
    sheet: Sheet, totals: Totals, added: list[TaxAmount], total: str | None
) -> Iterator[Block]:
    wording, formats = sheet.wording, sheet.formats
    yield from _differences(sheet, totals, "gross")
    label = wording.say_in("with the taxes added", "Total")
    yield Sum(total or label, formats.money(totals.total), strong=True)
    for row in added:
        tax = tax_label(sheet, row.name)
        yield Sum(wording.say("including {tax}", tax=tax), formats.money(row.amount))
    yield from _differences(sheet, totals, "tax")
    yield Sum(wording.say_in("of a total that includes tax", "Net"), formats.money(totals.net))
    yield from _differences(sheet, totals, "total")


def _payable(sheet: Sheet, totals: Totals) -> Iterator[Block]:
    wording, formats = sheet.wording, sheet.formats
    rows: list[Block] = []
    for row in totals.taxes:
        if row.withheld:
            label = wording.say(
                "{tax} withheld on {base}",
                tax=tax_label(sheet, row.name),
                base=formats.money(row.base),
            )
            rows.append(Sum(label, sheet.minus(row.amount)))
    # What is withheld is taken off, and so is the difference between its whole and its parts.
    rows += _differences(sheet, totals, "withheld", taken_off=True)
    if not totals.rounding.is_zero():
        step = sheet.quote.round_to
        label = (
            wording.say("Rounding")
            if step is None
            else wording.say("Rounding to {step}", step=formats.price(step))
        )
        rows.append(Sum(label, formats.money(totals.rounding)))
    rows += _differences(sheet, totals, "payable")
    if rows:
        yield from rows
        yield Sum(wording.say("Amount payable"), formats.money(totals.payable), strong=True)


def _differences(
    sheet: Sheet, totals: Totals, *wholes: str, taken_off: bool = False
) -> Iterator[Sum]:
    """Write what rounding at the end left between shown parts and a shown whole."""
    for row in totals.rounding_rows:
        if row.between in wholes:
            amount = sheet.minus(row.amount) if taken_off else sheet.formats.money(row.amount)
            yield Sum(sheet.wording.say("Rounding"), amount)


def remarks(sheet: Sheet, totals: Totals) -> Iterator[Block]:
    """Say below the totals what their rows cannot say."""
    said = list(tax_remarks(sheet, totals.taxes))
    if not said and not totals.taxes and not sheet.quote.notices and not _taxed_later(sheet):
        said.append(
            sheet.wording.say_in("note where no tax applies", "No tax is added to these prices.")
        )
    if totals.rounding_rows:
        said.append(
            sheet.wording.say(
                "Every amount is exact and rounded only as it is printed; “rounding” is what that "
                "leaves between them."
            )
        )
    if said:
        yield GAP
        yield from (Words(text) for text in said)


def _taxed_later(sheet: Sheet) -> bool:
    return any(part.totals.taxes for part in sheet.priced.recurring)


def total_range(sheet: Sheet) -> Iterator[Block]:
    """Say between what the total lies, where the work is estimated."""
    spread = sheet.priced.range
    if spread is None:
        return
    yield GAP
    yield Words(
        sheet.wording.say(
            "Depending on how much work the estimates turn out to be, the total lies between "
            "{low} and {high}.",
            low=sheet.formats.money(spread.low.total),
            high=sheet.formats.money(spread.high.total),
        )
    )
