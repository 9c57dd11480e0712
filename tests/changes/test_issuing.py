"""Requests become orders, and orders are issued anew."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from quotekit.changes import ChangeOrder, Contract, issue, reissue, restored
from quotekit.errors import (
    ConflictError,
    InvalidInputError,
    NotAllowedError,
    UnknownNameError,
)
from tests.changes.contracts import (
    ASKED,
    BLOG,
    MORE,
    PARTS,
    SCREENS,
    SOON,
    TERMS,
    accepted,
    agreed,
    contract,
    fees,
    of,
    order,
    request,
)

LATER = date(2026, 4, 30)
SLOWER: dict[str, Any] = {"revise": "frontend", "set": {"quantity": 44}}


def test_order_is_priced_and_not_yet_offered() -> None:
    """Two of the same contract bear the same number until one is offered."""
    base = contract()
    assert issue(base, request(MORE), on=ASKED).number == "CO-001"
    assert issue(base, request(SLOWER), on=ASKED).number == "CO-001"
    assert base.orders == ()


def test_progress_and_payments_are_checked_first() -> None:
    """They are the caller's own, and not of the request."""
    with pytest.raises(InvalidInputError, match=r"^progress\.screen: "):
        issue(contract(), request(MORE), on=ASKED, progress={"screen": 1})
    with pytest.raises(InvalidInputError, match=r"^paid\.deposit: "):
        issue(contract(), request(MORE), on=ASKED, paid=("deposit",))


def test_progress_on_the_day_of_the_request_may_have_been_another() -> None:
    """What came late is charged by it; what is done by now is not removed."""
    base = contract(agreed(), TERMS)
    made = issue(
        base, request(MORE), on=ASKED, progress={"screens": 95}, late_progress={"screens": "50 %"}
    )
    assert fees(made) == {"late.screens": "76.50", "handling_fee": "60.00"}
    assert (made.progress, made.late_progress) == ({"screens": 95}, {"screens": 50})
    with pytest.raises(InvalidInputError, match=r"^progress\.screens: 101 % is no progress"):
        issue(base, request(MORE), on=ASKED, late_progress={"screens": 101})


def with_one_offered(**keys: Any) -> Contract:
    """Return a contract with one order that waits for a decision."""
    base = contract(agreed(payments=PARTS), TERMS)
    return base.offer(order(base, MORE, **keys))


def test_reissued_order_has_a_new_number_and_the_current_base() -> None:
    """And says which one it replaces."""
    base = with_one_offered()
    base = base.offer(order(base, SLOWER)).accept("CO-002", on=ASKED)
    again = reissue(base, "CO-001", on=LATER)
    assert (again.number, again.supersedes, again.issued) == ("CO-003", "CO-001", LATER)
    assert (again.base, again.request) == (base.priced.digest, base.order("CO-001").request)
    assert str(again.sum.net.before) == "6890.00"
    assert str(again.sum.net.change) == "570.00"


def test_reissue_keeps_late_and_rush() -> None:
    """However far the work has come since, and however close the day."""
    base = with_one_offered(progress={"screens": 50}, **SOON)
    again = reissue(base, "CO-001", on=LATER, progress={"screens": 95})
    assert fees(again) == {
        "late.screens": "76.50",
        "rush.vat": "255.00",
        "handling_fee": "60.00",
    }
    assert (again.progress, again.late_progress, again.rush) == (
        {"screens": 95},
        {"screens": 50},
        True,
    )
    calm = with_one_offered(wanted_by="2026-05-01")
    assert reissue(calm, "CO-001", on=LATER).rush is False


def test_progress_goes_on_from_that_of_the_order() -> None:
    """In percent of the quantities that are agreed now."""
    base = with_one_offered(progress={"frontend": 50, "fonts": 20})
    base = base.offer(order(base, SLOWER, {"remove": "fonts"})).accept("CO-002", on=ASKED)
    assert reissue(base, "CO-001", on=LATER).progress == {
        "frontend": Decimal("45.454545454545454545")
    }
    assert reissue(base, "CO-001", on=LATER, progress={}).progress == {}


def test_what_was_paid_stays_paid() -> None:
    """And more may have been since."""
    base = with_one_offered(paid=("deposit",))
    assert reissue(base, "CO-001", on=LATER).paid == ("deposit",)
    assert reissue(base, "CO-001", on=LATER, paid=("middle",)).paid == ("deposit", "middle")


