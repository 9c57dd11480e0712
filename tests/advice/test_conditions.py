"""The conditions on which a job can be taken, and their numbers."""

from typing import Any

import pytest

from quotekit.advice import Signal, assess
from quotekit.advice.signals import WEIGHTS
from quotekit.quotes import Agreement
from tests.advice.said_quotes import PARTS, SCREENS, agreement, said, without

LATE = [{"id": "all", "percent": 100, "due": {"after": "delivery"}}]


def conditions(
    *signals: Signal, under: Agreement | None = None, **keys: Any
) -> dict[str, str | None]:
    """Return the number of each condition on which the complete quote can be taken."""
    found = assess(said(**keys), agreement() if under is None else under, signals)
    return {one.code: None if one.value is None else f"{one.value:f}" for one in found.conditions}


def test_none() -> None:
    """A job without a fault is taken as it is."""
    assert conditions() == {}


@pytest.mark.parametrize(
    ("floor", "more"),
    [
        # 24 hours for 2040.00: 85.00 an hour, expenses left out.
        (85, None),
        ("85.01", "0.24"),
        (100, "360.00"),
    ],
)
def test_price(floor: object, more: str | None) -> None:
    """The net price has to rise until an hour brings in what is needed."""
    expected = {} if more is None else {"raise_price": more}
    assert conditions(private={"floor_rate": floor}, tasks=SHORT) == expected


SHORT = [{**SCREENS, "days": 3}, {"id": "fonts", "title": "Fonts", "expense": 120}]


def test_price_is_reckoned_from_hours_and_not_from_a_rounded_rate() -> None:
    """What is missing is the floor for every hour, less what there is: 7 × 80.00 - 500.00."""
    tasks = [{**without("rate", "quantity", "days"), "price": 500, "effort": 7}]
    assert conditions(tasks=tasks, private={"floor_rate": 80}) == {"raise_price": "60.00"}


def test_exceptions_without_a_reason() -> None:
    """An exception wants a reason in writing, or it is taken back."""
    terms = [{"term": "changes.handling_fee", "value": 0}]
    assert conditions(exceptions=terms) == {"exception": None}
    assert conditions(exceptions=[{**terms[0], "reason": "First order"}]) == {}


def test_price_of_a_loss() -> None:
    """What costs more than it brings has to bring 15 % more than it costs, at the least."""
    tasks = [{**SCREENS, "private": {"cost": 2500}}]
    # 2500.00 / 0.85 = 2941.1765 less 2040.00, rounded up.
    assert conditions(tasks=tasks, private=None) == {"raise_price": "901.18"}


@pytest.mark.parametrize(
    ("signals", "percent"),
    [
        ((), None),
        ((Signal("late_answers"),), None),
        ((Signal("threat_to_leave", 3),), None),
        ((Signal("unpaid_orders", 3), Signal("price_doubted")), "50"),
    ],
)
def test_deposit_by_what_happened(signals: tuple[Signal, ...], percent: str | None) -> None:
    """The more has happened, the larger the deposit; what is due already is not asked again."""
    assert conditions(*signals).get("deposit") == percent


def test_deposit() -> None:
    """Without a deposit the one of the agreement is asked for, without an agreement 30 %."""
    assert conditions(payments=LATE)["deposit"] == "30"
    assert conditions(payments=LATE, under=agreement(deposit=40))["deposit"] == "40"
    found = assess(said(payments=LATE), None)
    assert [one.fact for one in found.conditions if one.code == "deposit"] == ["deposit 30 %"]
    assert "deposit" not in conditions(payments=LATE, under=agreement(deposit=0))
    # It stands once among the conditions, although its lack also blocks.
    codes = [one.code for one in assess(said(payments=LATE), agreement()).conditions]
    assert codes.count("deposit") == 1


@pytest.mark.parametrize(
    ("high", "keys", "percent"),
    [
        # 24 likely of 20 to 28 make 24 h; half of 340.00 of 2160.00: 7.9 %, to the nearest five.
        (28, {}, "10"),
        (24, {}, None),
        # 29.33 h of 20 to 60: half of 2606.95 of 2613.05.
        (60, {}, "50"),
        (28, {"surcharges": [{"id": "contingency", "percent": 10}]}, None),
        (60, {"surcharges": [{"id": "contingency", "percent": 10}]}, "40"),
        (60, {"billed": "actual"}, None),
    ],
)
def test_contingency(high: int, keys: dict[str, Any], percent: str | None) -> None:
    """Half of what an estimate may run over is kept as contingency, unless the client bears it."""
    low = 20 if high > 24 else 24
    task = {key: value for key, value in SCREENS.items() if key != "quantity"}
    task["estimate"] = {"low": low, "likely": 24, "high": high}
    task["billed"] = keys.get("billed", "fixed")
    rest = {key: value for key, value in keys.items() if key != "billed"}
    assert conditions(tasks=[task, SHORT[1]], **rest).get("contingency") == percent


def test_gaps() -> None:
    """What blocks the quote has to be said first, and an unclear one said more clearly."""
    assert conditions(client=None) == {"no_client": None}
    bare = [{"id": f"t{at}", "price": 500, "days": 1} for at in range(9)]
    assert conditions(scope=None, tasks=bare)["clarity"] == "70"


def test_agreement() -> None:
    """Without an agreement one is to be signed."""
    codes = [one.code for one in assess(said(), None).conditions]
    assert codes == ["agreement"]


@pytest.mark.parametrize("name", WEIGHTS)
def test_after_each_signal(name: str) -> None:
    """Whatever has happened, there is something that a seasoned freelancer asks for after it."""
    half = [{**PARTS[0], "percent": 50}, PARTS[1]]
    assert conditions(Signal(name), payments=half) == {name: None}
    assert conditions(Signal(name, 0), payments=half) == {}


def test_terms_are_those_in_force() -> None:
    """An exception of the quote to the deposit is no broken condition."""
    free = [{"term": "quotes.deposit", "value": 0, "reason": "Third job"}]
    assert conditions(payments=LATE, exceptions=free) == {}
    assert conditions(payments=LATE) == {"deposit": "30"}
