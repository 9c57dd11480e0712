"""Hypothesis strategies for service agreements, as the plain data of their file."""

from hypothesis import strategies as st

from tests.properties.drawn_numbers import numbers, percents
from tests.properties.drawn_tasks import Document, Draw
from tests.properties.oracle_money import money_of

# A term that is not there tells little, so most agreements state most of them.
_MOSTLY = st.sampled_from([True, True, True, False])


@st.composite
def agreements(draw: Draw, document: Document) -> Document:
    """Draw the terms of changes for a quote, in its currency or in another one with amounts."""
    amounts = _amounts(draw, document)
    changes: Document = {**amounts, **_percents(draw)}
    if draw(_MOSTLY):
        changes["allowance"] = _allowance(draw)
    if draw(_MOSTLY):
        changes["valid_days"] = draw(st.sampled_from(["10", "1"]))
    agreement: Document = {"quotekit": "agreement/1", "currency": document["currency"]}
    if amounts and draw(st.integers(0, 4)) == 0:
        # Terms in another currency hold only where their amounts are stated in this one too.
        agreement["currency"] = "GBP"
        stated = {f"changes.{key}": amount for key, amount in amounts.items()}
        agreement["amounts"] = {money_of(document).code: stated}
        changes |= dict.fromkeys(amounts, "77")
    agreement["changes"] = changes
    return agreement


def _amounts(draw: Draw, document: Document) -> Document:
    decimals = money_of(document).decimals
    keys = [key for key in ("handling_fee", "minimum") if draw(_MOSTLY)]
    return {key: draw(numbers(1, 30_000, decimals)) for key in keys}


def _allowance(draw: Draw) -> Document:
    allowance: Document = {"revisions": draw(st.sampled_from(["1", "2", "0"]))}
    if draw(st.booleans()):
        allowance["hours"] = draw(st.sampled_from(["4", "100", "0"]))
    if draw(st.booleans()):
        allowance["per"] = draw(st.sampled_from(["task", "quote"]))
    return allowance


def _percents(draw: Draw) -> Document:
    terms: Document = {}
    if draw(_MOSTLY):
        terms["rush"] = {"within_days": draw(numbers(0, 5)), "percent": draw(percents())}
    if draw(_MOSTLY):
        steps = draw(st.lists(st.integers(0, 100), min_size=1, max_size=2, unique=True))
        terms["late"] = [{"from": str(step), "percent": draw(percents())} for step in sorted(steps)]
    if draw(_MOSTLY):
        terms["removal"] = {"credit": draw(st.sampled_from(["100", "80", "0", "33.3 %"]))}
    if draw(_MOSTLY):
        terms["saving_share"] = draw(st.sampled_from(["50", "0", "12.5 %"]))
    return terms


def draw_exceptions(draw: Draw, document: Document) -> None:
    """Let a quote depart from the agreement, now and then."""
    if draw(st.integers(0, 4)) == 0:
        terms = [("handling_fee", "0"), ("minimum", "50"), ("saving_share", "30")]
        term, value = draw(st.sampled_from(terms))
        document["exceptions"] = [{"term": f"changes.{term}", "value": value}]
