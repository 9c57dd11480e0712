"""A quote priced by the oracle, as the reading of change orders asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.properties.oracle_instalments import instalments_of
from tests.properties.oracle_lines import Line, lines_of
from tests.properties.oracle_money import ZERO, Money, money_of
from tests.properties.oracle_timeline import Timeline, timeline_of
from tests.properties.oracle_totals import Totals, totals_of

TaxSet = frozenset[str]


@dataclass
class Reading:
    """A priced quote: lines by id, totals, timeline and instalments, exact or rounded by mode."""

    document: dict[str, Any]
    money: Money
    lines: dict[str, Line]
    totals: Totals
    timeline: Timeline | None
    instalments: list[dict[str, Any]] = field(default_factory=list)

    def total(self, name: str) -> Fraction:
        """Give what a line counts for in the contract: nothing where it is not there."""
        line = self.lines.get(name)
        return line.total if line is not None and line.counted else ZERO

    @property
    def whole(self) -> Fraction:
        """Give the shown sum that lines add up to: the net, or the total with included tax."""
        return self.money.shown(self.totals.total if self.totals.included else self.totals.net)

    @property
    def working_days(self) -> int:
        """Give the contract time; none where nothing takes time."""
        return 0 if self.timeline is None else self.timeline.working_days

    def sets(self) -> dict[TaxSet, Fraction]:
        """Add up the counted lines by tax set, before adjustments, the earliest line first."""
        found: dict[TaxSet, Fraction] = {}
        for line in self.lines.values():
            if line.counted:
                found[line.taxes] = found.get(line.taxes, ZERO) + line.total
        return found

    def rows(self) -> dict[tuple[str, str], Fraction]:
        """Give what is shown to add up to the whole: lines, adjustments, and what rounding left."""
        shown = self.money.shown
        rows = {("task", name): shown(self.total(name)) for name in self.lines}
        rows |= {("discount", entry.id): -shown(entry.amount) for entry in self.totals.discounts}
        rows |= {("surcharge", entry.id): shown(entry.amount) for entry in self.totals.surcharges}
        rows[("rounding", "")] = self.whole - sum(rows.values(), ZERO)
        return rows


def reading(document: dict[str, Any]) -> Reading:
    """Price the plain data of a quote."""
    money = money_of(document)
    lines = lines_of(document, money)
    counted = [line for line in lines if line.counted]
    totals = totals_of(document, money, counted, counted, whole=True)
    timeline = timeline_of(document, lines, frozenset())
    due = money.shown(totals.payable)
    rows = instalments_of(document, due, money, timeline)
    return Reading(document, money, {line.id: line for line in lines}, totals, timeline, rows)
