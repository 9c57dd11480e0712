"""The marks of change orders in a quote that is to go out."""

from typing import Any

import pytest

from quotekit.changes import mark_faults
from quotekit.quotes import Quote

TASK = {"id": "a", "price": 100}
MARK = {"id": "CO-001.minimum", "amount": 5}


def quote(**keys: Any) -> Quote:
    """Return a small quote with some keys beside."""
    return Quote.model_validate({"number": "Q", "currency": "EUR", "tasks": [TASK], **keys})


def test_none() -> None:
    """A quote that a person wrote bears none."""
    assert list(mark_faults(quote(discounts=[{"id": "loyal", "percent": 5}]))) == []


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"number": "CO-2026"}, "number"),
        ({"tasks": [{**TASK, "id": "CO-1"}]}, "tasks[0].id"),
        ({"tasks": [{**TASK, "ended": "CO-001"}]}, "tasks[0].ended"),
        ({"tasks": [{**TASK, "discounts": [MARK]}]}, "tasks[0].discounts"),
        ({"surcharges": [MARK]}, "surcharges"),
        ({"payments": [{"id": "CO-001", "balance": True}]}, "payments[0].id"),
    ],
)
def test_each_mark(keys: dict[str, Any], place: str) -> None:
    """Each is found at its place."""
    assert [(one.code, one.path) for one in mark_faults(quote(**keys))] == [("engine_mark", place)]
