"""Whether to take a job: take it, take it on conditions, or decline, each with its reasons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quotekit.advice.gaps import Completeness, completeness
from quotekit.advice.signals import VETOES, Signal, stated_signals
from quotekit.pricing import PricedQuote, Viability, viability
from quotekit.quotes import Agreement
from quotekit.values import EXACT, HUNDRED, ZERO, divided, plain, quantum, rounded

Verdict = Literal["take", "conditions", "decline"]

_DECLINE_BELOW = 45
_TAKE_FROM = 85
_FAR_BELOW = Decimal("0.75")
_THIN_MARGIN = Decimal(15)
_VAGUE_BELOW = Decimal(70)
_DEPOSITS = ((70, Decimal(30)), (0, Decimal(50)))
"""The deposit to ask for, by the points that the signals leave of a hundred."""
_STEP = Decimal(5)


@dataclass(frozen=True, slots=True)
class Reason:
    """Give one reason: what speaks against the job (`weight` above zero) or for it."""

    code: str
    fact: str
    weight: int
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """Name one condition on which the job can be taken, with its number where it has one."""

    code: str
    fact: str
    value: Decimal | None = None


@dataclass(frozen=True, eq=False)
class Assessment:
    """Hold the advice about one job; it advises, and says nothing about a person.

    `points` are a hundred less what the reasons weigh, zero at the least: jobs can be ordered by
    them. It is for the seller's eyes alone.
    """

    verdict: Verdict
    points: int
    reasons: tuple[Reason, ...]
    conditions: tuple[Condition, ...]
    viability: Viability
    completeness: Completeness


def assess(
    priced: PricedQuote, agreement: Agreement | None = None, signals: Iterable[Signal] | None = None
) -> Assessment:
    """Advise whether to take a job, by its price, its clarity, its terms and what happened.

    `signals` are those of the record; left out, those that the quote states in `private.signals`
    count. Raises `InvalidInputError` for a stated signal that is not known.
    """
    private = priced.quote.private
    if signals is None:
        signals = stated_signals(() if private is None else private.signals)
    signals = tuple(signals)
    worth, clear = viability(priced), completeness(priced, agreement)
    reasons = (
        *_money(worth),
        *_clarity(clear),
        *_terms(priced, agreement),
        *(_seen(signal) for signal in signals if signal.times),
    )
    points = max(0, 100 - sum(reason.weight for reason in reasons))
    conditions = tuple(_conditions(priced, agreement, worth, clear, signals))
    vetoed = any(signal.is_veto for signal in signals)
    if vetoed or points < _DECLINE_BELOW:
        verdict: Verdict = "decline"
    elif points < _TAKE_FROM or conditions:
        verdict = "conditions"
    else:
        verdict = "take"
    return Assessment(verdict, points, reasons, conditions, worth, clear)


def _money(worth: Viability) -> Iterator[Reason]:
    rate, floor = worth.hourly_rate, worth.floor_rate
    if worth.margin < 0:
        yield Reason("loss", f"the job costs {-worth.margin:f} more than it brings in", 60)
    elif worth.margin_percent is not None and worth.margin_percent < _THIN_MARGIN:
        yield Reason("thin_margin", f"{plain(worth.margin_percent)} % are left of it", 15)
    if rate is not None and floor is not None and rate < floor:
        far = rate < EXACT.multiply(floor, _FAR_BELOW)
        fact = f"an hour brings in {rate:f}, and at least {plain(floor)} are needed"
        yield Reason("below_floor", fact, 60 if far else 25)
    elif rate is not None and floor is not None:
        yield Reason("above_floor", f"an hour brings in {rate:f}", 0)


def _clarity(clear: Completeness) -> Iterator[Reason]:
    for finding in clear.blockers:
        yield Reason(finding.code, finding.fact, 5)
    if clear.score < _VAGUE_BELOW:
        weight = int(divided(EXACT.subtract(HUNDRED, clear.score), Decimal(3)))
        yield Reason("unclear", f"{plain(clear.score)} % of what should be said is said", weight)


def _terms(priced: PricedQuote, agreement: Agreement | None) -> Iterator[Reason]:
    if agreement is None:
        yield Reason("no_agreement", "no service agreement holds", 10)
    for exception in priced.quote.exceptions:
        fact = f"an exception is made to {exception.term}"
        yield Reason("exception", fact, 3, exception.reason)


def _seen(signal: Signal) -> Reason:
    if signal.is_veto:
        return Reason(signal.name, VETOES[signal.name], 100, signal.evidence)
    times = "once" if signal.times == 1 else f"{signal.times} times"
    words = signal.name.replace("_", " ")
    return Reason(signal.name, f"{words}, {times}", signal.weight, signal.evidence)


def _conditions(
    priced: PricedQuote,
    agreement: Agreement | None,
    worth: Viability,
    clear: Completeness,
    signals: tuple[Signal, ...],
) -> Iterator[Condition]:
    rate, floor = worth.hourly_rate, worth.floor_rate
    if rate is not None and floor is not None and rate < floor:
        missing = EXACT.multiply(EXACT.subtract(floor, rate), worth.hours)
        amount = rounded(missing, quantum(priced.decimals), "ceiling")
        yield Condition("raise_price", f"raise the net price by {amount:f}", amount)
    for finding in clear.blockers:
        yield Condition(finding.code, f"{finding.fact}: {finding.remedy}")
    if agreement is None:
        yield Condition("agreement", "have the service agreement signed")
    trust = 100 - sum(signal.weight for signal in signals)
    if trust < 100:  # noqa: PLR2004 - something has happened
        asked = next(percent for least, percent in _DEPOSITS if trust >= least or least == 0)
        if _deposit(priced) < asked:
            yield Condition("deposit", f"deposit {plain(asked)} %", asked)
    spread = _spread(priced)
    if spread >= _STEP and not priced.quote.surcharges:
        yield Condition("contingency", f"contingency {plain(spread)} %", spread)


def _deposit(priced: PricedQuote) -> Decimal:
    """Return what percent of the payable amount is due before work begins."""
    payable = priced.totals.payable
    paid = ZERO
    for part in priced.instalments:
        if part.due is not None and (part.due.after == "acceptance" or part.due.before == "start"):
            paid = EXACT.add(paid, part.amount)
    return divided(EXACT.multiply(paid, HUNDRED), payable) if payable > 0 else HUNDRED


def _spread(priced: PricedQuote) -> Decimal:
    """Return half of what the estimates may exceed the net by, in steps of five percent."""
    spread, net = priced.range, priced.totals.net
    if spread is None or net <= 0:
        return ZERO
    half = divided(EXACT.subtract(spread.high.net, net), EXACT.multiply(net, Decimal(2)))
    steps = divided(EXACT.multiply(half, HUNDRED), _STEP).to_integral_value("ROUND_HALF_UP")
    return EXACT.multiply(steps, _STEP)