def test_reissued_round_is_not_counted_twice() -> None:
    """The order that it replaces gives its round back."""
    granted = {**TERMS, "allowance": {"revisions": 1, "hours": 6}}
    base = contract(of(SCREENS), granted)
    base = base.offer(order(base, MORE, kind="revision"))
    again = reissue(base, "CO-001", on=ASKED)
    assert (again.rounds, str(again.sum.net.change)) == (("screens",), "0.00")
    assert base.offer(again).allowance.used("screens") == 1


@pytest.mark.parametrize(
    ("mine", "other", "message"),
    [
        (MORE, MORE, 'actions[0].revise: CO-002 has changed quantity of the task "screens" since'),
        (
            {"add": BLOG},
            {"add": BLOG},
            'actions[0].add: CO-002 has added the task "blog" since',
        ),
        (
            {"revise_quote": {"title": "A"}},
            {"revise_quote": {"title": "B"}},
            "actions[0].revise_quote: CO-002 has changed title of the quote since",
        ),
    ],
)
def test_reissue_that_conflicts_is_refused(mine: Any, other: Any, message: str) -> None:
    """Task, field and order are named; the seller decides what was meant."""
    base = contract()
    base = base.offer(order(base, mine))
    base = base.offer(order(base, other)).accept("CO-002", on=ASKED)
    with pytest.raises(ConflictError) as refusal:
        reissue(base, "CO-001", on=ASKED)
    assert str(refusal.value) == f"{message}; write a new request against the agreed quote"


def test_what_conflicts_with_any_order_in_between_is_said_at_once() -> None:
    """Each with the order that changed it."""
    base = contract()
    base = base.offer(order(base, MORE, SLOWER))
    base = base.offer(order(base, MORE)).accept("CO-002", on=ASKED)
    base = base.offer(order(base, SLOWER)).accept("CO-003", on=ASKED)
    with pytest.raises(ConflictError) as refusal:
        reissue(base, "CO-001", on=ASKED)
    assert [(fault.path, fault.message[:6]) for fault in refusal.value.faults] == [
        ("actions[0].revise", "CO-002"),
        ("actions[1].revise", "CO-003"),
    ]


@pytest.mark.parametrize(
    ("step", "allowed"),
    [
        (lambda base: base.decline("CO-001", on=ASKED), True),
        (lambda base: base.withdraw("CO-001", on=ASKED), True),
        (lambda base: base.accept("CO-001", on=ASKED), False),
        (lambda base: base.offer(reissue(base, "CO-001", on=ASKED)), False),
    ],
)
def test_declined_and_withdrawn_orders_may_be_issued_anew(step: Any, allowed: bool) -> None:  # noqa: FBT001
    """Those accepted or replaced may not."""
    base = step(with_one_offered())
    if allowed:
        assert reissue(base, "CO-001", on=LATER).number == "CO-002"
        return
    with pytest.raises(NotAllowedError) as refusal:
        reissue(base, "CO-001", on=LATER)
    state = base.decisions["CO-001"].state
    assert str(refusal.value) == f"CO-001 is {state} already; request a new change"


def test_only_what_was_offered_is_issued_anew() -> None:
    """An order that nobody offered has no number of its own."""
    with pytest.raises(UnknownNameError, match='there is no change order "CO-001"'):
        reissue(contract(), "CO-001", on=ASKED)


def same(one: ChangeOrder, other: ChangeOrder) -> bool:
    """Say whether two orders hold the same figures."""
    keys = ("number", "lines", "taxes", "sum", "time", "instalments", "rounds", "revised", "rush")
    return all(getattr(one, key) == getattr(other, key) for key in keys)


def test_order_is_restored_from_what_a_record_holds() -> None:
    """It comes to the same, whatever has happened to its progress since."""
    base = accepted(contract(agreed(payments=PARTS), TERMS), {"remove": "fonts"})
    asked = request(MORE, **SOON)
    made = issue(base, asked, on=ASKED, progress={"screens": 60}, paid=("deposit",))
    again = restored(
        base,
        asked,
        number="CO-002",
        on=ASKED,
        progress={"screens": "60"},
        late_progress={"screens": "60"},
        rush=True,
        paid=("deposit",),
    )
    assert same(made, again)
    other = restored(
        base, asked, number="CO-005", on=ASKED, progress={}, late_progress={}, rush=False,
        supersedes=None,
    )  # fmt: skip
    assert (other.number, fees(other)) == ("CO-005", {"handling_fee": "60.00"})
