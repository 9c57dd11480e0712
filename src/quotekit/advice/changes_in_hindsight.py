"""Changes in hindsight: which were asked for and why, and what they brought in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from quotekit.changes import Contract
from quotekit.pricing import viability
from quotekit.values import EXACT, HUNDRED, ZERO, divided, quantum, rounded

_WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Wish:
    """Say what became of one request: its kind and reason, how the seller sees it, the outcome.

    `accepted` is None where nothing has been decided yet. `orders` are the numbers of the change
    orders that were issued for it.
    """

    id: str
    kind: str
    reason: str
    value: str | None
    accepted: bool | None = None
    orders: tuple[str, ...] = ()
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeRevenue:
    """Say what one request brought in, net: the sum of its orders that were accepted."""

    id: str
    title: str | None
    orders: tuple[str, ...]
    net: Decimal


@dataclass(frozen=True, slots=True)
class Hindsight:
    """Hold what the changes of a job came to.

    `by_kind` and `by_reason` count requests. `accepted_percent` is of the requests that were
    decided, to whole percents, None without any. `revenue` is the net of all accepted orders, and
    `by_change` tells it request by request. `rate_without` is the effective hourly rate of the
    original contract, `rate_with` that of the current one.
    """

    currency: str
    requests: int
    by_kind: Mapping[str, int]
    by_reason: Mapping[str, int]
    constructive: tuple[str, ...]
    preferences: tuple[str, ...]
    decided: int
    accepted: int
    accepted_percent: Decimal | None
    by_change: tuple[ChangeRevenue, ...]
    revenue: Decimal
    rate_without: Decimal | None
    rate_with: Decimal | None


def hindsight(contract: Contract, wishes: Iterable[Wish]) -> Hindsight:
    """Count the requests of a job and compare what it brings in with and without them."""
    wishes = tuple(wishes)
    outcomes = [wish.accepted for wish in wishes if wish.accepted is not None]
    decided, accepted = len(outcomes), sum(outcomes)
    share = None
    if decided:
        share = rounded(divided(HUNDRED * accepted, Decimal(decided)), _WHOLE)
    before, after = contract.priced_original, contract.priced
    return Hindsight(
        currency=after.currency,
        requests=len(wishes),
        by_kind=_counted(wish.kind for wish in wishes),
        by_reason=_counted(wish.reason for wish in wishes),
        constructive=tuple(wish.id for wish in wishes if wish.value == "constructive"),
        preferences=tuple(wish.id for wish in wishes if wish.value == "preference"),
        decided=decided,
        accepted=accepted,
        accepted_percent=share,
        by_change=tuple(_revenue(contract, wish) for wish in wishes if wish.accepted),
        revenue=EXACT.subtract(after.totals.net, before.totals.net),
        rate_without=viability(before).hourly_rate,
        rate_with=viability(after).hourly_rate,
    )


def _revenue(contract: Contract, wish: Wish) -> ChangeRevenue:
    """Add up what the accepted orders of a request changed of net."""
    net = ZERO.quantize(quantum(contract.priced.decimals))
    numbers = []
    for number in wish.orders:
        if contract.decisions[number].state == "accepted":
            net = EXACT.add(net, contract.order(number).sum.net.change)
            numbers.append(number)
    return ChangeRevenue(wish.id, wish.title, tuple(numbers), net)


def _counted(names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in names:
        found[name] = found.get(name, 0) + 1
    return found
