"""An order whose base has changed is accepted only where it comes out the same."""

from datetime import timedelta
from typing import Any

import pytest

from quotekit.changes import Contract, Decision, reissue
from quotekit.errors import NotAllowedError, StaleBaseError
from tests.changes.contracts import ASKED, MORE, PARTS, agreed, contract, order
from tests.written_quotes import task

LATE = ASKED + timedelta(days=11)


def offered(base: Contract, *actions: dict[str, Any], **keys: Any) -> Contract:
    """Return the contract with an order more that waits for a decision."""
    return base.offer(order(base, *actions, **keys))


def refusal(error: type[NotAllowedError], step: Any, *names: Any, **keys: Any) -> str:
    """Return what is said to a step that is not allowed."""
    with pytest.raises(error) as refused:
        step(*names, **keys)
    return str(refused.value)


def test_order_on_another_task_is_accepted_after_one_in_between() -> None:
    """Nothing conflicts, and net, taxes and days come out the same."""
    base = offered(contract(), {"remove": "fonts"}, {"add": task("a", days=1)})
    base = offered(base, {"revise": "texts-en", "set": {"quantity": 4500}})
    one = base.accept("CO-002", on=ASKED).accept("CO-001", on=ASKED)
    assert [line.id for line in one.order("CO-001").lines] == ["a", "fonts"]
    assert (one.sum.net.earlier, one.order("CO-001").sum.net.earlier) == (120, 140)
    assert one.order("CO-001").before is one.order("CO-002").after
    assert [made.number for made in one.orders] == ["CO-001", "CO-002"]


def stale(base: Contract, mine: Any, *others: Any, **keys: Any) -> str:
    """Return what is said where an order is accepted after others."""
    base = offered(base, mine, **keys)
    for at, other in enumerate(others, 2):
        base = offered(base, other).accept(f"CO-{at:03d}", on=ASKED)
    return refusal(StaleBaseError, base.accept, "CO-001", on=ASKED)


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        (MORE, {"revise": "screens", "set": {"quantity": 25}}),
        (MORE, {"remove": "screens"}),
        (MORE, {"revise_rate": "design", "set": {"price": 90}}),
        (MORE, {"revise_quote": {"taxes": {"vat": {"percent": 20}, "reduced": {"percent": 7}}}}),
        (
            {"revise": "screens", "set": {"quantity": 26}},
            {"revise": "frontend", "set": {"days": "6.9"}},
        ),
        ({"revise": "fonts", "set": {"after": ["texts-en"]}}, {"remove": "texts-en"}),
    ],
)
def test_order_whose_base_has_changed_is_refused(mine: Any, other: Any) -> None:
    """Where another one touches the same, or it would come out otherwise."""
    assert stale(contract(), mine, other) == (
        "CO-001 was priced before CO-002 was accepted; reissue it"
    )


def test_every_order_in_between_is_named() -> None:
    """They are all that could be at fault."""
    assert stale(contract(), MORE, {"remove": "fonts"}, {"remove": "screens"}) == (
        "CO-001 was priced before CO-002 and CO-003 were accepted; reissue it"
    )


def test_order_by_which_a_dropped_instalment_was_paid_is_stale() -> None:
    """What it takes for paid is no longer there."""
    base = offered(contract(agreed(payments=PARTS)), MORE, paid=("deposit",))
    base = offered(base, {"revise_quote": {"payments": [{"id": "all", "balance": True}]}})
    base = base.accept("CO-002", on=ASKED)
    assert "CO-002" in refusal(StaleBaseError, base.accept, "CO-001", on=ASKED)


def test_reissued_order_is_replaced_and_accepted_once() -> None:
    """The old one is superseded by the offer of the new one."""
    base = offered(contract(), MORE)
    again = reissue(base, "CO-001", on=LATE)
    one = base.offer(again)
    assert one.decisions["CO-001"] == Decision("superseded", LATE, "CO-002")
    assert refusal(NotAllowedError, one.accept, "CO-001", on=LATE) == (
        "CO-001 is superseded already; decide CO-002 instead"
    )
    both = base.accept("CO-001", on=LATE)
    assert "has been accepted since" in refusal(NotAllowedError, both.offer, again)
