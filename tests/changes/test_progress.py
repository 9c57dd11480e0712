"""How far tasks have come, and what part of them is done."""

from decimal import Decimal
from typing import Any

import pytest

from quotekit.changes.progress import done_quantity, part, rescaled, stated_progress
from quotekit.errors import InvalidInputError
from quotekit.pricing import price
from quotekit.quotes import Rate, Task
from tests.changes.contracts import FRONTEND, SCREENS, agreed, of


def refusal(**progress: Any) -> list[str]:
    """Return what is said to progress that cannot be."""
    with pytest.raises(InvalidInputError) as refused:
        stated_progress(progress, agreed())
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("stated", "percent"),
    [
        (60, "60"),
        ("60", "60"),
        ("60%", "60"),
        ("60 %", "60"),
        (Decimal("33.3"), "33.3"),
        ("100", "100"),
        ("0.5 %", "0.5"),
    ],
)
def test_progress_is_a_percent(stated: object, percent: str) -> None:
    """With or without its sign."""
    assert stated_progress({"screens": stated}, agreed()) == {"screens": Decimal(percent)}


def test_what_is_not_begun_is_left_out() -> None:
    """Begun means above zero."""
    assert stated_progress({"screens": 0, "fonts": "1"}, agreed()) == {"fonts": 1}


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        (0.5, '"0.5" is a float, which is not exact; write Decimal("0.5")'),
        (101, "101 % is no progress; write 0 to 100"),
        ("-1", "-1 % is no progress; write 0 to 100"),
        ("100.01 %", "100.01 % is no progress; write 0 to 100"),
        ("half", '"half" is not a number; write digits, such as 12.50'),
        (None, "a number is missing here; write one, such as 12.50"),
        (["60"], "a list is not a number; write digits, such as 12.50"),
    ],
)
def test_progress_that_cannot_be_is_refused(stated: object, message: str) -> None:
    """It is an exact percent from 0 to 100."""
    assert refusal(screens=stated) == [f"progress.screens: {message}"]


def test_all_that_is_wrong_with_progress_is_said_at_once() -> None:
    """A task that is not there, and percents that cannot be."""
    assert refusal(screen=10, screens=200, fonts=300) == [
        'progress.screen: there is no task "screen"; '
        "did you mean screens? (known: fonts, frontend, screens, texts-en)",
        "progress.screens: 200 % is no progress; write 0 to 100",
        "progress.fonts: 300 % is no progress; write 0 to 100",
    ]


@pytest.mark.parametrize(
    ("amount", "percent", "found"),
    [("100", "60", "60.00"), ("0.1", "33.3", "0.0333"), ("-3", "50", "-1.50"), ("7", "0", "0.00")],
)
def test_part_is_not_rounded(amount: str, percent: str, found: str) -> None:
    """What is rounded is rounded once, later."""
    assert part(Decimal(amount), Decimal(percent)) == Decimal(found)


RATES = {
    "hour": Rate(price=Decimal(100)),
    "quarter": Rate(price=Decimal(100), increment=Decimal("0.25")),
}


@pytest.mark.parametrize(
    ("keys", "percent", "done"),
    [
        ({"rate": "quarter", "quantity": 24}, "60", "14.5"),
        ({"rate": "quarter", "quantity": 24}, "50", "12"),
        ({"rate": "hour", "quantity": 24}, "60", "14.4"),
        ({"rate": "hour", "quantity": 1}, "33.33333", "0.3334"),
        ({"price": 2400}, "33", "0.33"),
        ({"price": 2400}, "0.0001", "0.0001"),
        ({"price": 2400}, "0.000000000001", "0"),
        ({"price": 2400, "quantity": -2}, "50", "-1"),
        ({"rate": "hour", "estimate": {"low": 4, "likely": 6, "high": 14}}, "50", "3.5"),
        ({"rate": "quarter", "quantity": "0.1"}, "100", "0.25"),
    ],
)
def test_done_quantity_is_rounded_up(keys: dict[str, Any], percent: str, done: str) -> None:
    """To the increment of the rate, else to 0.0001; an estimate counts as it is expected."""
    task = Task.model_validate({"id": "a", **keys})
    assert done_quantity(task, Decimal(percent), RATES) == Decimal(done)


def test_part_that_came_back_from_thirds_is_no_further_step() -> None:
    """What rescaling leaves behind the twelfth decimal is nobody's work."""
    task = Task.model_validate({"id": "a", "rate": "quarter", "quantity": 3})
    assert done_quantity(task, Decimal("33.333333333333333334"), RATES) == 1


@pytest.mark.parametrize(
    ("new", "percent", "found"),
    [
        (24, 60, 60),
        (30, 60, 48),
        (12, 50, 100),
        (12, 60, 100),
        (0, 60, 100),
        (-24, 60, 100),
        (36, 50, "33.333333333333333333"),
    ],
)
def test_progress_is_rescaled_by_old_to_new_quantity(
    new: int, percent: int, found: int | str
) -> None:
    """Nothing is more than done."""
    before, after = (
        price(of({**SCREENS, "quantity": quantity}, FRONTEND)) for quantity in (24, new)
    )
    assert rescaled({"screens": Decimal(percent)}, before, after) == {"screens": Decimal(found)}


def test_progress_of_what_has_gone_is_left_out() -> None:
    """So is that of what was not there before."""
    progress = {"screens": Decimal(60), "frontend": Decimal(10)}
    assert rescaled(progress, price(of(SCREENS)), price(of(FRONTEND))) == {}
    assert rescaled(progress, price(of(SCREENS, FRONTEND)), price(of(FRONTEND))) == {"frontend": 10}
