"""Taxes have a percent, or a reason for having none."""

from typing import Any

import pytest

from quotekit.quotes import written
from tests.written_quotes import REDUCED, VAT, quote, said, task


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({}, "taxes.vat: percent is missing; write percent: 19, or exempt: true"),
        (
            {"exempt": True, "percent": 19},
            "taxes.vat: an exempt tax has no percent; leave out percent and tiers, or exempt",
        ),
        (
            {"exempt": True, "tiers": [{"above": 1, "percent": 2}]},
            "taxes.vat: an exempt tax has no percent; leave out percent and tiers, or exempt",
        ),
        ({"percent": "-1"}, 'taxes.vat.percent: "-1" is below zero; write zero or more'),
        (
            {"percent": 1, "tiers": [{"above": 5, "percent": 2}, {"above": 5, "percent": 3}]},
            "taxes.vat: the tier above 5 follows the one above 5; "
            "write the tiers from the lowest bound to the highest, each bound once",
        ),
        (
            {"percent": 1, "rounding": "half_even"},
            'taxes.vat.rounding: "half_even" is not among the choices; write half_up, down or up',
        ),
        (
            {"percent": 1, "withheld": "yes"},
            'taxes.vat.withheld: "yes" is neither true nor false; write true or false',
        ),
    ],
)
def test_tax_keeps_its_rules(keys: dict[str, Any], message: str) -> None:
    """Percent or exempt, tiers that ascend, a rounding that is known."""
    assert said(taxes={"vat": keys}) == [message]


def test_exempt_tax_may_state_zero() -> None:
    """0 % is no percent."""
    assert quote(taxes={"reverse": {"exempt": True, "percent": 0, "reason": "Art. 196"}})


def test_percent_of_zero_is_a_tax() -> None:
    """A zero rate is not an exemption."""
    assert quote(taxes={"zero": {"percent": 0}}).taxes["zero"].percent == 0


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        (5, 'tax: "5" is no name of a tax; write one, such as vat'),
        (["vat", "none"], 'tax: "none" stands among other taxes; write tax: none, or leave it out'),
        (["vat", "vat"], 'tax: "vat" stands there twice; name it once'),
        ([["vat"]], "tax: \"['vat']\" is no name of a tax; write one, such as vat"),
    ],
)
def test_names_of_taxes(stated: object, message: str) -> None:
    """A tax key holds a name, several different ones, or none."""
    assert said(taxes={"vat": VAT}, tax=stated) == [message]


@pytest.mark.parametrize("stated", ["vat", ["vat", "reduced"], "none"])
def test_names_are_written_as_they_were_read(stated: object) -> None:
    """One name needs no brackets, and no tax is `none`."""
    taxes = {"vat": VAT, "reduced": REDUCED}
    assert written(quote(taxes=taxes, tasks=[task("a", tax=stated)]))["tasks"][0]["tax"] == stated


def test_tiers_cannot_be_included() -> None:
    """The base of a gross price with tiers is not told by any rule."""
    tiered = {"percent": 1, "tiers": [{"above": 5, "percent": 2}]}
    assert said(prices_include_tax=True, taxes={"vat": tiered}) == [
        "taxes.vat.tiers: a tax with tiers cannot be included in prices; "
        "write net prices (prices_include_tax: false), or a tax without tiers"
    ]


def test_tiers_may_be_withheld_from_gross_prices() -> None:
    """A withheld tax applies to the base that was found."""
    tiered = {"percent": 1, "tiers": [{"above": 5, "percent": 2}], "withheld": True}
    assert quote(prices_include_tax=True, taxes={"tds": tiered})
