"""The rate card: prices of units, in steps and tiers."""

from typing import Any

import pytest

from tests.written_quotes import quote, said


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({}, "rates.work.price: price is missing; write price"),
        ({"price": "-1"}, 'rates.work.price: "-1" is below zero; write zero or more'),
        (
            {"price": 1, "increment": 0},
            'rates.work.increment: "0" is not above zero; write more than zero',
        ),
        ({"price": 1, "per": 0}, 'rates.work.per: "0" is not above zero; write more than zero'),
        (
            {"price": 1, "tiers": [{"above": 40, "price": 85}, {"above": 20, "price": 90}]},
            "rates.work: the tier above 20 follows the one above 40; "
            "write the tiers from the lowest bound to the highest, each bound once",
        ),
        (
            {"price": 1, "tiers": [{"above": 40, "price": 85}, {"above": "40.0", "price": 90}]},
            "rates.work: the tier above 40.0 follows the one above 40; "
            "write the tiers from the lowest bound to the highest, each bound once",
        ),
        ({"price": 1, "quantity": 3}, 'rates.work.quantity: "quantity" is not a known key'),
    ],
)
def test_rate_keeps_its_rules(keys: dict[str, Any], message: str) -> None:
    """A rate has a price of zero or more, and steps above zero that ascend."""
    (found,) = said(rates={"work": keys})
    assert found.startswith(message)


def test_rate_is_for_one_unit() -> None:
    """Where no `per` is stated, it is one."""
    assert quote(rates={"work": {"price": 1}}) == quote(rates={"work": {"price": 1, "per": 1}})


def test_name_of_a_rate_is_an_id() -> None:
    """Rates are referred to, so that their names are slugs."""
    assert said(rates={"my work": {"price": 1}})[0].startswith('rates.my work: "my work" is no id;')
