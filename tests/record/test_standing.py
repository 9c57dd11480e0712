"""Where a job stands is what its entries in force come to."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from quotekit.record import State, state
from tests.record.played import (
    ACCEPTED,
    ENDED,
    ISSUED,
    PHASES,
    REQUESTED,
    SENT,
    Step,
    added,
    changed,
    played,
)

AGREED = PHASES["accepted"]
PENDING = [*AGREED, REQUESTED, ISSUED]
TAKEN: Step = ("change_order_accepted", {"number": "CO-001", "digest": "sha256:revised"})


def standing(*steps: Step) -> State:
    """Return the state that some steps come to."""
    return state(played(*steps))


@pytest.mark.parametrize(
    ("steps", "phase"),
    [
        ([], "open"),
        ([("message", {})], "open"),
        ([SENT], "sent"),
        ([SENT, ("quote_declined", {"digest": "sha256:sent"})], "open"),
        ([SENT, ("quote_withdrawn", {"digest": "sha256:sent"})], "open"),
        ([SENT, changed(SENT, revision=2)], "sent"),
        ([SENT, ACCEPTED], "accepted"),
        ([SENT, ACCEPTED, ENDED], "ended"),
        ([SENT, ACCEPTED, ENDED, ("reopened", {})], "accepted"),
        ([SENT, ACCEPTED, ("void", {"seq": 2})], "sent"),
        ([SENT, ACCEPTED, ENDED, ("void", {"seq": 3})], "accepted"),
        ([SENT, ("void", {"seq": 1})], "open"),
    ],
)
def test_phase(steps: list[Step], phase: str) -> None:
    """Steps lead from phase to phase, and a void takes one back."""
    assert standing(*steps).phase == phase


def test_what_was_sent_and_agreed() -> None:
    """The last quote sent, its revision and what is agreed are at hand."""
    sent = standing(SENT, changed(SENT, revision=2, digest="sha256:second"))
    assert sent.sent is not None
    assert (sent.revision, sent.sent["digest"], sent.agreed) == (2, "sha256:second", None)
    agreed = standing(*AGREED)
    assert (agreed.agreed, agreed.accepted_on) == ("sha256:agreed", date(2026, 4, 3))
    assert standing(*PENDING).agreed == "sha256:agreed"
    assert standing(*PENDING, TAKEN).agreed == "sha256:revised"
    assert standing(*PENDING, TAKEN, ("void", {"seq": 5})).agreed == "sha256:agreed"


@pytest.mark.parametrize(
    ("steps", "status", "is_open"),
    [
        ([], "pending", True),
        ([TAKEN], "accepted", False),
        ([("change_order_declined", {"number": "CO-001"})], "declined", True),
        ([("change_order_withdrawn", {"number": "CO-001"})], "withdrawn", True),
        ([changed(ISSUED, number="CO-002", supersedes="CO-001")], "superseded", True),
        ([("change_request_closed", {"request": "blog"})], "pending", False),
        ([TAKEN, ("void", {"seq": 5})], "pending", True),
    ],
)
def test_order_and_its_request(steps: list[Step], status: str, *, is_open: bool) -> None:
    """An order is decided once; its request is closed by an acceptance, or by itself."""
    found = standing(*PENDING, *steps)
    assert found.orders["CO-001"].status == status
    assert found.requests == {"blog": is_open}


def test_order_as_it_was_issued() -> None:
    """What an order rests on and until when it is valid is kept, and that it was begun."""
    order = standing(*PENDING).orders["CO-001"]
    assert (order.seq, order.base, order.revised) == (4, "sha256:agreed", "sha256:revised")
    assert (order.request, order.valid_until) == ("blog", date(2026, 4, 10))
    assert not order.proceed
    begun = standing(*PENDING, ("proceed_instructed", {"number": "CO-001", "limit": 500}))
    assert begun.orders["CO-001"].proceed


def test_progress_follows_the_quantity() -> None:
    """Half of 10 hours is a quarter of 20, once the order that makes them 20 is accepted."""
    order = {**ISSUED[1]["order"], "quantities": {"blog": ["10", "20"]}}
    steps = [*AGREED, REQUESTED, ("progress", {"task": "blog", "percent": 50})]
    issued = played(*steps, changed(ISSUED, order=order))
    assert state(issued).progress == {"blog": Decimal(50)}
    accepted = added(issued, "change_order_accepted", number="CO-001", digest="sha256:revised")
    assert state(accepted).progress == {"blog": Decimal(25)}


@pytest.mark.parametrize(
    ("step", "found"),
    [
        (("approved", {}), {"approved": {"all": date(2026, 4, 3)}}),
        (("approved", {"task": "blog"}), {"approved": {"blog": date(2026, 4, 3)}}),
        (("received", {"item": "logo"}), {"received": {"logo": date(2026, 4, 3)}}),
        (("delivered", {"on": "2026-04-09"}), {"delivered": date(2026, 4, 9)}),
        (("progress", {"task": "blog", "percent": 0}), {"progress": {"blog": Decimal(0)}}),
        (ENDED, {"ended": "completed"}),
        (("message", {}), {}),
        (("payment", {"amount": 1}), {}),
        (("exception_granted", {"term": "changes.minimum"}), {}),
    ],
)
def test_step_changes_what_it_says_and_nothing_else(step: Step, found: dict[str, Any]) -> None:
    """A step is told from the rest of the state."""
    before, after = standing(*AGREED), standing(*AGREED, step)
    changes = {
        name: getattr(after, name)
        for name in State.__dataclass_fields__
        if getattr(after, name) != getattr(before, name)
    }
    changes.pop("phase", None)
    assert changes == found
