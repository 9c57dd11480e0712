"""Changes in hindsight: which were asked for and why, and what they brought in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from quotekit.changes import Contract
from quotekit.pricing import viability
from quotekit.values import EXACT, HUNDRED, divided, rounded

_WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Wish:
    """Say what became of one request: its kind and reason, how the seller sees it, the outcome.

    `accepted` is None where nothing has been decided yet.
    """

    id: str
    kind: str
    reason: str
    value: str | None
    accepted: bool | None = None


@dataclass(frozen=True, slots=True)
class Hindsight:
    """Hold what the changes of a job came to.

    `by_kind` and `by_reason` count requests. `accepted_percent` is of the requests that were
    decided, to whole percents, None without any. `revenue` is the net of accepted orders.
    `rate_without` is the effective hourly rate of the original contract, `rate_with` that of the
    current one.
    """

    by_kind: Mapping[str, int]
    by_reason: Mapping[str, int]
    constructive: tuple[str, ...]
    preferences: tuple[str, ...]
    accepted_percent: Decimal | None
    revenue: Decimal
    rate_without: Decimal | None
    rate_with: Decimal | None


def hindsight(contract: Contract, wishes: Iterable[Wish]) -> Hindsight:
    """Count the requests of a job and compare what it brings in with and without them."""
    wishes = tuple(wishes)
    decided = [wish.accepted for wish in wishes if wish.accepted is not None]
    share = None
    if decided:
        share = rounded(divided(HUNDRED * sum(decided), Decimal(len(decided))), _WHOLE)
    before, after = contract.priced_original, contract.priced
    return Hindsight(
        by_kind=_counted(wish.kind for wish in wishes),
        by_reason=_counted(wish.reason for wish in wishes),
        constructive=tuple(wish.id for wish in wishes if wish.value == "constructive"),
        preferences=tuple(wish.id for wish in wishes if wish.value == "preference"),
        accepted_percent=share,
        revenue=EXACT.subtract(after.totals.net, before.totals.net),
        rate_without=viability(before).hourly_rate,
        rate_with=viability(after).hourly_rate,
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in names:
        found[name] = found.get(name, 0) + 1
    return found
