"""The oracle's reading of rounding rows: shown wholes less their shown parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.properties.oracle_money import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from tests.properties.oracle_totals import Totals


def rounding_rows(totals: Totals) -> list[dict[str, str]]:
    """List every difference between a shown whole and its shown parts that is not zero."""
    return [
        {"between": between, "amount": totals.money.text(difference)}
        for between, difference in _differences(totals)
        if difference != 0
    ]


def _differences(totals: Totals) -> Iterator[tuple[str, Fraction]]:
    shown = totals.money.shown
    for line in totals.listed:
        parts = shown(line.sum)
        parts -= sum((shown(entry.amount) for entry in line.discounts), ZERO)
        parts += sum((shown(entry.amount) for entry in line.surcharges), ZERO)
        yield f"line:{line.id}", shown(line.total) - parts
    for phase in totals.phases:
        held = [line.total for line in totals.counted if line.task.get("phase") == phase]
        yield f"phase:{phase}", shown(sum(held, ZERO)) - sum(map(shown, held), ZERO)
    parts = sum((shown(line.total) for line in totals.counted), ZERO)
    parts -= sum((shown(entry.amount) for entry in totals.discounts), ZERO)
    parts += sum((shown(entry.amount) for entry in totals.surcharges), ZERO)
    if totals.included:
        yield "gross", shown(totals.total) - parts
    else:
        yield "net", shown(totals.net) - parts
    added, withheld = (
        sum((shown(tax.amount, tax.mode) for tax in totals.taxes if tax.withheld is kept), ZERO)
        for kept in (False, True)
    )
    tax, kept_back = (
        shown(figure, totals.mode(withheld=kept))
        for figure, kept in ((totals.tax, False), (totals.withheld, True))
    )
    yield "tax", tax - added
    yield "withheld", kept_back - withheld
    yield "total", shown(totals.total) - shown(totals.net) - tax
    parts = shown(totals.total) - kept_back + shown(totals.rounding)
    yield "payable", shown(totals.payable) - parts
