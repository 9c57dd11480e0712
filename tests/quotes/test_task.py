"""A task has one price, one quantity, and the terms of its own."""

from decimal import Decimal
from typing import Any

import pytest

from quotekit.quotes import Task
from tests.written_quotes import quote, said


def only(**keys: Any) -> Task:
    """Return the one task of a quote, which states these keys."""
    return quote(rates={"work": {"price": 80}}, tasks=[{"id": "a", **keys}]).tasks[0]


def no(**keys: Any) -> list[str]:
    """Return what is said to a quote with one task that states these keys."""
    return said(rates={"work": {"price": 80}}, tasks=[{"id": "a", **keys}])


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({}, '"a" has no rate, price or expense; state one of rate, price or expense'),
        (
            {"price": 1, "expense": 1},
            '"a" has price and expense; state only one of rate, price or expense',
        ),
        (
            {"rate": "work", "price": 1, "quantity": 1},
            '"a" has rate and price; state only one of rate, price or expense',
        ),
        (
            {"rate": "work", "quantity": 1, "estimate": {"low": 1, "likely": 1, "high": 1}},
            '"a" has quantity and estimate; state only one of them',
        ),
        ({"rate": "work"}, '"a" has a rate and no quantity; write quantity or estimate'),
        (
            {"price": 50, "unit": "page", "estimate": {"low": 1, "likely": 2, "high": 3}},
            '"a" has an estimate and no rate; write quantity, or the rate that is estimated',
        ),
        (
            {"expense": 50, "estimate": {"low": 1, "likely": 2, "high": 3}},
            '"a" has an estimate and no rate; write quantity, or the rate that is estimated',
        ),
        (
            {"rate": "work", "quantity": 1, "unit": "hour"},
            "unit and per belong to the rate; write them there",
        ),
        (
            {"rate": "work", "quantity": 1, "per": 1},
            "unit and per belong to the rate; write them there",
        ),
        ({"price": 1, "markup": 5}, "markup belongs to an expense; write expense, or no markup"),
        (
            {"price": 1, "times": 3},
            "times needs a period; write every: month, or no times",
        ),
    ],
)
def test_task_with_an_unclear_price_is_refused(keys: dict[str, Any], message: str) -> None:
    """Exactly one of rate, price and expense, with what belongs to it."""
    assert no(**keys) == [f"tasks[0]: {message}"]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"price": "-1"}, 'tasks[0].price: "-1" is below zero; write zero or more'),
        ({"expense": "-1"}, 'tasks[0].expense: "-1" is below zero; write zero or more'),
        (
            {"expense": 1, "markup": "-1"},
            'tasks[0].markup: "-1" is below zero; write zero or more',
        ),
        ({"price": 1, "per": 0}, 'tasks[0].per: "0" is not above zero; write more than zero'),
        ({"price": 1, "days": "-1"}, 'tasks[0].days: "-1" is below zero; write zero or more'),
        ({"price": 1, "effort": "-1"}, 'tasks[0].effort: "-1" is below zero; write zero or more'),
        (
            {"price": 1, "every": "week"},
            'tasks[0].every: "week" is not among the choices; write month, quarter or year',
        ),
        (
            {"price": 1, "every": "month", "times": 0},
            'tasks[0].times: "0" is not above zero; write 1 or more',
        ),
        (
            {"price": 1, "billed": "later"},
            'tasks[0].billed: "later" is not among the choices; write fixed or actual',
        ),
        (
            {"price": 1, "prise": 2},
            'tasks[0].prise: "prise" is not a known key; did you mean price?',
        ),
        ({"price": 1, "title": " "}, "tasks[0].title: there is no text here; write some"),
        (
            {"price": 1, "deliverables": [""]},
            "tasks[0].deliverables[0]: there is no text here; write some",
        ),
        (
            {"price": 0.5},
            'tasks[0].price: "0.5" is a float, which is not exact; write Decimal("0.5")',
        ),
    ],
)
def test_key_of_a_task_keeps_its_rule(keys: dict[str, Any], message: str) -> None:
    """Each key says what it wants."""
    assert no(**keys) == [message]


def test_fixed_price_counts_once() -> None:
    """Where no quantity is stated, it is one, and both spellings are the same task."""
    assert only(price=5).quantity == 1
    assert only(price=5) == only(price=5, quantity=1)


@pytest.mark.parametrize(
    ("stated", "left_out"),
    [
        ({"price": 5, "per": 1}, {"price": 5}),
        ({"price": 5, "per": "1.0"}, {"price": 5}),
        ({"expense": 5, "markup": 0}, {"expense": 5}),
        ({"price": 5, "billed": "fixed"}, {"price": 5}),
        ({"price": 5, "discounts": []}, {"price": 5}),
        ({"price": 5, "deliverables": []}, {"price": 5}),
    ],
)
def test_default_may_be_written_out(stated: dict[str, Any], left_out: dict[str, Any]) -> None:
    """A task that states a default is the task that leaves it out."""
    assert only(**stated) == only(**left_out)


def test_no_after_is_not_an_empty_after() -> None:
    """Without `after` a task waits for the one before; with an empty one for nobody."""
    assert only(price=5).after is None
    assert only(price=5, after=[]).after == ()


@pytest.mark.parametrize("quantity", ["0", "-3", "0.001"])
def test_quantity_may_be_zero_or_a_credit(quantity: str) -> None:
    """A credit is a quantity below zero."""
    assert only(price=5, quantity=quantity).quantity == Decimal(quantity)


def test_price_may_be_zero() -> None:
    """Zero is a price."""
    assert only(price=0).price == 0


def test_estimate_ascends() -> None:
    """Low, likely and high come in this order."""
    assert no(rate="work", estimate={"low": 3, "likely": 2, "high": 4}) == [
        "tasks[0].estimate: 3, 2, 4 do not ascend; write low, likely and high in this order"
    ]


def test_estimate_may_be_certain() -> None:
    """All three may be equal."""
    assert only(rate="work", estimate={"low": 2, "likely": 2, "high": 2}).estimate is not None


def test_estimate_is_whole() -> None:
    """Two numbers are no estimate."""
    assert no(rate="work", estimate={"low": 3, "likely": 4}) == [
        "tasks[0].estimate.high: high is missing; write high"
    ]


@pytest.mark.parametrize("key", ["deliverables", "not_included", "rights"])
def test_one_line_needs_no_brackets(key: str) -> None:
    """A single text stands for a list of one."""
    assert getattr(only(price=1, **{key: "One"}), key) == ("One",)


def test_announced_change_has_one_price_too() -> None:
    """What a later change costs obeys the rules of a task's price."""
    assert no(price=1, if_changed=[{"id": "page", "title": "A page"}]) == [
        'tasks[0].if_changed[0]: "page" has no rate, price or expense; '
        "state one of rate, price or expense"
    ]


def test_announced_change_recurs_not() -> None:
    """Only tasks recur."""
    assert no(price=1, if_changed=[{"id": "page", "price": 1, "every": "month"}])[0].startswith(
        'tasks[0].if_changed[0].every: "every" is not a known key; known here: id, title, price'
    )


def test_task_cannot_be_changed() -> None:
    """What was written stays as it was written."""
    with pytest.raises(ValueError, match="frozen"):
        only(price=1).price = Decimal(2)  # type: ignore[misc]
