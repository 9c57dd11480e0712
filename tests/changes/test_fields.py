"""The keys that a revision sets: one left out stays, null clears one."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from quotekit.changes.fields import QuoteFields, RateFields, TaskFields
from quotekit.quotes import Quote, Rate, Task


@pytest.mark.parametrize(
    ("keys", "stated"),
    [
        ({}, {}),
        ({"quantity": "30"}, {"quantity": Decimal(30)}),
        ({"title": None}, {"title": None}),
        ({"title": None, "quantity": 30}, {"title": None, "quantity": Decimal(30)}),
        ({"discounts": []}, {"discounts": ()}),
    ],
)
def test_only_what_was_stated_means_anything(keys: dict[str, Any], stated: dict[str, Any]) -> None:
    """A key left out is no key set to null."""
    assert TaskFields.model_validate(keys).stated == stated


def test_null_and_nothing_are_told_apart() -> None:
    """Also where two revisions are compared."""
    assert TaskFields.model_validate({"title": None}) != TaskFields.model_validate({})
    assert TaskFields.model_validate({"title": "A"}) == TaskFields.model_validate({"title": "A"})
    assert TaskFields.model_validate({"title": "A"}) != RateFields.model_validate({"title": "A"})
    assert TaskFields.model_validate({"title": "A"}) != {"title": "A"}


def test_only_what_was_stated_is_shown() -> None:
    """Of the dozens of keys that a task can have."""
    fields = TaskFields.model_validate({"title": None, "billed": "actual"})
    assert repr(fields) == "TaskFields(title=None, billed='actual')"


@pytest.mark.parametrize("keys", [{}, {"title": None}, {"quantity": "30", "title": None}])
def test_written_out_it_reads_back_the_same(keys: dict[str, Any]) -> None:
    """Nulls are written, keys that were left out are not."""
    fields = TaskFields.model_validate(keys)
    assert fields.model_dump(mode="json") == keys
    assert TaskFields.model_validate(fields.model_dump(mode="json")) == fields


@pytest.mark.parametrize(
    ("fields", "model", "without"),
    [
        (TaskFields, Task, {"id"}),
        (RateFields, Rate, set()),
        (QuoteFields, Quote, {"quotekit", "tasks", "rates", "selected"}),
    ],
)
def test_every_key_of_the_model_can_be_set(fields: Any, model: Any, without: set[str]) -> None:
    """But for what has actions of its own, and for what it is known by."""
    assert set(fields.model_fields) == set(model.model_fields) - without
    assert all(not field.is_required() for field in fields.model_fields.values())


@pytest.mark.parametrize(
    ("fields", "keys", "message"),
    [
        (TaskFields, {"id": "b"}, "Extra inputs are not permitted"),
        (TaskFields, {"price": "-1"}, '"-1" is below zero'),
        (TaskFields, {"quantity": 1.5}, '"1.5" is a float, which is not exact'),
        (RateFields, {"per": 0}, '"0" is not above zero'),
        (QuoteFields, {"binding": "maybe"}, '"maybe" is neither true nor false'),
    ],
)
def test_value_keeps_the_rule_of_its_key(fields: Any, keys: dict[str, Any], message: str) -> None:
    """A revision states what a quote file could state there."""
    with pytest.raises(ValidationError, match=message):
        fields.model_validate(keys)
