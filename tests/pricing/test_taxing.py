"""Taxes: base and amount of each, added, included or withheld."""

from decimal import Decimal
from typing import Any

import pytest

from quotekit.pricing import Totals
from tests.written_quotes import IRPF, REDUCED, VAT, priced, task


def totals(price: str = "100", **keys: Any) -> Totals:
    """Return the totals of a quote of one line with these taxes."""
    return priced(**{"tasks": [task("a", price)], **keys}).totals


def rows(found: Totals) -> list[tuple[str, Decimal, Decimal]]:
    """Return name, base and amount of each tax."""
    return [(row.name, row.base, row.amount) for row in found.taxes]


def test_several_taxes_share_a_base() -> None:
    """GST and PST each take their percent of the same base."""
    found = totals(taxes={"gst": {"percent": 5}, "pst": {"percent": 7}}, tax=["gst", "pst"])
    assert rows(found) == [("gst", 100, 5), ("pst", 100, 7)]
    assert (found.tax, found.total) == (12, 112)


def test_taxes_are_in_the_order_of_the_quote() -> None:
    """Not in that of the lines."""
    found = totals(
        taxes={"b": {"percent": 1}, "a": {"percent": 2}},
        tasks=[task("x", tax="a"), task("y", tax="b")],
    )
    assert [row.name for row in found.taxes] == ["b", "a"]


def test_tax_that_nothing_carries_has_no_row() -> None:
    """Only what a counted line or an adjustment carries is there."""
    taxes = {"vat": VAT, "reduced": REDUCED}
    tasks = [task("a", tax="vat"), task("b", tax="reduced", option="gold")]
    assert [row.name for row in totals(taxes=taxes, tasks=tasks).taxes] == ["vat"]


def test_tax_whose_base_comes_to_zero_has_a_row() -> None:
    """A credit that takes all away leaves the row."""
    tasks = [task("a"), task("b", quantity="-1")]
    assert rows(totals(taxes={"vat": VAT}, tax="vat", tasks=tasks)) == [("vat", 0, 0)]


def test_exempt_tax_gives_its_reason() -> None:
    """Amount 0, and why."""
    taxes = {"reverse": {"title": "Reverse charge", "exempt": True, "reason": "Art. 196"}}
    (row,) = totals(taxes=taxes, tax="reverse").taxes
    assert (row.base, row.amount, row.percent, row.reason) == (100, 0, 0, "Art. 196")


def test_base_may_be_negative() -> None:
    """A credit has a negative tax."""
    found = totals(taxes={"vat": VAT}, tax="vat", tasks=[task("a", quantity="-1")])
    assert rows(found) == [("vat", -100, -19)]
    assert found.total == -119


@pytest.mark.parametrize(
    ("rounding", "price", "tax"),
    [
        ("half_up", "0.05", "0.01"),
        ("half_up", "0.04", "0.00"),
        ("down", "0.09", "0.00"),
        ("up", "0.01", "0.01"),
        ("up", "0.10", "0.01"),
    ],
)
@pytest.mark.parametrize("own", [True, False])
def test_tax_is_rounded_as_asked(
    rounding: str,
    price: str,
    tax: str,
    own: bool,  # noqa: FBT001
) -> None:
    """`tax_rounding` says how, or the tax's own `rounding`."""
    vat = {"percent": 10, "rounding": rounding} if own else {"percent": 10}
    other = "down" if rounding == "up" else "up"
    found = totals(price, taxes={"vat": vat}, tax="vat", tax_rounding=other if own else rounding)
    assert str(found.tax) == tax
    credit = [task("a", price, quantity="-1")]
    mirrored = totals(
        taxes={"vat": vat}, tax="vat", tasks=credit, tax_rounding=other if own else rounding
    )
    assert mirrored.tax == -Decimal(tax)


@pytest.mark.parametrize(
    ("price", "amount"),
    [("500", "50"), ("1000", "100"), ("1500", "200"), ("3000", "600"), ("-3000", "-300")],
)
def test_each_tier_taxes_its_part_of_the_base(price: str, amount: str) -> None:
    """10 % up to 1000, 20 % up to 2000, 30 % above."""
    tiers = [{"above": 1000, "percent": 20}, {"above": 2000, "percent": 30}]
    sign = -1 if price.startswith("-") else 1
    tasks = [task("a", price.lstrip("-"), quantity=sign)]
    found = totals(taxes={"t": {"percent": 10, "tiers": tiers}}, tax="t", tasks=tasks)
    assert found.tax == Decimal(amount)


def test_tiers_go_by_the_base_of_all_lines() -> None:
    """Two lines of 600 are a base of 1200."""
    tiers = [{"above": 1000, "percent": 20}]
    tasks = [task("a", "600"), task("b", "600")]
    assert totals(taxes={"t": {"percent": 10, "tiers": tiers}}, tax="t", tasks=tasks).tax == 140


def test_withheld_tax_is_no_part_of_the_total() -> None:
    """The client keeps it back from what is payable."""
    found = totals(taxes={"vat": VAT, "irpf": IRPF}, tax=["vat", "irpf"])
    assert (found.tax, found.total, found.withheld, found.payable) == (19, 119, 15, 104)


def test_included_taxes_are_parts_of_the_gross() -> None:
    """Two taxes of 10 % and 15 % in 125 leave a base of 100."""
    found = totals(
        "125",
        prices_include_tax=True,
        taxes={"a": {"percent": 10}, "b": {"percent": 15}},
        tax=["a", "b"],
    )
    assert rows(found) == [("a", 100, 10), ("b", 100, 15)]
    assert (found.lines, found.net, found.total) == (125, 100, 125)


def test_included_tax_and_base_add_up_to_the_gross() -> None:
    """The tax is rounded, and the base is what remains."""
    found = totals("99.99", prices_include_tax=True, taxes={"vat": VAT}, tax="vat")
    assert rows(found) == [("vat", Decimal("84.03"), Decimal("15.96"))]


def test_included_tax_is_worked_out_for_each_set() -> None:
    """The same tax in two sets has a part of each."""
    found = totals(
        prices_include_tax=True,
        taxes={"a": {"percent": 10}, "b": {"percent": 10}},
        tasks=[task("x", "110", tax="a"), task("y", "120", tax=["a", "b"])],
    )
    assert rows(found) == [("a", 200, 20), ("b", 100, 10)]


def test_withheld_tax_applies_to_the_base_in_the_gross() -> None:
    """It is not included itself."""
    found = totals(
        "119", prices_include_tax=True, taxes={"vat": VAT, "irpf": IRPF}, tax=["vat", "irpf"]
    )
    assert rows(found) == [("vat", 100, 19), ("irpf", 100, 15)]
    assert (found.total, found.payable) == (119, 104)


def test_line_without_tax_is_its_own_base() -> None:
    """In gross prices as in net ones."""
    found = totals(
        prices_include_tax=True,
        taxes={"vat": VAT},
        tasks=[task("a", "119", tax="vat"), task("b", "50", tax="none")],
    )
    assert (found.net, found.tax, found.total) == (150, 19, 169)


def test_quote_without_taxes_has_none() -> None:
    """Net is total."""
    found = totals()
    assert (found.taxes, found.tax, found.net, found.total, found.payable) == ((), 0, 100, 100, 100)
