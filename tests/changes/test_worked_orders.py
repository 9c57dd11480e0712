"""Six change orders worked out by hand, figure by figure."""

import json
from decimal import Decimal
from typing import Any

import pytest

from quotekit.changes import ChangeOrder, Contract, Steps
from quotekit.quotes import Quote, quote_digest
from quotekit.rendering import render
from tests.changes.contracts import (
    BLOG,
    FONTS,
    FRONTEND,
    MORE,
    PARTS,
    SCREENS,
    SOON,
    TERMS,
    TEXTS,
    agreed,
    contract,
    differences,
    of,
    order,
)
from tests.changes.worked_json import FIRST_ORDER

FIVE = {"discounts": [{"id": "returning", "percent": 5}]}
SHOP = {"id": "shop", "price": 2400, "days": 6, "discounts": [{"id": "loyal", "amount": 100}]}
WISH = (MORE, {"add": BLOG}, {"remove": "fonts"})


def base(found: Quote | None = None, **terms: Any) -> Contract:
    """Return the contract that the worked orders change, with other values for some terms."""
    return contract(agreed(payments=PARTS) if found is None else found, {**TERMS, **terms})


def steps(found: Steps[Decimal]) -> tuple[str, str, str]:
    """Return a sum before an order, its change, and the sum after it."""
    return f"{found.before:f}", f"{found.change:f}", f"{found.after:f}"


def taxes(made: ChangeOrder) -> dict[str, tuple[str, str]]:
    """Return each tax before and after an order."""
    return {tax.name: (f"{tax.before:f}", f"{tax.after:f}") for tax in made.taxes}


def days(made: ChangeOrder) -> tuple[int, int]:
    """Return the working days before and after an order."""
    return made.time.working_days.before, made.time.working_days.after


def instalments(made: ChangeOrder) -> list[tuple[str, bool]]:
    """Return what each instalment comes to after an order, and whether it is paid."""
    return [(f"{part.after:f}", part.fixed) for part in made.instalments]


def test_first_order_is_written_word_for_word() -> None:
    """More of a task, a new one and none of a third, in a hurry: the whole of its JSON."""
    found = base()
    made = order(found, *WISH, title="A blog and two more screens", **SOON)
    digests = {"base": quote_digest(found.current), "revised": quote_digest(made.after.quote)}
    assert json.loads(render(made, format="json")) == {**FIRST_ORDER, **digests}


def test_first_order_keeps_its_keys_in_their_order() -> None:
    """The keys of the JSON stand in the order in which they are promised."""
    made = order(base(), *WISH, title="A blog and two more screens", **SOON)
    written = json.loads(render(made, format="json"))
    assert list(written) == list(FIRST_ORDER)
    assert list(written["lines"][0]) == list(FIRST_ORDER["lines"][0])


def test_discount_of_the_quote_moves_with_the_work_but_not_with_the_fees() -> None:
    """A percent of the lines grows by its part of the work; the paid deposit stands."""
    found = base(agreed(payments=PARTS, **FIVE))
    made = order(found, *WISH, paid=("deposit",), **SOON)
    assert differences(made) == {
        "screens": "510.00",
        "blog": "950.00",
        "fonts": "-120.00",
        "returning": "-67.00",
        "CO-001.rush.vat": "730.00",
        "CO-001.handling_fee": "60.00",
    }
    discount = next(line for line in made.lines if line.id == "returning")
    assert discount.before is not None
    assert discount.after is not None
    assert (str(discount.before.total), str(discount.after.total)) == ("-322.50", "-389.50")
    rush = next(line for line in made.lines if line.id == "CO-001.rush.vat")
    assert (rush.percent, str(rush.base)) == (50, "1460.00")
    assert steps(made.sum.net) == ("6127.50", "2063.00", "8190.50")
    assert taxes(made) == {"vat": ("1075.78", "1467.75"), "reduced": ("32.59", "32.59")}
    assert steps(made.sum.total) == ("7235.87", "2454.97", "9690.84")
    assert days(made) == (11, 14)
    assert instalments(made) == [("2170.76", True), ("2907.25", False), ("4612.83", False)]


