"""The oracle's reading of a line: quantity, sum, its own discounts and surcharges, total."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Any

from tests.properties.oracle_money import ZERO, Money, number, plain, to_multiple


@dataclass(frozen=True)
class Adjustment:
    """A discount or surcharge with the figure it comes to."""

    id: str
    title: str | None
    percent: Fraction | None
    amount: Fraction

    def row(self, money: Money) -> dict[str, Any]:
        """Give the adjustment as the result lists it."""
        return {
            "id": self.id,
            "title": self.title,
            "percent": None if self.percent is None else plain(self.percent),
            "amount": money.text(self.amount),
        }


@dataclass(frozen=True)
class Line:
    """A priced line; its figures are exact, or rounded where they arose."""

    task: dict[str, Any]
    counted: bool
    selected: bool
    open_ended: bool
    quantity: Fraction
    unit: str | None
    per: Fraction
    price: Fraction
    sum: Fraction
    discounts: tuple[Adjustment, ...]
    surcharges: tuple[Adjustment, ...]
    total: Fraction
    taxes: frozenset[str]

    @property
    def id(self) -> str:
        """Give the id of the task."""
        return str(self.task["id"])


def tax_set(written: Any) -> frozenset[str]:
    """Read a `tax` key: a name, a list of names, or the word none."""
    names = [written] if isinstance(written, str) else list(written or ())
    return frozenset(names) - {"none"}


def in_tax_order(document: dict[str, Any], names: Iterable[str]) -> list[str]:
    """Put names of taxes in the order in which the quote defines them."""
    held = set(names)
    return [name for name in document.get("taxes", {}) if name in held]


def lines_of(document: dict[str, Any], money: Money, case: str = "likely") -> list[Line]:
    """Price every task at its quantity, or at the low or high one of its estimate."""
    return [_line(document, task, money, case) for task in document["tasks"]]


def _line(document: dict[str, Any], task: dict[str, Any], money: Money, case: str) -> Line:
    source = document["rates"][task["rate"]] if "rate" in task else task
    quantity = _quantity(task, source, case)
    per = number(source.get("per", 1))
    if "expense" in task:
        price = number(task["expense"]) * (1 + number(task.get("markup", 0)) / 100)
    else:
        price = number(source["price"])
    total = sum_ = money.arisen(_tiered(quantity, price, source.get("tiers", ())) / per)
    lists: dict[str, tuple[Adjustment, ...]] = {}
    for kind, sign in (("discounts", -1), ("surcharges", 1)):
        lists[kind] = tuple(
            _line_adjustment(entry, sum_, quantity, money) for entry in task.get(kind, ())
        )
        total += sign * sum((entry.amount for entry in lists[kind]), ZERO)
    selected = "option" not in task or task["option"] in document.get("selected", ())
    open_ended = "every" in task and "times" not in task
    return Line(
        task=task,
        counted=selected and not open_ended,
        selected=selected,
        open_ended=open_ended,
        quantity=quantity,
        unit=source.get("unit"),
        per=per,
        price=price,
        sum=sum_,
        discounts=lists["discounts"],
        surcharges=lists["surcharges"],
        total=total,
        taxes=tax_set(task.get("tax", document.get("tax"))),
    )


def _quantity(task: dict[str, Any], source: dict[str, Any], case: str) -> Fraction:
    if "estimate" in task:
        estimate = {key: number(value) for key, value in task["estimate"].items()}
        if case == "likely":
            weighted = estimate["low"] + 4 * estimate["likely"] + estimate["high"]
            quantity = to_multiple(weighted / 6, Fraction(1, 100))
        else:
            quantity = estimate[case]
    else:
        quantity = number(task.get("quantity", 1))
    if "rate" in task and "increment" in source:
        increment = number(source["increment"])
        quantity = ceil(quantity / increment) * increment
    return quantity * number(task.get("times", 1))


def _tiered(value: Fraction, base: Fraction, tiers: Iterable[dict[str, Any]]) -> Fraction:
    """Take each part of a quantity at its own price; what is negative stands at the first one."""
    steps = [(ZERO, base), *((number(tier["above"]), number(tier["price"])) for tier in tiers)]
    if value <= 0:
        return value * base
    taken = ZERO
    ends: list[Fraction | None] = [*(above for above, _ in steps[1:]), None]
    for (above, price), end in zip(steps, ends, strict=True):
        part = (value if end is None else min(value, end)) - above
        taken += max(part, ZERO) * price
    return taken


def tiered_percent(base: Fraction, tax: dict[str, Any]) -> Fraction:
    """Give the exact amount of a tax on a base, each part of it at its own percent."""
    if "percent" not in tax:
        return ZERO
    tiers = [
        {"above": tier["above"], "price": plain(number(tier["percent"]))}
        for tier in tax.get("tiers", ())
    ]
    return _tiered(base, number(tax["percent"]), tiers) / 100


def _line_adjustment(
    entry: dict[str, Any], sum_: Fraction, quantity: Fraction, money: Money
) -> Adjustment:
    percent = None
    if "percent" in entry:
        percent = number(entry["percent"])
        amount = (number(entry["base"]) if "base" in entry else sum_) * percent / 100
    elif "amount" in entry:
        amount = number(entry["amount"])
    else:
        own = number(entry["quantity"]) if "quantity" in entry else quantity
        amount = number(entry["price"]) * own
    return Adjustment(entry["id"], entry.get("title"), percent, money.arisen(amount))
