"""The contract: what was agreed at first, every order since, and what is agreed now."""

from datetime import date, timedelta
from typing import Any

import pytest

from quotekit.changes import Contract, Decision, compare
from quotekit.errors import (
    ConflictError,
    ExpiredError,
    InvalidInputError,
    NotAllowedError,
    StaleBaseError,
    UnknownNameError,
)
from quotekit.quotes import TermException
from tests.changes.contracts import (
    ASKED,
    BLOG,
    FONTS,
    FRONTEND,
    MORE,
    SCREENS,
    TERMS,
    TEXTS,
    accepted,
    agreed,
    contract,
    fees,
    of,
    order,
)
from tests.written_quotes import amounts

LATE = ASKED + timedelta(days=11)


def offered(base: Contract, *actions: dict[str, Any], **keys: Any) -> Contract:
    """Return the contract with an order more that waits for a decision."""
    return base.offer(order(base, *actions, **keys))


def refusal(error: type[NotAllowedError], step: Any, *names: Any, **keys: Any) -> str:
    """Return what is said to a step that is not allowed."""
    with pytest.raises(error) as refused:
        step(*names, **keys)
    return str(refused.value)


def test_contract_begins_with_the_agreed_quote() -> None:
    """Nothing was changed yet."""
    base = contract()
    assert base.original == base.current == agreed()
    assert (base.orders, base.pending(ASKED), base.decisions) == ((), (), {})
    assert (base.next_number, base.paid, base.allowance.granted) == ("CO-001", (), None)
    net = base.sum.net
    assert (net.original, net.earlier, net.change, net.after) == tuple(
        amounts("6450", "0", "0", "6450")
    )


def test_no_step_changes_the_contract() -> None:
    """Each returns another one."""
    base = contract(terms=TERMS)
    made = order(base, MORE)
    one = base.offer(made)
    one.accept("CO-001", on=ASKED)
    one.decline("CO-001", on=ASKED)
    assert (base.orders, one.status("CO-001", ASKED)) == ((), "pending")
    assert one.current == base.current == agreed()
    assert one.next_number == "CO-002"


def test_offered_order_is_exposure_and_not_agreed() -> None:
    """It is shown apart, and moves no sum."""
    one = offered(contract(), MORE)
    assert [made.number for made in one.pending(ASKED)] == ["CO-001"]
    assert one.sum.net.after == 6450
    assert one.order("CO-001") is one.orders[0]


def test_accepted_order_makes_its_quote_the_agreed_one() -> None:
    """And the original stays what it was."""
    one = accepted(contract(), MORE)
    assert one.status("CO-001", ASKED) == "accepted"
    assert one.decisions["CO-001"] == Decision("accepted", ASKED)
    assert one.current == one.order("CO-001").after.quote
    assert one.original == agreed()
    net = one.sum.net
    assert (net.original, net.earlier, net.before, net.change) == tuple(
        amounts("6450", "510", "6960", "0")
    )


@pytest.mark.parametrize("step", ["decline", "withdraw"])
def test_order_may_be_declined_or_withdrawn(step: str) -> None:
    """It counts nowhere, and stays visible with the reason."""
    one = offered(contract(), MORE)
    one = getattr(one, step)("CO-001", on=LATE, reason="too dear")
    state = {"decline": "declined", "withdraw": "withdrawn"}[step]
    assert one.decisions["CO-001"] == Decision(state, LATE, "too dear")  # type: ignore[arg-type]
    assert (one.pending(LATE), one.sum.net.after, len(one.orders)) == ((), 6450, 1)
    again = refusal(NotAllowedError, one.accept, "CO-001", on=LATE)
    assert again == f"CO-001 is {state} already; reissue it"


def test_order_that_is_not_there_is_told() -> None:
    """Whatever is to be done with it."""
    base = offered(contract(), MORE)
    for step in (base.accept, base.decline, base.withdraw):
        with pytest.raises(UnknownNameError, match="did you mean CO-001"):
            step("CO-002", on=ASKED)
    with pytest.raises(UnknownNameError):
        base.status("CO-002", ASKED)


def test_order_of_another_contract_is_refused() -> None:
    """Nor is the bare difference of two quotes an order."""
    other = order(contract(of(SCREENS)), MORE)
    assert refusal(NotAllowedError, contract().offer, other) == (
        "CO-001 was not issued on this contract; issue the request on it"
    )
    bare = compare(agreed(), of(SCREENS))
    assert refusal(NotAllowedError, contract().offer, bare) == (
        "a bare difference was not issued on this contract; issue the request on it"
    )


def test_nothing_is_accepted_before_it_was_issued() -> None:
    """A day was mistaken."""
    one = offered(contract(), MORE)
    assert refusal(NotAllowedError, one.accept, "CO-001", on=date(2026, 3, 19)) == (
        "CO-001 was issued on 2026-03-20, after 2026-03-19; check the day"
    )


def test_expired_order_is_accepted_for_a_reason_only() -> None:
    """The reason is kept."""
    one = offered(contract(terms=TERMS), MORE)
    assert one.status("CO-001", LATE) == "expired"
    assert refusal(ExpiredError, one.accept, "CO-001", on=LATE) == (
        "CO-001 was valid until 2026-03-30; reissue it, or say why it is honoured all the same"
    )
    honoured = one.accept("CO-001", on=LATE, honour_expired="the client was ill")
    assert honoured.decisions["CO-001"] == Decision("accepted", LATE, "the client was ill")


def test_exception_may_be_granted_on_the_way() -> None:
    """It holds from then on."""
    base = contract(terms=TERMS)
    granted = base.grant(TermException(term="changes.handling_fee", value=0, reason="a friend"))
    assert (fees(order(base, MORE)), fees(order(granted, MORE))) == ({"handling_fee": "60.00"}, {})
    with pytest.raises(InvalidInputError):
        base.grant(TermException(term="changes.handling_fee", value="none"))


def test_exceptions_of_the_agreed_quote_hold_once_they_are_agreed() -> None:
    """An order may bring one in."""
    base = contract(terms=TERMS)
    exception = {"term": "changes.handling_fee", "value": 5, "reason": "a friend"}
    one = accepted(base, {"revise_quote": {"exceptions": [exception]}})
    assert (base.terms.handling_fee, one.terms.handling_fee) == (60, 5)


def test_chain_of_orders_adds_up() -> None:
    """Net, tax, total and days: the sum of the differences is current less original."""
    one = contract(terms=TERMS)
    one = accepted(one, MORE, {"add": BLOG}, progress={"screens": 60})
    one = accepted(one, {"remove": "frontend"}, progress={"frontend": 10})
    one = accepted(one, {"revise": "texts-en", "set": {"quantity": 1}})
    for name in ("net", "total", "payable"):
        moved = sum(getattr(made.sum, name).change for made in one.orders)
        assert getattr(one.sum, name).earlier == moved
    days = [made.time.working_days.change for made in one.orders]
    assert one.orders[-1].time.working_days.after == 11 + sum(days)
    assert one.original == of(SCREENS, FRONTEND, TEXTS, FONTS)


def test_errors_of_a_contract_are_steps_not_allowed() -> None:
    """A program may catch them all alike."""
    assert all(
        issubclass(error, NotAllowedError)
        for error in (StaleBaseError, ConflictError, ExpiredError)
    )
