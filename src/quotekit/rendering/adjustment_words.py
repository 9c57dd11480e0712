"""Discounts and surcharges in words: what they are, and what they are reckoned on."""

from collections.abc import Iterator
from decimal import Decimal

from quotekit.pricing import AdjustmentRow, Line, Totals
from quotekit.quotes import Adjustment, TaskAdjustment
from quotekit.rendering.cells import one_line
from quotekit.rendering.engine_words import engine_row
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.tax_words import with_percent

_NET = ("net",)


def task_discounts(sheet: Sheet, line: Line) -> Iterator[tuple[str, str]]:
    """Yield what each discount of a task is, and what is taken off."""
    for row, part in zip(line.discounts, line.task.discounts, strict=True):
        label = _task_label(sheet, row, part, sheet.wording.say("Discount"), line.quantity)
        yield label, sheet.minus(row.amount)


def task_surcharges(sheet: Sheet, line: Line) -> Iterator[tuple[str, str]]:
    """Yield what each surcharge of a task is, and what is added."""
    for row, part in zip(line.surcharges, line.task.surcharges, strict=True):
        label = _task_label(sheet, row, part, sheet.wording.say("Surcharge"), line.quantity)
        yield label, sheet.formats.money(row.amount)


def document_discounts(sheet: Sheet, totals: Totals) -> Iterator[tuple[str, str]]:
    """Yield what each discount of the whole quote is, and what is taken off."""
    for row, part in zip(totals.discounts, sheet.quote.discounts, strict=True):
        yield _label(sheet, row, part, sheet.wording.say("Discount")), sheet.minus(row.amount)


def document_surcharges(sheet: Sheet, totals: Totals) -> Iterator[tuple[str, str]]:
    """Yield what each surcharge of the whole quote is, and what is added."""
    for row, part in zip(totals.surcharges, sheet.quote.surcharges, strict=True):
        label = _label(sheet, row, part, sheet.wording.say("Surcharge"))
        yield label, sheet.formats.money(row.amount)


def _task_label(
    sheet: Sheet, row: AdjustmentRow, part: TaskAdjustment, otherwise: str, quantity: Decimal
) -> str:
    if part.price is None:
        return _titled(sheet, row, part.base, otherwise)
    return sheet.wording.say(
        "{title} ({calculation})",
        title=one_line(row.title) if row.title else otherwise,
        calculation=sheet.wording.say(
            "{quantity} × {price}",
            quantity=sheet.formats.number(quantity if part.quantity is None else part.quantity),
            price=sheet.formats.price(part.price),
        ),
    )


def _label(sheet: Sheet, row: AdjustmentRow, part: Adjustment, otherwise: str) -> str:
    title = _titled(sheet, row, part.base, otherwise)
    if part.of is None or part.of == _NET or part.base is not None:
        return title
    known = sheet.numbering.numbers
    numbers = [known[name] for name in part.of if name in known]
    if not numbers:
        return title
    return sheet.wording.say_count(
        "{title} (item {numbers})", "{title} (items {numbers})", len(numbers),
        title=title, numbers=sheet.wording.listed(numbers),
    )  # fmt: skip


def _titled(sheet: Sheet, row: AdjustmentRow, base: Decimal | None, otherwise: str) -> str:
    wording, formats = sheet.wording, sheet.formats
    title = one_line(row.title) if row.title else engine_row(sheet, row.id) or otherwise
    if row.percent is not None and base is not None:
        return wording.say(
            "{title} ({percent} of {base})",
            title=title,
            percent=formats.percent(row.percent),
            base=formats.price(base),
        )
    return with_percent(sheet, title, row.percent)
