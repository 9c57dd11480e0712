"""A request and an order are kept as they were written, less what is private."""

import json
from typing import Any

import pytest

from quotekit.changes import ChangeRequest
from quotekit.record import contract, kept_order, kept_request, request_kept
from quotekit.values import canonical
from tests.changes.contracts import request
from tests.record.real_jobs import begun, issued

ADD: dict[str, Any] = {"add": {"id": "blog", "rate": "development", "quantity": 10}}
LABELS = {
    "revise_quote": {"client": {"name": "Bäckerei", "ids": {"USt-IdNr.": "DE1", "Größe": "L"}}}
}


def hidden(action: dict[str, Any]) -> dict[str, Any]:
    """Return an action with a private note in it."""
    (verb, keys), *rest = action.items()
    return {verb: {**keys, "private": {"notes": "hidden-note"}}, **dict(rest)}


@pytest.mark.parametrize(
    "asked",
    [
        request(ADD),
        request({"revise": "frontend", "set": {"quantity": 30}}, {"remove": "fonts"}),
        request({"revise": "frontend", "set": {"estimate": None}}),
        request(LABELS),
        request({"add_rate": {"id": "new", "price": 100}}, title="Größer, schöner"),
    ],
)
def test_request_comes_back(asked: ChangeRequest) -> None:
    """What nobody hid is the same request after a journal has kept it."""
    kept = json.loads(canonical(kept_request(asked)))
    assert request_kept(kept) == asked


def test_private_notes_are_left_out() -> None:
    """An action loses its notes, and one that set nothing but notes is gone."""
    only_notes = {"revise": "frontend", "set": {"private": {"notes": "hidden-note"}}}
    kept = kept_request(request(hidden(ADD), only_notes))
    assert kept == kept_request(request(ADD))
    assert b"hidden-note" not in canonical(kept)


def test_order_is_kept_as_plain_data() -> None:
    """What an order rests on and comes to can be sealed, and read without pricing it."""
    journal, order = issued(begun(), ADD, {"revise": "frontend", "set": {"quantity": 30}})
    kept = json.loads(canonical(kept_order(order)))
    assert kept == kept_order(contract(journal).order("CO-001"))
    assert (kept["base"], kept["revised"]) == (order.base, order.revised)
    assert kept["quantities"] == {"frontend": ["40", "30"]}
    assert kept["change"]["net"] == f"{order.sum.net.change:f}"
