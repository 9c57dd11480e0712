"""The oracle's reading of a set of totals: adjustments, their spread, taxes, payable amount."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.properties.oracle_lines import Adjustment, Line, in_tax_order, tax_set, tiered_percent
from tests.properties.oracle_money import ZERO, Money, number, plain, to_multiple, truth
from tests.properties.oracle_rows import rounding_rows

Sets = dict[frozenset[str], Fraction]


@dataclass
class Tax:
    """What one tax comes to."""

    name: str
    written: dict[str, Any]
    mode: str
    base: Fraction = ZERO
    amount: Fraction = ZERO

    @property
    def withheld(self) -> bool:
        """Say whether the client keeps this tax back."""
        return truth(self.written.get("withheld", False))

    @property
    def percent(self) -> Fraction:
        """Give the percent, of the first part where there are tiers; zero where exempt."""
        return number(self.written.get("percent", 0))


@dataclass
class Totals:
    """A set of totals; its figures are exact, or rounded where they arose."""

    money: Money
    listed: list[Line]
    counted: list[Line]
    phases: list[str]
    included: bool
    sets: Sets = field(default_factory=dict)
    discounts: list[Adjustment] = field(default_factory=list)
    surcharges: list[Adjustment] = field(default_factory=list)
    taxes: list[Tax] = field(default_factory=list)
    lines: Fraction = ZERO
    net: Fraction = ZERO
    tax: Fraction = ZERO
    total: Fraction = ZERO
    withheld: Fraction = ZERO
    payable: Fraction = ZERO
    rounding: Fraction = ZERO

    def mode(self, *, withheld: bool) -> str:
        """Say how the sum of the taxes is rounded: as its taxes are, where they agree."""
        modes = {tax.mode for tax in self.taxes if tax.withheld is withheld}
        return next(iter(modes)) if len(modes) == 1 else "half_up"

    def row(self) -> dict[str, Any]:
        """Give the totals as the result writes them."""
        text = self.money.text
        return {
            "lines": text(self.lines),
            "discounts": [entry.row(self.money) for entry in self.discounts],
            "surcharges": [entry.row(self.money) for entry in self.surcharges],
            "discount": text(sum((entry.amount for entry in self.discounts), ZERO)),
            "surcharge": text(sum((entry.amount for entry in self.surcharges), ZERO)),
            "net": text(self.net),
            "taxes": [
                {
                    "name": tax.name,
                    "title": tax.written.get("title"),
                    "percent": plain(tax.percent),
                    "base": text(tax.base),
                    "amount": text(tax.amount, tax.mode),
                    "withheld": tax.withheld,
                    "reason": tax.written.get("reason"),
                }
                for tax in self.taxes
            ],
            "tax": text(self.tax, self.mode(withheld=False)),
            "total": text(self.total),
            "withheld": text(self.withheld, self.mode(withheld=True)),
            "rounding": text(self.rounding),
            "payable": text(self.payable),
            "rounding_rows": [] if self.money.by_line else rounding_rows(self),
        }


def totals_of(
    document: dict[str, Any], money: Money, counted: list[Line], listed: list[Line], *, whole: bool
) -> Totals:
    """Add up the counted lines; `whole` brings in the adjustments of the document."""
    totals = Totals(
        money,
        listed,
        counted,
        list(document.get("phases", {})),
        truth(document.get("prices_include_tax", False)),
    )
    for line in counted:
        totals.sets[line.taxes] = totals.sets.get(line.taxes, ZERO) + line.total
    totals.lines = gross = sum(totals.sets.values(), ZERO)
    if whole:
        _adjust(document, totals)
        gross -= sum((entry.amount for entry in totals.discounts), ZERO)
        gross += sum((entry.amount for entry in totals.surcharges), ZERO)
    _tax(document, totals)
    totals.tax = sum((tax.amount for tax in totals.taxes if not tax.withheld), ZERO)
    totals.withheld = sum((tax.amount for tax in totals.taxes if tax.withheld), ZERO)
    totals.net = gross - totals.tax if totals.included else gross
    totals.total = gross if totals.included else gross + totals.tax
    totals.payable = due = totals.total - totals.withheld
    if "round_to" in document:
        totals.payable = to_multiple(due, number(document["round_to"]))
    totals.rounding = totals.payable - due
    return totals


def _adjust(document: dict[str, Any], totals: Totals) -> None:
    """Price the document's adjustments and bring each into its tax sets."""
    after_discounts = totals.lines
    for entry in document.get("discounts", ()):
        made = _adjustment(entry, totals, after_discounts)
        totals.discounts.append(made)
        _place(document, totals, entry, -made.amount)
    for entry in totals.discounts:
        if not entry.id.startswith("CO-"):
            after_discounts -= entry.amount
    for entry in document.get("surcharges", ()):
        made = _adjustment(entry, totals, after_discounts)
        totals.surcharges.append(made)
        _place(document, totals, entry, made.amount)


