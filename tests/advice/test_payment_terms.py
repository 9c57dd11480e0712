"""What a quote says of payment, and what the agreement asks of it."""

from typing import Any

import pytest

from quotekit.quotes import Agreement
from tests.advice.said_quotes import PARTS, SCREENS, agreement, found, gaps, only

NONE_ASKED = Agreement.model_validate({})


def test_no_payments() -> None:
    """When nothing is said of payment, that is a warning, and the deposit blocks."""
    assert found(NONE_ASKED, payments=None) == [("no_payments", "payments", False)]
    assert found(payments=None) == [
        ("no_payments", "payments", False), ("deposit", "payments", True),
    ]  # fmt: skip


def test_payment_without_a_day() -> None:
    """A payment of which no day is known is pointed at."""
    parts = [PARTS[0], {"id": "rest", "balance": True}]
    assert found(payments=parts) == [("no_due_day", "payments[1]", False)]


def test_deposit_too_small() -> None:
    """Less than the agreement asks for blocks, and says how much it is."""
    one = only(gaps(agreement(deposit=40)).blockers)
    assert (one.code, one.fact.split(",")[0]) == (
        "deposit", "the agreement asks for a deposit of 40 %",
    )  # fmt: skip


def test_no_agreement_asks_for_nothing() -> None:
    """Without an agreement, and without such terms in it, neither deposit nor size is asked."""
    late = [{"id": "all", "percent": 100, "due": {"after": "delivery"}}]
    assert found(NONE_ASKED, payments=late, tasks=[{**SCREENS, "quantity": 1}]) == []


@pytest.mark.parametrize("value", [None, 0, 20])
def test_exception_to_the_deposit(value: object) -> None:
    """An exception of the quote goes before the agreement."""
    parts = [{**PARTS[0], "percent": 20}, PARTS[1]]
    stated = {"term": "quotes.deposit", **({} if value is None else {"value": value})}
    assert found(payments=parts, exceptions=[stated]) == []
    assert [code for code, _, _ in found(payments=parts)] == ["deposit"]


@pytest.mark.parametrize(
    ("keys", "least", "is_below"),
    [
        ({}, 2160, False),
        ({}, "2160.01", True),
        # Gross where prices include tax, else net.
        ({"taxes": {"vat": {"percent": 19}}, "tax": "vat"}, "2160.01", True),
        (
            {"taxes": {"vat": {"percent": 19}}, "tax": "vat", "prices_include_tax": True},
            2160,
            False,
        ),
    ],
)
def test_smallest_job(keys: dict[str, Any], least: object, *, is_below: bool) -> None:
    """A job smaller than the agreement knows is a warning, in the sum in which prices stand."""
    expected = [("below_minimum", "tasks", False)] * is_below
    assert found(agreement(minimum_total=least), **keys) == expected


def test_smallest_job_in_another_currency() -> None:
    """The smallest job is that of the quote's own currency."""
    terms = Agreement.model_validate(
        {
            "currency": "EUR",
            "quotes": {"minimum_total": 300},
            "amounts": {"JPY": {"quotes.minimum_total": 50000}},
        }
    )
    assert found(terms, currency="JPY") == [("below_minimum", "tasks", False)]
    assert found(terms) == []
