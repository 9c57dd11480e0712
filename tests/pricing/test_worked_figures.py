"""The worked figures of the calculation rules, as the JSON of a priced quote gives them."""

from typing import Any

import pytest

from quotekit.rendering.json_document import quote_json
from tests.written_quotes import IRPF, REDUCED, VAT, at_rate, priced, task

BAKERY: dict[str, Any] = {
    "taxes": {"vat": VAT, "reduced": REDUCED},
    "tax": "vat",
    "tasks": [
        task("screens", "2040.00"),
        task("frontend", "3800.00"),
        task("fonts", "120.00"),
        task("texts", "490.00", tax="reduced"),
    ],
    "discounts": [{"id": "returning", "percent": 5}],
}
THIRDS: dict[str, Any] = {
    "payments": [
        {"id": "first", "percent": 30},
        {"id": "second", "percent": 30},
        {"id": "last", "balance": True},
    ]
}
TWO_RATES: dict[str, Any] = {
    "taxes": {"high": {"percent": 24}, "low": {"percent": 13}},
    "tasks": [task("a", "9.42", tax="high"), task("b", "9.42", tax="low")],
}
GROSS: dict[str, Any] = {
    "prices_include_tax": True,
    "taxes": {"vat": VAT, "reduced": REDUCED},
    "tasks": [
        task("a", "1190.00", tax="vat"),
        task("b", "99.99", tax="vat"),
        task("c", "53.50", tax="reduced"),
    ],
}
YEN: dict[str, Any] = {
    "currency": "JPY",
    "taxes": {"ct": {"percent": 10}},
    "tax": "ct",
    "tasks": [task("a", "12345.5")],
}
GENSEN = {
    "percent": "10.21",
    "tiers": [{"above": 1000000, "percent": "20.42"}],
    "withheld": True,
    "rounding": "down",
}
RIVALSA: dict[str, Any] = {
    "taxes": {"iva": {"percent": 22}, "ritenuta": {"percent": 20, "withheld": True}},
    "tax": ["iva", "ritenuta"],
    "tasks": [task("a", "1000.00")],
    "discounts": [{"id": "d", "percent": 10}],
    "surcharges": [{"id": "rivalsa", "percent": 4, "of": "net", "tax": "iva"}],
}
ESTIMATE = {"low": 30, "likely": 40, "high": 60}


def figures(*parts: dict[str, Any]) -> dict[str, Any]:
    """Price a quote put together from parts, as JSON has it."""
    return quote_json(priced(**{key: value for part in parts for key, value in part.items()}))


def totals(*parts: dict[str, Any]) -> dict[str, Any]:
    """Return the totals of a quote put together from parts."""
    found: dict[str, Any] = figures(*parts)["totals"]
    return found