def test_removal_leaves_the_part_done() -> None:
    """What is done stays and is paid; of the rest, 80 % is credited; a begun expense stays."""
    found = of(SCREENS, FRONTEND, TEXTS, FONTS, SHOP, payments=PARTS)
    made = order(
        base(found, removal={"credit": 80}),
        {"remove": "screens"},
        {"remove": "shop"},
        {"remove": "fonts"},
        progress={"screens": 60, "shop": 33, "fonts": 10},
        paid=("deposit",),
    )
    assert {name: moved for name, moved in differences(made).items() if Decimal(moved)} == {
        "screens": "-807.50",
        "shop": "-1541.00",
        "CO-001.removal.screens": "161.50",
        "CO-001.removal.shop": "308.20",
    }
    lines = {line.id: line for line in made.after.lines}
    assert (lines["screens"].quantity, str(lines["screens"].total)) == (Decimal("14.5"), "1232.50")
    assert (lines["shop"].quantity, str(lines["shop"].total)) == (Decimal("0.33"), "759.00")
    assert lines["fonts"].total == Decimal("120.00")
    assert steps(made.sum.net) == ("8750.00", "-1878.80", "6871.20")
    assert taxes(made) == {"vat": ("1569.40", "1212.43"), "reduced": ("34.30", "34.30")}
    assert steps(made.sum.total) == ("10353.70", "-2235.77", "8117.93")
    assert days(made) == (17, 12)
    assert instalments(made) == [("3106.11", True), ("2435.38", False), ("2576.44", False)]


def test_small_order_is_raised_to_the_minimum_with_tax_included() -> None:
    """Work, discount and handling come to 67.50, so 32.50 is added; all of it is gross."""
    found = base(agreed(payments=PARTS, prices_include_tax=True, **FIVE), handling_fee=20)
    made = order(found, {"add": {"id": "button", "price": 50}})
    assert differences(made) == {
        "button": "50.00",
        "returning": "-2.50",
        "CO-001.handling_fee": "20.00",
        "CO-001.minimum": "32.50",
    }
    assert steps(made.sum.net) == ("5193.03", "84.04", "5277.07")
    assert taxes(made) == {"vat": ("904.02", "919.98"), "reduced": ("30.45", "30.45")}
    assert steps(made.sum.total) == ("6127.50", "100.00", "6227.50")
    assert days(made) == (11, 11)
    assert instalments(made) == [("1868.25", False), ("1868.25", False), ("2491.00", False)]


def test_late_and_rush_are_charged_task_by_task_and_tax_by_tax() -> None:
    """Begun tasks bear late fees by how far they are, and each tax set a rush fee of its own."""
    made = order(
        base(),
        MORE,
        {"revise": "frontend", "set": {"quantity": 44}},
        {"revise": "texts-en", "set": {"quantity": 4500}},
        {"add": BLOG},
        progress={"screens": 90, "frontend": 50},
        wanted_by="2026-03-25",
    )
    assert differences(made) == {
        "screens": "510.00",
        "frontend": "380.00",
        "texts-en": "140.00",
        "blog": "950.00",
        "CO-001.late.screens": "153.00",
        "CO-001.late.frontend": "57.00",
        "CO-001.rush.vat": "920.00",
        "CO-001.rush.reduced": "70.00",
        "CO-001.handling_fee": "60.00",
    }
    percents = {line.id: (line.percent, line.base) for line in made.lines if line.percent}
    assert percents == {
        "CO-001.late.screens": (30, Decimal("510.00")),
        "CO-001.late.frontend": (15, Decimal("380.00")),
        "CO-001.rush.vat": (50, Decimal("1840.00")),
        "CO-001.rush.reduced": (50, Decimal("140.00")),
    }
    assert steps(made.sum.net) == ("6450.00", "3240.00", "9690.00")
    assert taxes(made) == {"vat": ("1132.40", "1708.10"), "reduced": ("34.30", "49.00")}
    assert steps(made.sum.total) == ("7616.70", "3830.40", "11447.10")
    assert days(made) == (11, 14)
    assert instalments(made) == [("3434.13", False), ("3434.13", False), ("4578.84", False)]


@pytest.mark.parametrize("wanted", ["2026-03-26", "2026-04-10"])
def test_fourth_working_day_is_no_rush(wanted: str) -> None:
    """The third working day after the request is the last that counts as a hurry."""
    made = order(base(), MORE, wanted_by=wanted)
    assert [line.id for line in made.lines if "rush" in line.id] == []


def test_rounding_at_the_end_has_rows_of_its_own() -> None:
    """What rounding leaves between the parts and the whole is shown, before and after."""
    hours = {"rate": "work", "quantity": "3.05"}
    found = of(
        {"id": "first", **hours},
        {"id": "second", "price": "100.00"},
        rates={"work": {"price": "20.10", "unit": "hour"}},
        taxes={"vat": {"percent": 19}},
        rounding="total",
    )
    made = order(contract(found), {"add": {"id": "third", **hours}})
    moved = {line.id: str(line.difference) for line in made.lines if line.change != "rounding"}
    assert moved == {"third": "61.31"}
    assert [str(line.difference) for line in made.lines if line.change == "rounding"] == ["-0.01"]
    rows = {row.between: str(row.difference) for row in made.rounding_rows if row.difference}
    assert rows == {"net": "-0.01", "total": "0.01"}
    assert steps(made.sum.net) == ("161.31", "61.30", "222.61")
    assert taxes(made) == {"vat": ("30.65", "42.30")}
    assert steps(made.sum.total) == ("191.95", "72.96", "264.91")
    assert made.instalments == ()
