"""Whether to take a job: take it, take it on conditions, or decline, each with its reasons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quotekit.advice.conditions import THIN_MARGIN, VAGUE_BELOW, Condition, conditions_for
from quotekit.advice.deposit import deposit_reaches, due_before_work
from quotekit.advice.gaps import Completeness, checked
from quotekit.advice.signals import VETOES, Signal, stated_signals
from quotekit.advice.terms import Terms
from quotekit.pricing import PricedQuote, Viability, price, viability
from quotekit.quotes import Agreement, Quote
from quotekit.values import EXACT, HUNDRED, divided, plain, rounded

Verdict = Literal["take", "conditions", "decline"]

_DECLINE_BELOW = 45
_BELOW_FLOOR, _MOST_BELOW_FLOOR = 5, 40
"""What a rate below the floor weighs, with one more for each percent, and at the most."""
_LOW_DEPOSIT = "deposit"


@dataclass(frozen=True, slots=True)
class Reason:
    """Give one reason: what speaks against the job (`weight` above zero) or for it.

    `times` says how often something happened, None where nothing is counted.
    """

    code: str
    fact: str
    weight: int
    evidence: str | None = None
    times: int | None = None


@dataclass(frozen=True, eq=False)
class Assessment:
    """Hold the advice about one job; it advises, and says nothing about a person.

    `points` are a hundred less what the reasons weigh, zero at the least. A veto, or fewer than
    45 points, is a reason to decline; else the job is taken, on whatever conditions there are. It
    is for the seller's eyes alone.
    """

    quote: str
    currency: str
    verdict: Verdict
    points: int
    reasons: tuple[Reason, ...]
    conditions: tuple[Condition, ...]
    viability: Viability
    completeness: Completeness
    priced: PricedQuote


def assess(
    quote: Quote | PricedQuote,
    agreement: Agreement | None = None,
    signals: Iterable[Signal] | None = None,
) -> Assessment:
    """Advise whether to take a job, by its price, its clarity, its terms and what happened.

    `signals` are those of the record; left out, those that the quote states in `private.signals`
    count. Raises `InvalidInputError` for a stated signal that is not known.
    """
    priced = price(quote) if isinstance(quote, Quote) else quote
    private = priced.quote.private
    if signals is None:
        signals = stated_signals(() if private is None else private.signals)
    return weighed(priced, Terms(agreement), signals)


def weighed(priced: PricedQuote, terms: Terms, signals: Iterable[Signal]) -> Assessment:
    """Advise whether to take a job, or to go on with it, under its terms."""
    known = tuple(signal for signal in signals if signal.times)
    worth, clear = viability(priced), checked(priced, terms)
    reasons = (
        *_money(worth),
        *_clarity(clear),
        *_terms(priced, terms),
        *(_seen(signal) for signal in known),
    )
    points = max(0, 100 - sum(reason.weight for reason in reasons))
    conditions = tuple(conditions_for(priced, terms, worth, clear, known))
    verdict: Verdict = "conditions" if conditions else "take"
    if points < _DECLINE_BELOW or any(signal.is_veto for signal in known):
        verdict = "decline"
    return Assessment(
        quote=priced.number,
        currency=priced.currency,
        verdict=verdict,
        points=points,
        reasons=reasons,
        conditions=conditions,
        viability=worth,
        completeness=clear,
        priced=priced,
    )


def _money(worth: Viability) -> Iterator[Reason]:
    rate, floor = worth.hourly_rate, worth.floor_rate
    if worth.margin < 0:
        yield Reason("loss", f"the job costs {-worth.margin:f} more than it brings in", 60)
    elif worth.margin_percent is not None and worth.margin_percent < THIN_MARGIN:
        fact = f"only {plain(worth.margin_percent)} % are left once its costs are paid"
        yield Reason("thin_margin", fact, 15)
    if floor is None:
        yield Reason("no_floor", "the lowest rate that you can live on is not stated", 5)
    elif rate is None:
        yield Reason("no_hours", "how many hours it takes is not said, nor what one brings in", 5)
    elif rate >= floor:
        yield Reason("above_floor", f"an hour brings in {rate:f}", 0)
    else:
        fact = f"an hour brings in {rate:f}, and at least {plain(floor)} are needed"
        missing = divided(EXACT.multiply(EXACT.subtract(floor, rate), HUNDRED), floor)
        percents = int(rounded(missing, Decimal(1), "ceiling"))
        yield Reason("below_floor", fact, min(_MOST_BELOW_FLOOR, _BELOW_FLOOR + percents))


def _clarity(clear: Completeness) -> Iterator[Reason]:
    for finding in clear.blockers:
        if finding.code != _LOW_DEPOSIT:
            yield Reason(finding.code, finding.fact, 5)
    if clear.score < VAGUE_BELOW:
        weight = int(divided(EXACT.subtract(HUNDRED, clear.score), Decimal(3)))
        yield Reason("unclear", f"{plain(clear.score)} % of what should be said is said", weight)


def _terms(priced: PricedQuote, terms: Terms) -> Iterator[Reason]:
    if terms.agreement is None:
        yield Reason("no_agreement", "no service agreement holds", 10)
    if not terms.agreed:
        yield from _deposit(priced, terms.in_force(priced.quote).quotes.deposit)
    for exception in terms.departures(priced.quote):
        fact = f"an exception is made to {exception.term}"
        if exception.reason is None:
            yield Reason("exception", f"{fact}, for no stated reason", 6)
        else:
            yield Reason("exception", fact, 3, exception.reason)


def _deposit(priced: PricedQuote, asked: Decimal | None) -> Iterator[Reason]:
    if asked != 0 and priced.totals.payable > 0 and due_before_work(priced) <= 0:
        yield Reason("no_deposit", "nothing is due before work begins", 10)
    elif asked is not None and not deposit_reaches(priced, asked):
        fact = f"less is due before work than the {plain(asked)} % of the agreement"
        yield Reason("low_deposit", fact, 5)


def _seen(signal: Signal) -> Reason:
    if signal.is_veto:
        return Reason(signal.name, VETOES[signal.name], 100, signal.evidence)
    times = "once" if signal.times == 1 else f"{signal.times} times"
    words = signal.name.replace("_", " ")
    return Reason(signal.name, f"{words}, {times}", signal.weight, signal.evidence, signal.times)
