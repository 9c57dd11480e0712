"""The engine held against the oracle, and the laws of pricing as properties."""

import decimal
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quotekit.pricing import PricedQuote, price, reprice
from quotekit.quotes import Quote
from quotekit.rendering.json_document import quote_json
from tests.properties.oracle import expected
from tests.properties.strategies import documents, edits


def _priced(document: dict[str, Any]) -> PricedQuote:
    return price(Quote.model_validate(document))


def _figures(priced: PricedQuote) -> dict[str, Any]:
    return {key: value for key, value in quote_json(priced).items() if key != "digest"}


@given(documents())
def test_engine_agrees_with_the_oracle(document: dict[str, Any]) -> None:
    """Every figure of a quote is what an independent reading of the rules gives."""
    assert _figures(_priced(document)) == expected(document)


@given(st.data())
def test_repricing_is_pricing(data: st.DataObject) -> None:
    """Law 4: repricing a changed quote gives what pricing it from scratch gives."""
    before = data.draw(documents())
    after = data.draw(edits(before))
    old, new = Quote.model_validate(before), Quote.model_validate(after)
    assert _figures(reprice(price(old), new)) == _figures(price(new))
    assert reprice(price(old), new) == price(new)


@given(documents())
def test_shown_parts_add_up(document: dict[str, Any]) -> None:
    """Law 1: lines, adjustments and taxes add up to what is payable, rounding rows included."""
    priced = _priced(document)
    totals = priced.totals
    gap = {row.between: row.amount for row in totals.rounding_rows}
    lines = sum((line.total for line in priced.lines if line.counted), Decimal(0))
    whole = totals.total if priced.quote.prices_include_tax else totals.net
    named = "gross" if priced.quote.prices_include_tax else "net"
    adjusted = sum((row.amount for row in totals.surcharges), Decimal(0)) - sum(
        (row.amount for row in totals.discounts), Decimal(0)
    )
    assert lines + adjusted + gap.get(named, 0) == whole
    assert totals.net + totals.tax + gap.get("total", 0) == totals.total
    payable = totals.total - totals.withheld + totals.rounding + gap.get("payable", 0)
    assert payable == totals.payable


@given(documents())
def test_subtotals_add_up(document: dict[str, Any]) -> None:
    """Law 1: so do the subtotals of phases, as they are printed, with what belongs to none."""
    priced = _priced(document)
    totals = priced.totals
    gap = {row.between: row.amount for row in totals.rows_by_phase}
    parts = sum((phase.total for phase in priced.phases), Decimal(0))
    parts += sum(
        (line.total for line in priced.lines if line.counted and line.phase is None), Decimal(0)
    )
    for row in totals.discounts:
        parts -= row.amount
    for row in totals.surcharges:
        parts += row.amount
    included = priced.quote.prices_include_tax
    whole, named = (totals.total, "gross") if included else (totals.net, "net")
    assert parts + gap.get(named, 0) == whole


@given(documents())
def test_instalments_add_up(document: dict[str, Any]) -> None:
    """Law 5: instalments come to the payable amount, to the last minor unit."""
    priced = _priced(document)
    if priced.instalments:
        assert sum(part.amount for part in priced.instalments) == priced.totals.payable


@given(documents(), st.integers(1, 60), st.sampled_from(sorted(vars(decimal).keys())))
def test_the_callers_decimal_context_changes_nothing(
    document: dict[str, Any], precision: int, name: str
) -> None:
    """Law 6: precision and rounding of the caller have no influence."""
    rounding = name if name.startswith("ROUND_") else decimal.ROUND_HALF_EVEN
    with decimal.localcontext(decimal.Context(prec=precision, rounding=rounding)):
        odd = _figures(_priced(document))
    assert odd == _figures(_priced(document))
