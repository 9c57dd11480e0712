"""Law 9: what only the seller sees reaches no document meant for the client."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.advice import settlement
from quotekit.changes import Contract
from quotekit.pricing import price
from quotekit.quotes import Quote
from quotekit.rendering import render
from tests.properties.strategies import documents

SECRETS = st.text("bdfghjkmpqvwxz", min_size=12, max_size=16)
COSTS = st.integers(10**10, 10**11).map(lambda digits: f"{digits // 10**6}.{digits % 10**6:06}")


@st.composite
def secretive(draw: st.DrawFn) -> tuple[dict[str, Any], list[str]]:
    """Draw a quote with private words and numbers wherever they may stand, and what they are."""
    document = draw(documents())
    secrets: list[str] = []

    def word() -> str:
        secrets.append(draw(SECRETS))
        return secrets[-1]

    def cost() -> str:
        secrets.append(draw(COSTS))
        return secrets[-1]

    document["private"] = {"floor_rate": cost(), "notes": word(), "signals": [word(), word()]}
    for part in (*document["tasks"], *document.get("rates", {}).values()):
        part["private"] = {"cost": cost(), "notes": word()}
    return document, secrets


@pytest.mark.parametrize("format_name", ["json", "csv", "text"])
@given(drawn=secretive())
def test_nothing_private_is_put_out(
    format_name: str, drawn: tuple[dict[str, Any], list[str]]
) -> None:
    """Neither a note nor a cost stands in what the client gets, nor does it change a byte."""
    document, secrets = drawn
    shown = render(price(Quote.model_validate(document)), format=format_name)
    assert not [secret for secret in secrets if secret in shown]
    for part in (document, *document["tasks"], *document.get("rates", {}).values()):
        del part["private"]
    assert shown == render(price(Quote.model_validate(document)), format=format_name)


@given(secretive())
def test_settlement_holds_nothing_private(drawn: tuple[dict[str, Any], list[str]]) -> None:
    """What leaving comes to is told to the client, and rests on nothing that is kept from it."""
    document, secrets = drawn
    settled = []
    for _ in range(2):
        contract = Contract(Quote.model_validate(document))
        found = settlement(contract, {}, (), on=date(2026, 4, 20), cause="completed")
        settled.append(render(found, format="json"))
        for part in (document, *document["tasks"], *document.get("rates", {}).values()):
            part.pop("private", None)
    assert not [secret for secret in secrets if secret in settled[0]]
    assert settled[0] == settled[1]


@given(secretive())
def test_seller_sees_the_floor_rate(drawn: tuple[dict[str, Any], list[str]]) -> None:
    """With `internal` the seller's own copy has it, so that the law above is no accident."""
    document, _ = drawn
    shown = render(price(Quote.model_validate(document)), format="json", internal=True)
    assert f'"floor_rate": "{document["private"]["floor_rate"].rstrip("0").rstrip(".")}' in shown


@given(st.tuples(SECRETS, COSTS))
def test_expense_is_never_told_from_its_markup(drawn: tuple[str, str]) -> None:
    """A client sees one price, not cost and markup."""
    word, cost = drawn
    tasks = [{"id": "a", "title": word, "expense": cost, "markup": "17.3"}]
    document = {"number": "Q-1", "currency": "EUR", "tasks": tasks}
    priced = price(Quote.model_validate(document))
    for name in ("json", "csv", "text"):
        shown = render(priced, format=name)
        assert "17.3" not in shown
        assert cost.rstrip("0") not in shown
