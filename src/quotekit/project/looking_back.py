"""Looking back: what became of the changes that a record tells of."""

from quotekit.advice import Hindsight, Wish, hindsight
from quotekit.changes import Contract
from quotekit.record import Asked, Status


def looked_back(now: Status) -> Hindsight | None:
    """Return what the changes of a job came to by its status; None where nothing is agreed."""
    if now.contract is None:
        return None
    return hindsight(now.contract, [_wish(one, now.contract) for one in now.requests])


def _wish(asked: Asked, contract: Contract) -> Wish:
    """Say what became of a request; a declined order leaves it open, but decided for now."""
    states = {contract.decisions[number].state for number in asked.orders}
    accepted: bool | None = "accepted" in states
    waits = "pending" in states or (asked.is_open and "declined" not in states)
    if not accepted and waits:
        accepted = None
    return Wish(
        id=asked.id,
        kind=asked.kind,
        reason=asked.reason,
        value=asked.value,
        accepted=accepted,
        orders=asked.orders,
        title=asked.title,
    )
