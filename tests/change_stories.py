"""What happens to the examples once they are agreed: requests, orders, and decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

import quotekit as qk

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"


@dataclass(frozen=True)
class Step:
    """Issue one request; where `accepted` is a day, the client accepts the order on it."""

    request: str
    on: date
    accepted: date | None = None
    progress: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    paid: Sequence[str] = ()


STORIES = {
    "bakery-website": (
        Step("1-blog-and-screens", date(2026, 3, 30), date(2026, 4, 1), paid=("deposit",)),
        Step("2-warmer-colours", date(2026, 4, 10), date(2026, 4, 10), {"screens": 60}),
        Step("3-other-look", date(2026, 4, 16), date(2026, 4, 17), {"screens": 100}),
        Step("4-shop", date(2026, 4, 21), date(2026, 4, 21), paid=("design-done",)),
        Step("5-no-preorder", date(2026, 4, 28), date(2026, 4, 30), {"preorder": 60}),
    ),
    "video-shoot": (
        Step("weekend-shoot", date(2026, 4, 22), paid=("booking",)),
        Step("midweek-discount", date(2026, 4, 22), paid=("booking",)),
        Step("longer-days", date(2026, 4, 22), paid=("booking",)),
    ),
    "app-translation": (
        Step(
            "broken-variables",
            date(2026, 6, 22),
            date(2026, 6, 22),
            {"glossary": 100, "ui": 100, "help": 70},
        ),
    ),
    "consulting-retainer": (
        Step(
            "shorter-workshop",
            date(2026, 5, 12),
            date(2026, 5, 13),
            {"diagnostic": 100},
            ("acompte",),
        ),
    ),
}
"""The requests of each job, in the order in which they were made."""


@cache
def agreement_of(job: str) -> qk.Agreement | None:
    """Return the agreement of a job, if there is one."""
    file = EXAMPLES / job / "agreement.yaml"
    return qk.load_agreement(file) if file.exists() else None


@cache
def contract_of(job: str) -> qk.Contract:
    """Return the contract of a job after all of its story."""
    contract = qk.Contract(qk.load_quote(EXAMPLES / job / "quote.yaml"), agreement_of(job))
    for step in STORIES[job]:
        request = qk.load_request(EXAMPLES / job / "changes" / f"{step.request}.yaml")
        order = qk.issue(contract, request, on=step.on, progress=step.progress, paid=step.paid)
        contract = contract.offer(order)
        if step.accepted is not None:
            contract = contract.accept(str(order.number), on=step.accepted)
    return contract


@cache
def after_the_conflict() -> tuple[qk.Contract, tuple[str, ...]]:
    """Return the video shoot's contract once its conflict is settled, and what was refused.

    The first order is accepted; the second and third are stale then, and only the third, which
    nothing gets in the way of, can be issued anew.
    """
    accepted, later = date(2026, 4, 23), date(2026, 4, 24)
    contract = contract_of("video-shoot").accept("CO-001", on=accepted)
    refusals = []
    for number in ("CO-002", "CO-003"):
        try:
            contract = contract.accept(number, on=accepted)
        except qk.StaleBaseError as error:
            refusals.append(f"accept {number}: {error}")
    try:
        contract = contract.offer(qk.reissue(contract, "CO-002", on=later))
    except qk.ConflictError as error:
        refusals.append(f"reissue CO-002: {error}")
    contract = contract.offer(qk.reissue(contract, "CO-003", on=later))
    contract = contract.accept("CO-004", on=later)
    declined = contract.decline("CO-002", on=later, reason="The shoot is on a weekend now")
    return declined, tuple(refusals)
