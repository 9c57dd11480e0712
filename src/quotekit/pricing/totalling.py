"""The totals of a document, and the rows that say what rounding at the end left."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from quotekit.pricing.adjusting import Adjusted
from quotekit.pricing.priced_line import AdjustmentRow, Line
from quotekit.pricing.rules import Rules
from quotekit.pricing.sums import Phase, RoundingRow, TaxAmount, Totals
from quotekit.pricing.taxing import Taxed, shown_tax, taxed
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
    they are exact sums rounded once, half away from zero.
    """
    sums = lines - adjusted.discount + adjusted.surcharge
    by_name = taxed(adjusted.carried, rules)
    tax = sum((entry.amount for entry in by_name.values() if not entry.tax.withheld), rules.zero)
    withheld = sum((entry.amount for entry in by_name.values() if entry.tax.withheld), rules.zero)
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
        tax=rules.shown(tax),
        total=rules.shown(total),
        withheld=rules.shown(withheld),
        rounding=rules.shown(payable - left),
        payable=rules.shown(payable),
        rounding_rows=(),
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
    wholes: list[tuple[str, Decimal, Decimal]] = []
    for line in parts.lines:
        shown = line.sum - _sum(line.discounts) + _sum(line.surcharges)
        wholes.append((f"line:{line.id}", line.total, shown))
    for phase in parts.phases:
        inside = sum((line.total for line in parts.counted if line.phase == phase.id), ZERO)
        wholes.append((f"phase:{phase.id}", phase.total, inside))
    adjusted = sum((line.total for line in parts.counted), ZERO)
    adjusted += _sum(totals.surcharges) - _sum(totals.discounts)
    if rules.included:
        wholes.append(("gross", totals.total, adjusted))
    else:
        wholes.append(("net", totals.net, adjusted))
    wholes += [
        ("tax", totals.tax, _sum(row for row in totals.taxes if not row.withheld)),
        ("withheld", totals.withheld, _sum(row for row in totals.taxes if row.withheld)),
        ("total", totals.total, totals.net + totals.tax),
        ("payable", totals.payable, totals.total - totals.withheld + totals.rounding),
    ]
    found = tuple(
        RoundingRow(between, whole - shown) for between, whole, shown in wholes if whole != shown
    )
    return replace(totals, rounding_rows=found)


def _sum(rows: Iterable[AdjustmentRow | TaxAmount]) -> Decimal:
    return sum((row.amount for row in rows), ZERO)
