"""An order is priced anew on the quote that is agreed meanwhile, and must come out the same."""

from typing import Any

import pytest

from quotekit.changes import ChangeOrder, Contract, compare
from quotekit.changes.circumstances import Circumstances
from quotekit.changes.rebasing import rebased
from tests.changes.contracts import (
    ASKED,
    FONTS,
    MORE,
    PARTS,
    SCREENS,
    SOON,
    TERMS,
    TEXTS,
    accepted,
    agreed,
    contract,
    of,
    order,
)

BASE = contract(agreed(payments=PARTS), TERMS)

LITTLE: dict[str, Any] = {"revise": "screens", "set": {"quantity": 26}}
"""Two hours, for which there is room in the last of the eleven days."""


def on(now: Contract, made: ChangeOrder) -> ChangeOrder | None:
    """Rebase an order on the contract as it is now."""
    here = Circumstances(
        number=str(made.number),
        on=ASKED,
        original=now.priced_original,
        before=now.priced,
        terms=now.terms,
        rounds=now.allowance,
        paid=now.paid,
    )
    return rebased(made, now.orders, here)


def test_order_stands_on_the_new_base() -> None:
    """With its own progress, rush and payments."""
    made = order(BASE, MORE, progress={"screens": 60, "fonts": 5}, paid=("deposit",), **SOON)
    again = on(accepted(BASE, {"revise": "fonts", "set": {"title": "F"}}, paid=("middle",)), made)
    assert again is not None
    assert (again.progress, again.late_progress) == (made.progress, made.late_progress)
    assert (again.rush, again.paid) == (True, ("middle", "deposit"))
    assert again.sum.net.change == made.sum.net.change
    assert again.base != made.base


@pytest.mark.parametrize(
    "between",
    [
        {"revise": "screens", "set": {"quantity": 25}},
        {"revise_rate": "design", "set": {"price": 80}},
        {"revise_quote": {"tax": ["reduced"]}},
        {"revise_quote": {"discounts": [{"id": "d", "percent": 5}]}},
        {"revise": "frontend", "set": {"days": "6.9"}},
        {"revise_quote": {"payments": PARTS[1:]}},
    ],
)
def test_order_that_would_come_out_otherwise_does_not_stand(between: Any) -> None:
    """Because of a conflict, of net, of taxes, of days, or of what was paid."""
    assert on(accepted(BASE, between), order(BASE, LITTLE, paid=("deposit",))) is None


def test_order_that_cannot_be_carried_out_any_more_does_not_stand() -> None:
    """Its action names what has gone."""
    made = order(BASE, {"revise": "fonts", "set": {"after": ["texts-en"]}})
    assert on(accepted(BASE, {"remove": "texts-en"}), made) is None


def test_order_that_used_a_round_must_use_one_still() -> None:
    """A round that is used up makes it cost something."""
    granting = {**TERMS, "allowance": {"revisions": 1, "hours": None, "per": "quote"}}
    base = contract(of(SCREENS, TEXTS, FONTS), granting)
    made = order(base, {"revise": "screens", "set": {"title": "S"}}, kind="revision")
    other = accepted(base, {"revise": "fonts", "set": {"title": "F"}}, kind="revision")
    assert made.rounds == ("*",)
    assert on(other, made) is None


def test_bare_difference_cannot_be_priced_anew() -> None:
    """There is no request behind it."""
    assert on(accepted(BASE, {"remove": "fonts"}), compare(agreed(), of(SCREENS))) is None
