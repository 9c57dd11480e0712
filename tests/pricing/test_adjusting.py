"""Document discounts and surcharges: what they come to, and whose taxes they belong to."""

from decimal import Decimal
from typing import Any

import pytest

from quotekit.pricing import Totals
from tests.written_quotes import IRPF, REDUCED, VAT, amounts, priced, task

TAXES: dict[str, Any] = {"vat": VAT, "reduced": REDUCED, "irpf": IRPF}
TASKS = [task("a", "300", tax="vat", phase="build"), task("b", "100", tax="reduced")]


def totals(**keys: Any) -> Totals:
    """Return the totals of a quote of 300 at 19 % and 100 at 7 %."""
    stated = {"taxes": TAXES, "phases": {"build": "Build"}, "tasks": TASKS, **keys}
    return priced(**stated).totals


def bases(found: Totals) -> dict[str, Decimal]:
    """Return the base of each tax."""
    return {row.name: row.base for row in found.taxes}


@pytest.mark.parametrize(
    ("part", "amount"),
    [
        ({"percent": 10}, "40.00"),
        ({"percent": 10, "of": ["a"]}, "30.00"),
        ({"percent": 10, "of": "build"}, "30.00"),
        ({"percent": 10, "of": ["build", "a"]}, "30.00"),
        ({"percent": 10, "of": ["a", "b"]}, "40.00"),
        ({"percent": 10, "base": "70"}, "7.00"),
        ({"percent": 10, "base": "70", "of": ["a"]}, "7.00"),
        ({"amount": "12.345"}, "12.35"),
        ({"percent": 0}, "0.00"),
        ({"percent": -10}, "-40.00"),
    ],
)
def test_what_a_discount_comes_to(part: dict[str, Any], amount: str) -> None:
    """A percent of the lines, of those named, or of a base; or an amount."""
    found = totals(discounts=[{"id": "d", "title": "Off", **part}])
    (row,) = found.discounts
    assert (row.id, row.title, str(row.amount)) == ("d", "Off", amount)
    assert (found.discount, found.net) == (row.amount, 400 - row.amount)


def test_adjustments_do_not_compound() -> None:
    """Each percent is of the lines, in whatever order they stand (EN 16931 BR-CO-13)."""
    found = totals(
        discounts=[{"id": "d", "percent": 10}, {"id": "e", "percent": 10}],
        surcharges=[{"id": "s", "percent": 10}],
    )
    assert [row.amount for row in (*found.discounts, *found.surcharges)] == [40, 40, 40]
    assert found.net == 360


def test_surcharge_of_net_is_of_what_discounts_leave() -> None:
    """Other surcharges are not in its base."""
    found = totals(
        discounts=[{"id": "d", "percent": 10}],
        surcharges=[{"id": "s", "amount": 50}, {"id": "r", "percent": 4, "of": "net"}],
    )
    assert [row.amount for row in found.surcharges] == amounts("50", "14.40")


def test_discounts_of_change_orders_leave_net_alone() -> None:
    """What a change order credits takes nothing from the base of `of: net`."""
    found = totals(
        discounts=[{"id": "CO-1.credit", "amount": 100}],
        surcharges=[{"id": "r", "percent": 4, "of": "net"}],
    )
    assert found.surcharge == 16
    assert found.net == 316


def test_unselected_lines_are_in_no_base() -> None:
    """A percent is of the lines that count."""
    tasks = [*TASKS, task("c", "1000", option="gold", phase="build")]
    found = totals(tasks=tasks, discounts=[{"id": "d", "percent": 10, "of": ["build", "c"]}])
    assert found.discount == 30


def test_adjustment_without_tax_is_spread() -> None:
    """In proportion to the lines it applies to."""
    assert bases(totals(discounts=[{"id": "d", "amount": 40}])) == {"vat": 270, "reduced": 90}


def test_adjustment_of_some_lines_is_spread_over_their_taxes() -> None:
    """A discount of one line belongs to its tax."""
    found = totals(discounts=[{"id": "d", "percent": 10, "of": ["b"]}])
    assert bases(found) == {"vat": 300, "reduced": 90}


@pytest.mark.parametrize(
    ("tax", "carried"),
    [
        ("reduced", {"vat": 300, "reduced": 60}),
        (["vat", "irpf"], {"vat": 260, "reduced": 100, "irpf": -40}),
        ("none", {"vat": 300, "reduced": 100}),
    ],
)
def test_adjustment_that_names_a_tax_belongs_to_it(tax: object, carried: dict[str, int]) -> None:
    """One, several, or none."""
    found = totals(discounts=[{"id": "d", "amount": 40, "tax": tax}])
    assert bases(found) == carried
    assert found.net == 360


def test_sets_of_zero_or_less_take_no_share() -> None:
    """A credit line carries no part of a discount."""
    tasks = [task("a", "300", tax="vat", quantity="-1"), task("b", "100", tax="reduced")]
    found = totals(tasks=tasks, phases={}, discounts=[{"id": "d", "amount": 10}])
    assert bases(found) == {"vat": -300, "reduced": 90}


@pytest.mark.parametrize("rounding", ["line", "total"])
def test_first_set_takes_all_where_none_is_above_zero(rounding: str) -> None:
    """There is always a tax to carry it."""
    tasks = [task("a", "0", tax="vat"), task("b", "100", tax="reduced", quantity="-1")]
    found = totals(
        tasks=tasks, phases={}, rounding=rounding, surcharges=[{"id": "s", "amount": 10}]
    )
    assert bases(found) == {"vat": 10, "reduced": -100}


@pytest.mark.parametrize("rounding", ["line", "total"])
def test_without_lines_an_adjustment_takes_the_quotes_tax(rounding: str) -> None:
    """A quote of nothing but a fee has the tax of the quote."""
    fee = {"id": "s", "amount": 10}
    found = totals(tasks=[], phases={}, tax="reduced", rounding=rounding, surcharges=[fee])
    assert bases(found) == {"reduced": 10}
    found = totals(
        tax="vat", discounts=[{"id": "d", "amount": 10, "of": ["build"]}], tasks=TASKS[1:]
    )
    assert bases(found) == {"vat": -10, "reduced": 100}


def test_tie_goes_to_the_earlier_line() -> None:
    """A cent over two equal lines goes to the first one's tax."""
    tasks = [task("a", "10", tax="reduced"), task("b", "10", tax="vat")]
    found = totals(tasks=tasks, phases={}, discounts=[{"id": "d", "amount": "0.01"}])
    assert bases(found) == {"vat": 10, "reduced": Decimal("9.99")}


def test_share_is_exact_where_rounding_is_at_the_end() -> None:
    """Three equal lines carry a third each, and the thirds are the whole."""
    taxes = {name: {"percent": 10} for name in "xyz"}
    found = totals(
        taxes=taxes,
        phases={},
        tasks=[task(name, "10", tax=name) for name in "xyz"],
        rounding="total",
        discounts=[{"id": "d", "amount": "10"}],
    )
    assert [str(row.base) for row in found.taxes] == ["6.67", "6.67", "6.67"]
    assert (found.net, found.tax) == (20, 2)


def test_options_total_ignores_document_adjustments() -> None:
    """What an option adds is its lines."""
    found = priced(tasks=[task("a", option="gold")], discounts=[{"id": "d", "percent": 50}])
    assert found.options[0].total == 100
