"""Side by side: what is measured and its peer take turns, and only ratios count."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

Work = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured: a full run, or a quick one that shows the benchmarks still work."""

    quick: bool

    def pairs(self, full: int) -> int:
        """Return how many pairs to measure where a full run takes so many."""
        return max(1, full // 4) if self.quick else full

    def lines(self, full: int) -> int:
        """Return how long a quote to take where a full run takes one of so many lines."""
        return full // 5 if self.quick else full


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what was measured, against what, the bound, and the outcome."""

    what: str
    against: str
    at_most: str
    measured: str
    outcome: str


def cost_row(what: str, against: str, most: float, ratio: float) -> Row:
    """Return the row of something that may cost so many times what its peer costs."""
    return Row(what, against, f"{most:g}×", f"{ratio:.2f}×", outcome(within=ratio <= most))


def speed_row(what: str, against: str, least: float | None, ratio: float) -> Row:
    """Return the row of something that must be so many times faster than its peer.

    `least` is None for what is shown to complete the picture, with no bound to keep.
    """
    faster = 1 / ratio
    measured = f"{faster:,.0f}× faster" if faster >= 100 else f"{faster:.1f}× faster"  # noqa: PLR2004
    if least is None:
        return Row(what, against, "–", measured, "")
    at_most = "faster" if least == 1 else f"{least:,.0f}× faster"
    return Row(what, against, at_most, measured, outcome(within=faster >= least))


def outcome(*, within: bool) -> str:
    """Return the word that the table has for a bound that is kept, or is not."""
    return "ok" if within else "over"


def ratios(
    works: Mapping[str, Work],
    peer: Work,
    pairs: int,
    *,
    repeated: int = 1,
    peer_repeated: int = 1,
) -> dict[str, float]:
    """Measure each work against one peer and return the median ratio of each, for one call.

    All of them take turns, so that a machine that is slow for a while is slow for all. What is
    very short is repeated within one turn. Everything runs once before, unmeasured.
    """
    for work in (*works.values(), peer):
        work()
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(pairs):
        taken = seconds(peer, peer_repeated)
        for name, work in works.items():
            found[name].append(seconds(work, repeated) / taken)
    return {name: median(several) for name, several in found.items()}


def seconds(work: Work, repeated: int = 1) -> float:
    """Return how long one call takes, on average over so many."""
    # What the turn before has left is not cleared away at this one's expense; what a turn makes
    # the collector do is part of its cost, as it is for whoever uses it.
    gc.collect()
    kept: object = None
    begin = perf_counter()
    for _ in range(repeated):
        kept = work()
    taken = perf_counter() - begin
    # Whoever asks for a result keeps it: throwing it away is not part of the work.
    del kept
    return taken / repeated
