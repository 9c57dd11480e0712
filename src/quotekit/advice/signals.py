"""Signals: what happened with a client that a seasoned freelancer takes note of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from quotekit.errors import Fault, InvalidInputError
from quotekit.values import shown

WEIGHTS: dict[str, int] = {
    "specification_changes": 3,
    "late_answers": 2,
    "price_doubted": 4,
    "threat_to_leave": 8,
    "unpaid_orders": 10,
    "messages_above_budget": 2,
    "work_before_agreement": 5,
}
"""What each time weighs that it happened; several times weigh at most three times as much."""
VETOES: dict[str, str] = {
    "earlier_job_unpaid": "an earlier job is not paid",
    "refuses_deposit": "a deposit is refused",
    "refuses_agreement": "the service agreement is refused",
    "free_trial_work": "work is asked for without pay, on trial",
    "unlawful": "what is asked for is not lawful",
}
"""What alone is reason enough to decline."""

_MOST_TIMES = 3


@dataclass(frozen=True, slots=True)
class Signal:
    """Say what happened, how often, and what shows it; it is about events, never a person."""

    name: str
    times: int = 1
    evidence: str | None = None

    @property
    def weight(self) -> int:
        """Return what it weighs, several times at most three times as much."""
        return WEIGHTS.get(self.name, 0) * min(self.times, _MOST_TIMES)

    @property
    def is_veto(self) -> bool:
        """Say whether it alone is reason enough to decline."""
        return self.name in VETOES and self.times > 0


def stated_signals(stated: Iterable[Any]) -> tuple[Signal, ...]:
    """Read signals as `private.signals` states them: a name, or a map with times and evidence.

    What is stated several times under one name is one signal. Raises `InvalidInputError` with
    every signal that is not known.
    """
    found, faults = [], []
    for at, one in enumerate(stated):
        data = {"signal": one} if isinstance(one, str) else one
        signal = _signal(data)
        if isinstance(signal, Signal):
            found.append(signal)
        else:
            fault = Fault("unknown_signal", *signal, value=str(one))
            faults.append(fault.at("private", "signals", at))
    if faults:
        raise InvalidInputError(*faults)
    return tuple(_together(found))


def _together(signals: Iterable[Signal]) -> Iterator[Signal]:
    """Yield each signal once, with all the times that it is stated and all the evidence."""
    by_name: dict[str, list[Signal]] = {}
    for signal in signals:
        by_name.setdefault(signal.name, []).append(signal)
    for name, several in by_name.items():
        evidence = [signal.evidence for signal in several if signal.evidence is not None]
        times = sum(signal.times for signal in several)
        yield Signal(name, times, "; ".join(evidence) or None)


def _signal(data: object) -> Signal | tuple[str, str]:
    """Return a signal, or what is wrong with it and what to do about that."""
    known = [*WEIGHTS, *VETOES]
    listed = f"known: {', '.join(known)}"
    shape = "{signal: …, times: 2, evidence: …}"
    if not isinstance(data, Mapping) or not isinstance(data.get("signal"), str):
        return "this is no signal", f"write a name, or {shape} ({listed})"
    name = data["signal"]
    if name not in known:
        near = get_close_matches(name, known, n=1)
        remedy = f"did you mean {near[0]}? ({listed})" if near else listed
        return f"there is no signal {shown(name)}", remedy
    if set(data) - {"signal", "times", "evidence"}:
        return f"{shown(name)} has more to it than times and evidence", f"write {shape}"
    times = str(data.get("times", 1))
    if not (times.isascii() and times.isdigit()):
        return f"{shown(times)} is no number of times", "write 1, 2 or more"
    evidence = data.get("evidence")
    return Signal(name, int(times), None if evidence is None else str(evidence))