def taxes(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Return base and amount of each tax."""
    return [(row["base"], row["amount"]) for row in found["taxes"]]


def only_line(*parts: dict[str, Any]) -> dict[str, Any]:
    """Return the one line of a quote put together from parts."""
    (line,) = figures(*parts)["lines"]
    found: dict[str, Any] = line
    return found


def test_a_discount_is_spread_over_the_taxes() -> None:
    """A: 5 % off four lines of two taxes."""
    found = totals(BAKERY)
    assert found["lines"] == "6450.00"
    assert found["discount"] == "322.50"
    assert taxes(found) == [("5662.00", "1075.78"), ("465.50", "32.59")]
    assert (found["net"], found["tax"], found["total"]) == ("6127.50", "1108.37", "7235.87")
    assert found["rounding_rows"] == []


def test_a_instalments_add_up() -> None:
    """A, paid 30 % / 30 % / balance."""
    paid = [part["amount"] for part in figures(BAKERY, THIRDS)["instalments"]]
    assert paid == ["2170.76", "2170.76", "2894.35"]


def test_b_each_tax_is_rounded_where_it_arises() -> None:
    """B in the mode `line`: 2.26 and 1.22 make 3.48."""
    found = totals(TWO_RATES)
    assert taxes(found) == [("9.42", "2.26"), ("9.42", "1.22")]
    assert (found["tax"], found["rounding_rows"]) == ("3.48", [])


def test_b_rounding_at_the_end_leaves_a_row() -> None:
    """B in the mode `total`: 3.49, and the cent between it and its parts is a row."""
    found = totals(TWO_RATES, {"rounding": "total"})
    assert taxes(found) == [("9.42", "2.26"), ("9.42", "1.22")]
    assert found["tax"] == "3.49"
    assert {"between": "tax", "amount": "0.01"} in found["rounding_rows"]


@pytest.mark.parametrize(("rounding", "net"), [("line", "122.62"), ("total", "122.61")])
def test_c_lines_are_rounded_or_not(rounding: str, net: str) -> None:
    """C: two lines of 20.10 × 3.05."""
    tasks = [task("a", "20.10", quantity="3.05"), task("b", "20.10", quantity="3.05")]
    assert totals({"tasks": tasks, "rounding": rounding})["net"] == net


def test_d_tax_is_taken_out_of_gross_prices() -> None:
    """D: gross lines of two taxes."""
    found = totals(GROSS)
    assert [amount for _, amount in taxes(found)] == ["205.96", "3.50"]
    assert (found["net"], found["total"], found["lines"]) == ("1134.03", "1343.49", "1343.49")


def test_e_withheld_tax_lowers_what_is_payable() -> None:
    """E: IVA on top, IRPF kept back."""
    found = totals(
        {
            "taxes": {"iva": {"percent": 21}, "irpf": IRPF},
            "tax": ["iva", "irpf"],
            "tasks": [task("a", "2350.00")],
        }
    )
    assert taxes(found) == [("2350.00", "493.50"), ("2350.00", "352.50")]
    assert (found["total"], found["withheld"]) == ("2843.50", "352.50")
    assert found["payable"] == "2491.00"


@pytest.mark.parametrize(("rounding", "tax"), [("half_up", "1235"), ("down", "1234")])
def test_f_yen_has_no_decimals(rounding: str, tax: str) -> None:
    """F: JPY 12345.5 at 10 %."""
    found = totals(YEN, {"tax_rounding": rounding})
    assert found["lines"] == "12346"
    assert taxes(found) == [("12346", tax)]


def test_g_dinar_has_three_decimals() -> None:
    """G: KWD 7.5 × 12.3455."""
    tasks = [task("a", "12.3455", quantity="7.5")]
    assert only_line({"currency": "KWD", "tasks": tasks})["total"] == "92.591"


def test_h_discount_goes_to_the_largest_remainders() -> None:
    """H: 10.00 off three lines, each of another tax."""
    found = totals(
        {
            "taxes": {name: {"percent": 0} for name in "xyz"},
            "tasks": [
                task("a", "33.33", tax="x"),
                task("b", "33.33", tax="y"),
                task("c", "33.34", tax="z"),
            ],
            "discounts": [{"id": "d", "amount": "10.00"}],
        }
    )
    # 33.33 − 3.33, 33.33 − 3.33 and 33.34 − 3.34.
    assert [base for base, _ in taxes(found)] == ["30.00", "30.00", "30.00"]


def test_i_estimate_is_rounded_up_to_the_increment() -> None:
    """I: 30/40/60 hours at 100, in quarters of an hour."""
    found = figures(
        {
            "rates": {"work": {"price": 100, "unit": "hour", "increment": "0.25"}},
            "tasks": [{"id": "a", "rate": "work", "estimate": ESTIMATE}],
        }
    )
    (line,) = found["lines"]
    assert (line["quantity"], line["total"]) == ("41.75", "4175.00")
    assert (line["low"], line["high"]) == ("3000.00", "6000.00")
    assert (found["range"]["low"]["net"], found["range"]["high"]["net"]) == ("3000.00", "6000.00")


def test_i_estimate_without_increment_has_two_decimals() -> None:
    """I, without increment."""
    rates = {"work": {"price": 100, "unit": "hour"}}
    line = only_line({"rates": rates, "tasks": [{"id": "a", "rate": "work", "estimate": ESTIMATE}]})
    assert line["quantity"] == "41.67"


def test_j_each_tier_has_its_price() -> None:
    """J: 55 hours at 95, above 40 at 85."""
    rates = {"work": {"price": 95, "tiers": [{"above": 40, "price": 85}]}}
    assert only_line({"rates": rates, "tasks": [at_rate("a", "55")]})["total"] == "5075.00"


def test_k_expense_bears_its_markup() -> None:
    """K: 129.90 and 10 %."""
    tasks = [{"id": "a", "expense": "129.90", "markup": 10}]
    assert only_line({"tasks": tasks})["total"] == "142.89"


def test_l_surcharge_of_net() -> None:
    """L: 4 % of what a discount leaves, with IVA and without ritenuta."""
    found = totals(RIVALSA)
    assert found["surcharge"] == "36.00"
    assert taxes(found) == [("936.00", "205.92"), ("900.00", "180.00")]
    assert (found["withheld"], found["payable"]) == ("180.00", "961.92")


def test_m_tiers_of_a_withheld_tax() -> None:
    """M: 10.21 %, above a million 20.42 %, rounded down."""
    found = totals(
        {
            "currency": "JPY",
            "taxes": {"gensen": GENSEN},
            "tax": "gensen",
            "tasks": [task("a", "1244500")],
        }
    )
    assert found["withheld"] == "152026"
