"""What is due before any work is."""

from decimal import Decimal
from typing import Any

import pytest

from tests.advice.said_quotes import agreement, found
from tests.written_quotes import task

REST = {"id": "rest", "balance": True, "due": {"after": "delivery"}}


def is_asked(percent: object, *parts: dict[str, Any], **keys: Any) -> bool:
    """Say whether a deposit is still asked for of a job of one task."""
    terms = agreement(deposit=percent, minimum_total=0)
    stated = {"tasks": [task("a", "1000")], "payments": [*parts], "scope": [], **keys}
    return any(code == "deposit" for code, _, _ in found(terms, **stated))


@pytest.mark.parametrize(
    ("due", "counts"),
    [
        ({"after": "acceptance"}, True),
        ({"after": "acceptance", "days": 14}, True),
        ({"before": "start", "days": 3}, True),
        ({"date": "2026-04-07"}, True),
        ({"date": "2026-04-08"}, False),
        ({"after": "a"}, False),
        ({"after": "delivery"}, False),
        (None, False),
    ],
)
def test_what_counts_as_a_deposit(due: dict[str, Any] | None, *, counts: bool) -> None:
    """A deposit is due on acceptance or by the day on which work starts."""
    part = {"id": "deposit", "percent": 30, **({} if due is None else {"due": due})}
    assert is_asked(30, part, REST) is not counts


def test_date_without_a_start() -> None:
    """Where no start is planned, a day counts by which the quote can still be accepted."""
    part = {"id": "deposit", "percent": 30, "due": {"date": "2026-04-01"}}
    assert not is_asked(30, part, REST, schedule=None)
    part = {"id": "deposit", "percent": 30, "due": {"date": "2026-04-02"}}
    assert is_asked(30, part, REST, schedule=None)


@pytest.mark.parametrize(
    ("due", "counts"),
    [
        ({"after": "acceptance"}, True),
        # The quote is of 2 March, and work starts on 7 April: 36 days later.
        ({"after": "acceptance", "days": 36}, True),
        ({"after": "acceptance", "days": 37}, False),
        ({"after": "acceptance", "end_of_month": 0}, True),
        ({"after": "acceptance", "end_of_month": 1}, False),
    ],
)
def test_deposit_that_comes_too_late(due: dict[str, Any], counts: bool) -> None:  # noqa: FBT001 - one of a table
    """What falls due after work has started is no deposit, however soon the quote is accepted."""
    part = {"id": "deposit", "percent": 30, "due": due}
    assert is_asked(30, part, REST) is not counts


@pytest.mark.parametrize(
    ("price", "parts"),
    [
        # 30 % of 7235.87 are 2170.761, and 2170.76 can be paid.
        ("7235.87", [{"percent": 30}]),
        ("7235.87", [{"percent": 15}, {"percent": 15}]),
        ("7235.87", [{"amount": "2170.76"}]),
        ("7235.87", [{"percent": 20}, {"amount": "723.59"}]),
        ("0.01", [{"percent": 30}]),
    ],
)
def test_rounding_takes_no_deposit_away(price: str, parts: list[dict[str, Any]]) -> None:
    """A deposit of just what is asked for is one, whatever rounding made of its percent."""
    listed = [
        {"id": f"d{at}", **part, "due": {"after": "acceptance"}} for at, part in enumerate(parts)
    ]
    assert not is_asked(30, *listed, REST, tasks=[task("a", price)])


def test_a_cent_too_little() -> None:
    """A cent less than is asked for is too little."""
    part = {"id": "d", "amount": "2170.75", "due": {"after": "acceptance"}}
    assert is_asked(30, part, REST, tasks=[task("a", "7235.87")])


def test_nothing_payable() -> None:
    """Where nothing is payable, nothing need be due."""
    assert not is_asked(30, REST, tasks=[task("a", "0")])
    assert not is_asked(Decimal(30), tasks=[task("a", quantity=-1)])
