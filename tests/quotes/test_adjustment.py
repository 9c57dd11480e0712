"""Discounts and surcharges say in one way what they come to."""

from typing import Any

import pytest

from tests.written_quotes import VAT, quote, said, task


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({}, "this adjustment has no percent or amount; state one of percent or amount"),
        (
            {"percent": 5, "amount": 5},
            "this adjustment has percent and amount; state only one of percent or amount",
        ),
        ({"amount": 5, "base": 100}, "base needs a percent; write percent, or no base"),
    ],
)
@pytest.mark.parametrize("kind", ["discounts", "surcharges"])
def test_unclear_adjustment_is_refused(kind: str, keys: dict[str, Any], message: str) -> None:
    """Of the whole quote it is a percent or an amount."""
    assert said(**{kind: [{"id": "d", **keys}]}) == [f"{kind}[0]: {message}"]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {},
            "this adjustment has no percent, amount or price; "
            "state one of percent, amount or price",
        ),
        (
            {"percent": 5, "price": 5},
            "this adjustment has percent and price; state only one of percent, amount or price",
        ),
        ({"price": 5, "base": 100}, "base needs a percent; write percent, or no base"),
        ({"amount": 5, "quantity": 2}, "quantity needs a price; write price, or no quantity"),
    ],
)
def test_unclear_adjustment_of_a_task_is_refused(keys: dict[str, Any], message: str) -> None:
    """Of a task it may be a price for each unit, too."""
    assert said(tasks=[task("a", discounts=[{"id": "d", **keys}])]) == [
        f"tasks[0].discounts[0]: {message}"
    ]


def test_zero_percent_is_stated() -> None:
    """Zero is a percent like others."""
    assert quote(discounts=[{"id": "d", "percent": 0}]).discounts[0].percent == 0


def test_one_name_needs_no_brackets() -> None:
    """`of: a` is `of: [a]`."""
    listed = quote(tasks=[task("a")], discounts=[{"id": "d", "percent": 5, "of": ["a"]}])
    alone = quote(tasks=[task("a")], discounts=[{"id": "d", "percent": 5, "of": "a"}])
    assert listed == alone


@pytest.mark.parametrize(
    ("stated", "names"),
    [("none", ()), ("vat", ("vat",)), (["vat"], ("vat",)), (None, None)],
)
def test_tax_of_an_adjustment(stated: object, names: object) -> None:
    """It may name a tax, several, none, or leave it to the lines."""
    adjustment = {"id": "d", "percent": 5, "tax": stated}
    found = quote(
        taxes={"vat": VAT}, discounts=[adjustment] if stated else [{"id": "d", "percent": 5}]
    )
    assert found.discounts[0].tax == names
