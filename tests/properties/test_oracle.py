"""The worked figures of the calculation rules, held against the oracle itself."""

from typing import Any

import pytest

from tests.properties.oracle import expected

VAT = {
    "vat": {"title": "VAT", "percent": "19"},
    "reduced": {"title": "Reduced", "percent": "7"},
}


def quote(*tasks: dict[str, Any], currency: str = "EUR", **keys: Any) -> dict[str, Any]:
    """Write a quote of tasks that are named a, b, c… in their order."""
    named = [
        {"id": letter, "title": f"Task {letter}", **task}
        for letter, task in zip("abcdefgh", tasks, strict=False)
    ]
    return {
        "quotekit": "quote/1",
        "number": "Q-1",
        "currency": currency,
        "tasks": named,
        **keys,
    }


def figures(document: dict[str, Any], *keys: str) -> tuple[Any, ...]:
    """Pick figures out of the totals of a quote."""
    totals = expected(document)["totals"]
    return tuple(totals[key] for key in keys)


def taxes(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Give base and amount of each tax of a quote."""
    return [(tax["base"], tax["amount"]) for tax in expected(document)["totals"]["taxes"]]


def amounts(document: dict[str, Any]) -> list[str]:
    """Give the amounts of the instalments of a quote."""
    return [row["amount"] for row in expected(document)["instalments"]]


def lettered_a(**keys: Any) -> dict[str, Any]:
    """Write the quote of case A."""
    return quote(
        {"price": "2040.00"},
        {"price": "3800.00"},
        {"price": "120.00"},
        {"price": "490.00", "tax": "reduced"},
        taxes=VAT,
        tax="vat",
        discounts=[{"id": "off", "title": "Discount", "percent": "5"}],
        **keys,
    )


def test_a_spreads_a_discount_over_two_taxes() -> None:
    """A document discount without a tax is shared by the taxes of the lines."""
    document = lettered_a()
    assert figures(document, "discount", "net", "tax", "total", "payable") == (
        "322.50",
        "6127.50",
        "1108.37",
        "7235.87",
        "7235.87",
    )
    assert taxes(document) == [("5662.00", "1075.78"), ("465.50", "32.59")]


def test_a_pays_to_the_last_cent() -> None:
    """The balance is what the percents leave."""
    payments = [
        {"id": "p1", "title": "One", "percent": "30"},
        {"id": "p2", "title": "Two", "percent": "30"},
        {"id": "p3", "title": "Three", "balance": "true"},
    ]
    assert amounts(lettered_a(payments=payments)) == ["2170.76", "2170.76", "2894.35"]


@pytest.mark.parametrize(
    ("rounding", "tax", "rows"),
    [("line", "3.48", []), ("total", "3.49", [{"between": "tax", "amount": "0.01"}])],
)
def test_b_rounds_taxes_by_mode(rounding: str, tax: str, rows: list[dict[str, str]]) -> None:
    """Where two shown taxes do not add up to the shown whole, a row says so."""
    document = quote(
        {"price": "9.42", "tax": "high"},
        {"price": "9.42", "tax": "low"},
        taxes={
            "high": {"title": "High", "percent": "24"},
            "low": {"title": "Low", "percent": "13"},
        },
        rounding=rounding,
    )
    assert [amount for _, amount in taxes(document)] == ["2.26", "1.22"]
    assert figures(document, "tax", "rounding_rows") == (tax, rows)


@pytest.mark.parametrize(("rounding", "net"), [("line", "122.62"), ("total", "122.61")])
def test_c_rounds_lines_by_mode(rounding: str, net: str) -> None:
    """Lines are rounded where they arise, or at the end."""
    line = {"price": "20.10", "quantity": "3.05"}
    assert figures(quote(line, line, rounding=rounding), "net") == (net,)


def test_d_takes_included_tax_out() -> None:
    """Prices that include tax give the tax as a part of the gross."""
    document = quote(
        {"price": "1190.00"},
        {"price": "99.99"},
        {"price": "53.50", "tax": "reduced"},
        taxes=VAT,
        tax="vat",
        prices_include_tax="true",
    )
    assert [amount for _, amount in taxes(document)] == ["205.96", "3.50"]
    assert figures(document, "net", "total") == ("1134.03", "1343.49")


def test_e_withholds_a_tax() -> None:
    """A withheld tax lowers what is paid, not the total."""
    document = quote(
        {"price": "2350.00"},
        taxes={
            "iva": {"title": "IVA", "percent": "21"},
            "irpf": {"title": "IRPF", "percent": "15", "withheld": "true"},
        },
        tax=["iva", "irpf"],
    )
    assert figures(document, "tax", "withheld", "total", "payable") == (
        "493.50",
        "352.50",
        "2843.50",
        "2491.00",
    )


@pytest.mark.parametrize(("tax_rounding", "tax"), [("half_up", "1235"), ("down", "1234")])
def test_f_prices_yen(tax_rounding: str, tax: str) -> None:
    """A currency without minor units rounds to whole ones."""
    document = quote(
        {"price": "12345.5"},
        currency="JPY",
        taxes={"ct": {"title": "Tax", "percent": "10"}},
        tax="ct",
        tax_rounding=tax_rounding,
    )
    assert figures(document, "lines", "tax") == ("12346", tax)


def test_g_prices_dinars() -> None:
    """A currency with three decimals rounds to the third."""
    document = quote({"price": "12.3455", "quantity": "7.5"}, currency="KWD")
    assert figures(document, "lines") == ("92.591",)


def test_h_spreads_by_largest_remainder() -> None:
    """The cent that is left goes to the largest remainder."""
    names = ("x", "y", "z")
    document = quote(
        *(
            {"price": price, "tax": name}
            for price, name in zip(("33.33", "33.33", "33.34"), names, strict=True)
        ),
        taxes={name: {"title": name, "percent": "10"} for name in names},
        discounts=[{"id": "off", "title": "Off", "amount": "10.00"}],
    )
    assert [base for base, _ in taxes(document)] == ["30.00", "30.00", "30.00"]


@pytest.mark.parametrize(("increment", "quantity"), [("0.25", "41.75"), (None, "41.67")])
def test_i_estimates(increment: str | None, quantity: str) -> None:
    """An estimate gives a weighted quantity and a range."""
    rate = {"price": "100", "unit": "hour"}
    if increment is not None:
        rate["increment"] = increment
    result = expected(
        quote(
            {"rate": "work", "estimate": {"low": "30", "likely": "40", "high": "60"}},
            rates={"work": rate},
        )
    )
    assert result["lines"][0]["quantity"] == quantity
    assert result["totals"]["net"] == ("4175.00" if increment else "4167.00")
    assert result["range"] == {
        "low": {"net": "3000.00", "total": "3000.00"},
        "high": {"net": "6000.00", "total": "6000.00"},
    }


def test_j_takes_tiers() -> None:
    """Each part of a quantity stands at its own price."""
    rate = {"price": "95", "unit": "hour", "tiers": [{"above": "40", "price": "85"}]}
    document = quote({"rate": "work", "quantity": "55"}, rates={"work": rate})
    assert figures(document, "lines") == ("5075.00",)


def test_k_marks_up_an_expense() -> None:
    """An expense carries its markup within its price."""
    result = expected(quote({"expense": "129.90", "markup": "10 %"}))
    assert (result["lines"][0]["price"], result["lines"][0]["total"]) == ("142.89", "142.89")


def test_l_adds_a_surcharge_of_the_net() -> None:
    """A surcharge of the net stands on the lines less the discounts, with a tax of its own."""
    document = quote(
        {"price": "1000.00"},
        taxes={
            "iva": {"title": "IVA", "percent": "22"},
            "ritenuta": {"title": "Ritenuta", "percent": "20", "withheld": "true"},
        },
        tax=["iva", "ritenuta"],
        discounts=[{"id": "off", "title": "Off", "percent": "10"}],
        surcharges=[
            {"id": "rivalsa", "title": "Rivalsa", "percent": "4", "of": "net", "tax": "iva"}
        ],
    )
    assert figures(document, "surcharge", "tax", "withheld", "payable") == (
        "36.00",
        "205.92",
        "180.00",
        "961.92",
    )


def test_m_takes_tiers_of_a_withheld_tax() -> None:
    """Each part of a base stands at its own percent."""
    tax = {
        "title": "Withholding",
        "percent": "10.21",
        "tiers": [{"above": "1000000", "percent": "20.42"}],
        "withheld": "true",
    }
    document = quote(
        {"price": "1244500"},
        currency="JPY",
        taxes={"gensen": tax},
        tax="gensen",
        tax_rounding="down",
    )
    assert figures(document, "withheld") == ("152026",)


def test_lays_out_days_and_dates() -> None:
    """Work runs on within a day; a milestone bears a day; weekends are skipped."""
    result = expected(
        quote(
            {"price": "100", "days": "1.5"},
            {"price": "100", "effort": "4"},
            {"price": "100", "option": "extra", "days": "9"},
            {"price": "100", "after": ["c"]},
            {"price": "100", "days": "1", "after": []},
            schedule={"start": "2026-01-03"},
            payments=[
                {
                    "id": "all",
                    "title": "All",
                    "percent": "100",
                    "due": {"after": "delivery", "days": "28", "end_of_month": "1"},
                }
            ],
        )
    )
    monday, tuesday = "2026-01-05", "2026-01-06"
    assert result["timeline"] == {
        "working_days": 2,
        "start": monday,
        "finish": tuesday,
        "tasks": [
            {"id": "a", "start": monday, "finish": tuesday},
            {"id": "b", "start": tuesday, "finish": tuesday},
            {"id": "d", "start": tuesday, "finish": tuesday},
            {"id": "e", "start": monday, "finish": monday},
        ],
    }
    assert result["instalments"][0]["date"] == "2026-03-31"


def test_keeps_open_ended_lines_apart() -> None:
    """A line without an end has totals of its own and counts nowhere else."""
    result = expected(
        quote(
            {"price": "100"},
            {"price": "49", "every": "month"},
            {"price": "10", "every": "month", "times": "12"},
            taxes=VAT,
            tax="vat",
        )
    )
    assert result["totals"]["total"] == "261.80"
    assert [(row["every"], row["totals"]["total"]) for row in result["recurring"]] == [
        ("month", "58.31")
    ]
    assert [line["counted"] for line in result["lines"]] == [True, False, True]
