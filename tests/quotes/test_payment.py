"""Payments say what is due, and when."""

from typing import Any

import pytest

from tests.written_quotes import quote, said, task

ALL = {"id": "all", "percent": 100}


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {},
            'payments[0]: "p" has no percent, amount or balance; '
            "state one of percent, amount or balance",
        ),
        (
            {"percent": 5, "amount": 5},
            'payments[0]: "p" has percent and amount; state only one of percent, amount or balance',
        ),
        (
            {"balance": False},
            "payments[0]: balance is either true or left out; leave it out",
        ),
        ({"percent": 101}, 'payments[0].percent: "101" is more than 100 %; write at most 100'),
        ({"percent": "-1"}, 'payments[0].percent: "-1" is below zero; write zero or more'),
        (
            {"balance": True, "early": {"days": 7}},
            "payments[0].early.percent: percent is missing; write percent",
        ),
    ],
)
def test_payment_keeps_its_rules(keys: dict[str, Any], message: str) -> None:
    """A payment is one of percent, amount and balance."""
    assert said(payments=[{"id": "p", **keys}]) == [message]


@pytest.mark.parametrize(
    ("due", "message"),
    [
        ({}, "due has no after, before or date; state one of after, before or date"),
        ({"days": 5}, "due has no after, before or date; state one of after, before or date"),
        (
            {"after": "delivery", "date": "2026-05-01"},
            "due has after and date; state only one of after, before or date",
        ),
        (
            {"before": "start", "end_of_month": 0},
            "end_of_month needs after; write after, or no end_of_month",
        ),
        ({"date": "2026-05-01", "days": 5}, "a date takes no days; leave out days"),
    ],
)
def test_due_date_keeps_its_rules(due: dict[str, Any], message: str) -> None:
    """A due date has one event."""
    assert said(payments=[{**ALL, "due": due}]) == [f"payments[0].due: {message}"]


def test_only_the_start_is_paid_before() -> None:
    """Nobody knows beforehand when something else will happen."""
    assert said(payments=[{**ALL, "due": {"before": "delivery"}}]) == [
        'payments[0].due.before: "delivery" is no event to pay before; write before: start'
    ]


def test_due_days_are_whole() -> None:
    """Nothing falls due at noon."""
    assert said(payments=[{**ALL, "due": {"after": "delivery", "days": "1.5"}}]) == [
        'payments[0].due.days: "1.5" is not a whole number; write one, such as 14'
    ]


@pytest.mark.parametrize(
    ("payments", "message"),
    [
        (
            [{"id": "a", "percent": 30}, {"id": "b", "percent": "30.5 %"}],
            "payments: the payments come to 60.5 % only; "
            "add the missing 39.5 %, or a payment with balance: true",
        ),
        (
            [{"id": "a", "percent": 60}, {"id": "b", "percent": "50"}],
            "payments: the payments come to 110 % together; take off 10 %",
        ),
        (
            [{"id": "a", "percent": 100}, {"id": "b", "percent": 1}, {"id": "c", "balance": True}],
            "payments: the payments come to 101 % together; take off 1 %",
        ),
        (
            [{"id": "a", "balance": True}, {"id": "b", "balance": True}],
            "payments[1].balance: a second payment takes the balance; let one payment take it",
        ),
        (
            [{"id": "a", "percent": 50}, {"id": "a", "balance": True}],
            'payments[1].id: two payments bear the id "a"; give one of them another',
        ),
        (
            [{"id": "a", "percent": 50}, {"id": "b", "amount": 50}],
            "payments: the payments come to 50 % only; "
            "add the missing 50 %, or a payment with balance: true",
        ),
        (
            [{**ALL, "due": {"after": "delivrey"}}],
            'payments[0].due.after: there is no task or event "delivrey"; '
            "did you mean delivery? (known: a, acceptance, delivery)",
        ),
        (
            [{**ALL, "due": {"after": "start"}}],
            'payments[0].due.after: there is no task or event "start"; '
            "known: a, acceptance, delivery",
        ),
    ],
)
def test_payments_that_cannot_add_up_are_refused(
    payments: list[dict[str, Any]], message: str
) -> None:
    """What cannot come to the whole is refused before any price is known."""
    assert said(tasks=[task("a")], payments=payments) == [message]


@pytest.mark.parametrize(
    "payments",
    [
        [ALL],
        [{"id": "a", "percent": "33.33"}, {"id": "b", "percent": "66.67"}],
        [{"id": "a", "percent": 0}, {"id": "b", "balance": True}],
        [{"id": "a", "balance": True}],
        [{"id": "a", "amount": 10}],
        [],
    ],
)
def test_payments_that_may_add_up_are_taken(payments: list[dict[str, Any]]) -> None:
    """Percents of a hundred, a balance, or amounts."""
    assert len(quote(payments=payments).payments) == len(payments)
