"""Taxes in words: `VAT 19%`, its tiers, and why one is not due."""

from collections.abc import Iterator
from decimal import Decimal

from quotekit.pricing import TaxAmount
from quotekit.rendering.cells import one_line
from quotekit.rendering.sheet import Sheet

_SIGNS = ("%", "％", "٪")


def tax_label(sheet: Sheet, name: str) -> str:
    """Name a tax with its percent, unless its title says it or parts of the base have others."""
    tax = sheet.quote.taxes[name]
    title = one_line(tax.title or name)
    if tax.exempt or tax.tiers or tax.percent is None:
        return title
    return with_percent(sheet, title, tax.percent)


def with_percent(sheet: Sheet, title: str, percent: Decimal | None) -> str:
    """Put a percent behind a title that does not bear one."""
    if percent is None or any(sign in title for sign in _SIGNS):
        return title
    return sheet.wording.say_in(
        "title with its percent", "{title} {percent}",
        title=title, percent=sheet.formats.percent(percent),
    )  # fmt: skip


def tax_remarks(sheet: Sheet, taxes: tuple[TaxAmount, ...]) -> Iterator[str]:
    """Say what a row of figures cannot: tiers, and the reason where a tax is not due."""
    for row in taxes:
        tax = sheet.quote.taxes[row.name]
        title = one_line(tax.title or row.name)
        if tax.exempt:
            yield _exemption(sheet, title, row, alone=len(taxes) == 1)
        elif tax.tiers and tax.percent is not None:
            parts = [sheet.formats.percent(tax.percent)]
            parts += [
                sheet.wording.say(
                    "{percent} of the part above {bound}",
                    percent=sheet.formats.percent(tier.percent),
                    bound=sheet.formats.price(tier.above),
                )
                for tier in tax.tiers
            ]
            yield sheet.wording.say_in(
                "a label with its text", "{label}: {text}",
                label=title, text=sheet.wording.listed(parts),
            )  # fmt: skip


def _exemption(sheet: Sheet, title: str, row: TaxAmount, *, alone: bool) -> str:
    """Say why a tax is not due, and on what where other taxes stand beside it."""
    wording = sheet.wording
    if not alone:
        title = wording.say_in(
            "a tax and its base", "{tax} on {base}",
            tax=title, base=sheet.formats.money(row.base),
        )  # fmt: skip
    if not row.reason:
        return title
    return wording.say_in(
        "a label with its text", "{label}: {text}", label=title, text=one_line(row.reason)
    )
