"""`add_rate` puts a rate on the card."""

from decimal import Decimal

import pytest

from quotekit.changes import AddRate, apply
from quotekit.errors import InvalidInputError
from quotekit.quotes import Rate
from tests.changes.contracts import agreed


def test_rate_stands_on_the_card_without_its_id() -> None:
    """It is the same rate that a quote file would hold under that id."""
    action = AddRate.model_validate({"add_rate": {"id": "senior", "price": 120, "unit": "hour"}})
    found = apply(agreed(), [action])
    assert found.rates["senior"] == Rate(price=Decimal(120), unit="hour")
    assert found.rates["senior"].model_fields_set == {"price", "unit"}
    assert list(found.rates) == ["design", "development", "translation", "senior"]


def test_rate_may_stand_before_another_one() -> None:
    """The card may be printed, and then its order is seen."""
    rate = {"add_rate": {"id": "senior", "price": 120}, "before": "development"}
    found = apply(agreed(), [AddRate.model_validate(rate)])
    assert list(found.rates) == ["design", "senior", "development", "translation"]
    rate["before"] = "no"
    with pytest.raises(InvalidInputError) as refusal:
        apply(agreed(), [AddRate.model_validate(rate)])
    assert str(refusal.value.faults[0]).startswith('actions[0].before: there is no rate "no"; ')


def test_rate_that_is_there_is_refused() -> None:
    """Another price for it is a revision."""
    with pytest.raises(InvalidInputError) as refusal:
        apply(agreed(), [AddRate.model_validate({"add_rate": {"id": "design", "price": 1}})])
    fault = refusal.value.faults[0]
    assert (fault.code, fault.value) == ("duplicate_id", "design")
    assert str(fault) == (
        'actions[0].add_rate.id: there is a rate "design" already; '
        "revise_rate it, or choose another id"
    )


def test_added_rate_is_touched_as_a_whole() -> None:
    """No other order can add the same one."""
    action = AddRate.model_validate({"add_rate": {"id": "senior", "price": 120}})
    assert list(action.touches(agreed())) == [("rate", "senior", "*")]
