"""Every order ever offered stays in the register, with what became of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from quotekit.changes import ChangeOrder, Decision
from quotekit.changes.register import Register
from quotekit.errors import NotAllowedError, UnknownNameError
from tests.changes.contracts import ASKED, MORE, TERMS, contract, order

FIRST = order(contract(terms=TERMS), MORE)
LATER = ASKED + timedelta(days=10)


def numbered(number: str, supersedes: str | None = None) -> ChangeOrder:
    """Return the same order under another number."""
    return replace(FIRST, number=number, supersedes=supersedes)


ONE = Register().entered(FIRST)


def test_empty_register_knows_nothing() -> None:
    """The first order gets the first number."""
    register = Register()
    assert (register.next_number, register.latest_day) == ("CO-001", date.min)
    assert register.pending(ASKED) == register.accepted_orders() == ()


@pytest.mark.parametrize(
    ("numbers", "following"),
    [(["CO-001"], "CO-002"), (["CO-001", "CO-007"], "CO-008"), (["CO-999"], "CO-1000")],
)
def test_numbers_go_on_and_are_never_used_twice(numbers: list[str], following: str) -> None:
    """Also where some were left out."""
    register = Register()
    for number in numbers:
        register = register.entered(numbered(number))
    assert register.next_number == following
    with pytest.raises(NotAllowedError) as refusal:
        register.entered(numbered(numbers[0]))
    assert str(refusal.value) == (
        f"the number {numbers[0]} is used already; issue the request anew"
    )


def test_order_is_found_by_its_number() -> None:
    """The nearest one is suggested where there is none."""
    assert ONE.order("CO-001") is FIRST
    with pytest.raises(UnknownNameError) as refusal:
        ONE.order("CO-01")
    assert str(refusal.value) == (
        'there is no change order "CO-01"; did you mean CO-001? (known: CO-001)'
    )


def test_register_is_never_changed() -> None:
    """Every step makes another one."""
    ONE.decided("CO-001", Decision("declined", ASKED))
    assert ONE.decisions == {"CO-001": Decision("pending")}
    assert Register().orders == ()


@pytest.mark.parametrize(
    ("on", "status"), [(ASKED, "pending"), (LATER, "pending"), (date(2026, 3, 31), "expired")]
)
def test_pending_order_expires_after_its_last_day(on: date, status: str) -> None:
    """On that day it may still be accepted."""
    assert ONE.status("CO-001", on) == status
    assert (FIRST in ONE.pending(on)) is (status == "pending")


def test_decided_order_does_not_expire() -> None:
    """Nor does one without a last day."""
    declined = ONE.decided("CO-001", Decision("declined", ASKED))
    assert declined.status("CO-001", date(2027, 1, 1)) == "declined"
    endless = Register().entered(replace(FIRST, valid_until=None))
    assert endless.status("CO-001", date(2027, 1, 1)) == "pending"


def test_order_is_superseded_by_the_one_that_replaces_it() -> None:
    """It says by which, and on which day."""
    register = ONE.entered(numbered("CO-002", supersedes="CO-001"))
    assert register.decisions["CO-001"] == Decision("superseded", ASKED, "CO-002")
    assert [one.number for one in register.pending(ASKED)] == ["CO-002"]


def test_declined_order_stays_declined_when_it_is_replaced() -> None:
    """What was decided was decided."""
    declined = ONE.decided("CO-001", Decision("declined", ASKED, "too dear"))
    register = declined.entered(numbered("CO-002", supersedes="CO-001"))
    assert register.decisions["CO-001"] == Decision("declined", ASKED, "too dear")


def test_order_that_was_accepted_meanwhile_is_not_replaced() -> None:
    """It would be agreed twice."""
    accepted = ONE.agreed(FIRST, Decision("accepted", ASKED))
    with pytest.raises(NotAllowedError) as refusal:
        accepted.entered(numbered("CO-002", supersedes="CO-001"))
    assert str(refusal.value) == (
        "CO-002 was to replace CO-001, which has been accepted since; request a new change"
    )


@pytest.mark.parametrize(
    ("state", "remedy"),
    [
        ("accepted", "request a new change"),
        ("superseded", "decide CO-002 instead"),
        ("declined", "reissue it"),
        ("withdrawn", "reissue it"),
    ],
)
def test_nothing_is_decided_twice(state: str, remedy: str) -> None:
    """It says how it was decided, and what can be done."""
    decided = replace(ONE, decisions={"CO-001": Decision(state, ASKED, "CO-002")})  # type: ignore[arg-type]
    with pytest.raises(NotAllowedError) as refusal:
        decided.decided("CO-001", Decision("accepted", ASKED))
    assert str(refusal.value) == f"CO-001 is {state} already; {remedy}"
    assert refusal.value.faults[0].value == "CO-001"


def test_accepted_orders_stand_in_the_order_of_their_acceptance() -> None:
    """Which need not be that of their numbers; each as it then stood."""
    two = ONE.entered(numbered("CO-002"))
    again = replace(FIRST, title="As accepted")
    register = two.agreed(numbered("CO-002"), Decision("accepted", ASKED))
    register = register.agreed(again, Decision("accepted", LATER))
    assert [one.number for one in register.accepted_orders()] == ["CO-002", "CO-001"]
    assert register.orders[0] is again
    assert register.latest_day == LATER


def test_rounds_are_those_of_accepted_and_pending_orders() -> None:
    """But for one that is about to be replaced."""
    register = Register()
    for number in ("CO-001", "CO-002", "CO-003"):
        register = register.entered(replace(numbered(number), rounds=("a", "b")))
    register = register.decided("CO-001", Decision("withdrawn", ASKED))
    register = register.agreed(register.order("CO-002"), Decision("accepted", ASKED))
    assert register.rounds_taken(ASKED) == {"a": 2, "b": 2}
    assert register.rounds_taken(ASKED, without="CO-003") == {"a": 1, "b": 1}
    assert register.rounds_taken(LATER + timedelta(days=1)) == {"a": 1, "b": 1}