def _concerned(entry: dict[str, Any], totals: Totals) -> list[Line]:
    of = entry.get("of", "net")
    if of == "net":
        return totals.counted
    return [line for line in totals.counted if line.id in of or line.task.get("phase") in of]


def _adjustment(entry: dict[str, Any], totals: Totals, after_discounts: Fraction) -> Adjustment:
    percent = None
    if "percent" in entry:
        percent = number(entry["percent"])
        if "base" in entry:
            basis = number(entry["base"])
        elif entry.get("of") == "net":
            basis = after_discounts
        else:
            basis = sum((line.total for line in _concerned(entry, totals)), ZERO)
        amount = basis * percent / 100
    else:
        amount = number(entry["amount"])
    return Adjustment(entry["id"], entry.get("title"), percent, totals.money.arisen(amount))


def _place(
    document: dict[str, Any], totals: Totals, entry: dict[str, Any], amount: Fraction
) -> None:
    if "tax" in entry:
        shares = {tax_set(entry["tax"]): amount}
    else:
        shares = spread(amount, _concerned(entry, totals), totals.money)
        if not shares:
            shares = {tax_set(document.get("tax")): amount}
    for names, share in shares.items():
        totals.sets[names] = totals.sets.get(names, ZERO) + share


def spread(amount: Fraction, lines: list[Line], money: Money) -> Sets:
    """Share an amount among the tax sets of lines, in proportion to their totals."""
    sets: Sets = {}
    for line in lines:
        sets[line.taxes] = sets.get(line.taxes, ZERO) + line.total
    above = {names: total for names, total in sets.items() if total > 0}
    if not above:
        return dict.fromkeys(list(sets)[:1], amount)
    whole = sum(above.values(), ZERO)
    exact = {names: amount * total / whole for names, total in above.items()}
    if not money.by_line:
        return exact
    shares = {names: money.shown(share, "down") for names, share in exact.items()}
    left = amount - sum(shares.values(), ZERO)
    step = money.unit if left > 0 else -money.unit
    # Python sorts stably, so that of equal remainders the set of the earlier line comes first.
    by_remainder = sorted(shares, key=lambda names: -abs(exact[names] - shares[names]))
    for names in by_remainder[: int(left / step)]:
        shares[names] += step
    return shares


def _tax(document: dict[str, Any], totals: Totals) -> None:
    money = totals.money
    standing = document.get("tax_rounding", "half_up")
    written = document.get("taxes", {})
    carried = in_tax_order(document, {name for names in totals.sets for name in names})
    taxes = {
        name: Tax(name, written[name], written[name].get("rounding", standing)) for name in carried
    }
    for names, figure in totals.sets.items():
        base = figure
        if totals.included:
            added = [taxes[name] for name in names if not taxes[name].withheld]
            whole = 1 + sum((tax.percent for tax in added), ZERO) / 100
            for tax in added:
                part = money.arisen(figure * tax.percent / 100 / whole, tax.mode)
                tax.amount += part
                base -= part
        for name in names:
            taxes[name].base += base
    for tax in taxes.values():
        if tax.withheld or not totals.included:
            tax.amount = money.arisen(tiered_percent(tax.base, tax.written), tax.mode)
    totals.taxes = list(taxes.values())
