"""The totals of a document, and the rows that say what rounding at the end left."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from quotekit.pricing.adjusting import Adjusted
from quotekit.pricing.priced_line import AdjustmentRow, Line
from quotekit.pricing.rules import Rules
from quotekit.pricing.sums import Phase, RoundingRow, TaxAmount, Totals
from quotekit.pricing.taxing import Taxed, shown_tax, shown_taxes, taxed
from quotekit.values import ZERO, rounded, to_multiple


@dataclass(frozen=True, slots=True)
class Parts:
    """What is shown beside the totals: every line, those that count in them, and the phases."""

    lines: Sequence[Line]
    counted: Sequence[Line]
    phases: Sequence[Phase]


def total_up(
    lines: Decimal, adjusted: Adjusted, rules: Rules, parts: Callable[[], Parts]
) -> Totals:
    """Work out net, taxes, total, withheld and payable.

    `tax`, `total`, `withheld` and `payable` are sums; where nothing is rounded until the end
    they are exact sums rounded once, those of taxes as their taxes are, the others half away
    from zero.
    """
    sums = lines - adjusted.discount + adjusted.surcharge
    by_name = taxed(adjusted.carried, rules)
    added = [entry for entry in by_name.values() if not entry.tax.withheld]
    kept = [entry for entry in by_name.values() if entry.tax.withheld]
    tax = sum((entry.amount for entry in added), rules.zero)
    withheld = sum((entry.amount for entry in kept), rules.zero)
    net, total = (sums - tax, sums) if rules.included else (sums, sums + tax)
    left = total - withheld
    payable = left
    if rules.round_to is not None:
        payable = rounded(to_multiple(left, rules.round_to), rules.unit)
    totals = Totals(
        lines=rules.shown(lines),
        discounts=tuple(adjusted.discounts),
        surcharges=tuple(adjusted.surcharges),
        discount=rules.shown(adjusted.discount),
        surcharge=rules.shown(adjusted.surcharge),
        net=rules.shown(net),
        taxes=tuple(_tax_amount(name, entry, rules) for name, entry in by_name.items()),
        tax=shown_taxes(tax, added, rules),
        total=rules.shown(total),
        withheld=shown_taxes(withheld, kept, rules),
        rounding=rules.shown(payable - left),
        payable=rules.shown(payable),
        rounding_rows=(),
        rows_by_phase=(),
    )
    return _with_rows(totals, parts(), rules) if rules.at_end else totals


def _tax_amount(name: str, entry: Taxed, rules: Rules) -> TaxAmount:
    return TaxAmount(
        name=name,
        title=entry.tax.title,
        percent=entry.tax.percent or ZERO,
        base=rules.shown(entry.base),
        amount=shown_tax(entry.amount, entry.tax, rules),
        withheld=entry.tax.withheld,
        reason=entry.tax.reason,
    )


def _with_rows(totals: Totals, parts: Parts, rules: Rules) -> Totals:
    inside = {phase.id: ZERO for phase in parts.phases}
    for line in parts.counted:
        if line.phase in inside:
            inside[line.phase] += line.total
    lines = [
        (f"line:{line.id}", line.total, line.sum - _sum(line.discounts) + _sum(line.surcharges))
        for line in parts.lines
    ]
    phases = [(f"phase:{phase.id}", phase.total, inside[phase.id]) for phase in parts.phases]
    sums = [
        ("tax", totals.tax, _sum(row for row in totals.taxes if not row.withheld)),
        ("withheld", totals.withheld, _sum(row for row in totals.taxes if row.withheld)),
        ("total", totals.total, totals.net + totals.tax),
        ("payable", totals.payable, totals.total - totals.withheld + totals.rounding),
    ]
    named, whole = ("gross", totals.total) if rules.included else ("net", totals.net)
    shown = sum((line.total for line in parts.counted), ZERO)
    shown += _sum(totals.surcharges) - _sum(totals.discounts)
    by_phase = shown + sum((total - lines_of_it for _, total, lines_of_it in phases), ZERO)
    return replace(
        totals,
        rounding_rows=_rows([*lines, *phases, (named, whole, shown), *sums]),
        rows_by_phase=_rows([*lines, *phases, (named, whole, by_phase), *sums]),
    )


def _rows(wholes: Iterable[tuple[str, Decimal, Decimal]]) -> tuple[RoundingRow, ...]:
    return tuple(
        RoundingRow(between, whole - shown) for between, whole, shown in wholes if whole != shown
    )


def _sum(rows: Iterable[AdjustmentRow | TaxAmount]) -> Decimal:
    return sum((row.amount for row in rows), ZERO)
