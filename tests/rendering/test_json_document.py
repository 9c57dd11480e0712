"""The JSON of a priced quote: every key, every amount as text, nothing private."""

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft7Validator

from quotekit.pricing import price
from quotekit.quotes import Quote
from quotekit.rendering import render, schema
from tests.properties.strategies import documents

VALIDATOR = Draft7Validator(schema("priced_quote"))


def said(document: dict[str, Any], *, internal: bool = False) -> dict[str, Any]:
    """Return the JSON of a quote, read back."""
    priced = price(Quote.model_validate(document))
    found: dict[str, Any] = json.loads(render(priced, format="json", internal=internal))
    return found


@given(documents())
def test_every_quote_obeys_the_schema(document: dict[str, Any]) -> None:
    """The keys are a promise to whoever reads them."""
    VALIDATOR.validate(said(document))


def test_amounts_have_the_decimals_and_numbers_no_zeros() -> None:
    """Amounts are text of one length behind the point; other numbers as short as they are."""
    line = said(
        {
            "number": "Q",
            "currency": "EUR",
            "tasks": [{"id": "a", "price": "85.50", "quantity": "2.0"}],
        }
    )["lines"][0]
    assert (line["price"], line["quantity"], line["per"], line["total"]) == (
        "85.5",
        "2",
        "1",
        "171.00",
    )


def test_internal_adds_one_key() -> None:
    """What the seller sees stands apart, and only when asked for."""
    document = {"number": "Q", "currency": "EUR", "tasks": [{"id": "a", "price": "100"}]}
    assert said(document, internal=True).keys() - said(document).keys() == {"internal"}
    VALIDATOR.validate(said(document, internal=True))
