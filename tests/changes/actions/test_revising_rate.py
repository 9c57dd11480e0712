"""`revise_rate` sets keys of a rate."""

from decimal import Decimal
from typing import Any

import pytest

from quotekit.changes import ReviseRate, apply
from quotekit.errors import InvalidInputError
from quotekit.quotes import Rate
from tests.changes.contracts import agreed


def revision(name: str, **keys: Any) -> ReviseRate:
    """Return the action that sets some keys of a rate."""
    return ReviseRate.model_validate({"revise_rate": name, "set": keys})


def refusal(action: ReviseRate) -> str:
    """Return what is said to a revision that is refused."""
    with pytest.raises(InvalidInputError) as refused:
        apply(agreed(), [action])
    return str(refused.value)


@pytest.mark.parametrize(
    ("keys", "rate"),
    [
        ({"price": 90}, {"price": 90, "unit": "hour", "increment": "0.25"}),
        ({"increment": None}, {"price": 85, "unit": "hour"}),
        ({"per": 8, "unit": "day"}, {"price": 85, "unit": "day", "increment": "0.25", "per": 8}),
    ],
)
def test_keys_are_replaced_or_cleared(keys: dict[str, Any], rate: dict[str, Any]) -> None:
    """What is not named stays as it is."""
    found = apply(agreed(), [revision("design", **keys)]).rates
    assert found["design"] == Rate.model_validate(rate)
    assert found["development"].price == Decimal(95)


def test_rate_that_is_not_there_is_refused() -> None:
    """The nearest one is suggested."""
    assert refusal(revision("develop", price=1)) == (
        'actions[0].revise_rate: there is no rate "develop"; '
        "did you mean development? (known: design, development, translation)"
    )


def test_rate_needs_its_price() -> None:
    """It cannot be cleared."""
    assert refusal(revision("design", price=None)) == (
        "actions[0].set.price: price is missing; write price"
    )


def test_keys_that_do_not_go_together_are_refused() -> None:
    """The revised rate keeps the rules of every rate."""
    tiers = [{"above": 20, "price": 1}, {"above": 10, "price": 1}]
    assert refusal(revision("design", tiers=tiers)) == (
        "actions[0].set: the tier above 10 follows the one above 20; "
        "write the tiers from the lowest bound to the highest, each bound once"
    )


def test_keys_that_are_set_are_touched() -> None:
    """Two orders may set different keys of a rate."""
    assert list(revision("design", price=90).touches(agreed())) == [("rate", "design", "price")]
