"""The conditions on which a job can be taken, each with its number where it has one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quotekit.advice.deposit import deposit_reaches
from quotekit.advice.gaps import Completeness
from quotekit.advice.signals import Signal
from quotekit.advice.terms import Terms
from quotekit.pricing import PricedQuote, Viability
from quotekit.values import EXACT, HUNDRED, ZERO, divided, plain, quantum, rounded

THIN_MARGIN = Decimal(15)
"""What should at least be left of a job once its costs are paid, in percent of net."""
VAGUE_BELOW = Decimal(70)
"""The score of completeness, in percent, below which a job is not clear enough."""

_TRUSTED = 70
_SMALL_DEPOSIT, _LARGE_DEPOSIT = Decimal(30), Decimal(50)
_STEP = Decimal(5)
_AFTER = {
    "specification_changes": "change nothing but by a change order in writing",
    "late_answers": "agree on a day for each answer, and that the finish moves with it",
    "price_doubted": "take work out where it is too dear, and leave the prices",
    "threat_to_leave": "work in stages, each paid before the next begins",
    "unpaid_orders": "begin once what is open is paid",
    "messages_above_budget": "charge what goes beyond the messages agreed on",
    "work_before_agreement": "begin nothing before it is accepted in writing",
}
"""What a seasoned freelancer asks for after each signal."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Name one condition on which the job can be taken, with its number where it has one.

    `value` is in percent, or an amount in the currency of the quote, as `unit` says.
    """

    code: str
    fact: str
    value: Decimal | None = None
    unit: Literal["percent", "amount"] | None = None


def conditions_for(
    priced: PricedQuote,
    terms: Terms,
    worth: Viability,
    clear: Completeness,
    signals: Iterable[Signal],
) -> Iterator[Condition]:
    """Yield what would have to be so before a job is taken, or goes on."""
    signals = tuple(signals)
    yield from _of_quote(priced, worth, clear)
    yield from _of_terms(priced, terms, clear, signals)
    cushion = _contingency(priced)
    if cushion > 0:
        yield Condition("contingency", f"contingency {plain(cushion)} %", cushion, "percent")
    for signal in signals:
        if signal.name in _AFTER:
            yield Condition(signal.name, _AFTER[signal.name])


def _of_quote(priced: PricedQuote, worth: Viability, clear: Completeness) -> Iterator[Condition]:
    more = _missing_money(priced, worth)
    if more > 0:
        yield Condition("raise_price", f"raise the net price by {more:f}", more, "amount")
    for finding in clear.blockers:
        if finding.code != "deposit":
            yield Condition(finding.code, f"{finding.fact}: {finding.remedy}")
    if clear.score < VAGUE_BELOW:
        fact = f"say more of what should be said, {plain(VAGUE_BELOW)} % at least"
        yield Condition("clarity", fact, VAGUE_BELOW, "percent")


def _of_terms(
    priced: PricedQuote, terms: Terms, clear: Completeness, signals: tuple[Signal, ...]
) -> Iterator[Condition]:
    if terms.agreement is None:
        yield Condition("agreement", "have a service agreement signed")
    elif any(exception.reason is None for exception in clear.exceptions):
        fact = "write down why each exception to the agreement is made, or take it back"
        yield Condition("exception", fact)
    if not terms.agreed:
        deposit = _deposit_to_ask(terms.in_force(priced.quote).quotes.deposit, signals)
        if not deposit_reaches(priced, deposit):
            yield Condition("deposit", f"deposit {plain(deposit)} %", deposit, "percent")


def _missing_money(priced: PricedQuote, worth: Viability) -> Decimal:
    """Return by how much net has to rise for the floor rate and a margin worth having."""
    missing = ZERO
    rate, floor = worth.hourly_rate, worth.floor_rate
    if rate is not None and floor is not None and rate < floor:
        needed = EXACT.add(EXACT.multiply(floor, worth.hours), worth.expenses)
        missing = EXACT.subtract(needed, worth.net)
    kept = EXACT.subtract(HUNDRED, THIN_MARGIN)
    least = divided(EXACT.multiply(worth.cost, HUNDRED), kept)
    missing = max(ZERO, missing, EXACT.subtract(least, worth.net))
    return rounded(missing, quantum(priced.decimals), "ceiling")


def _deposit_to_ask(agreed: Decimal | None, signals: tuple[Signal, ...]) -> Decimal:
    """Return the deposit of the agreement, more where something has happened; 30 % without one."""
    asked = _SMALL_DEPOSIT if agreed is None else agreed
    weight = sum(signal.weight for signal in signals)
    if not weight:
        return asked
    return max(asked, _SMALL_DEPOSIT if 100 - weight >= _TRUSTED else _LARGE_DEPOSIT)


def _contingency(priced: PricedQuote) -> Decimal:
    """Return half of what the estimates may exceed the sum of the lines by, in steps of 5 %.

    What is billed by what is spent is the client's risk up to its high total, and any surcharge of
    the quote is a cushion already.
    """
    lines = priced.totals.lines
    if lines <= 0:
        return ZERO
    over = ZERO
    for line in priced.lines:
        if line.counted and line.high is not None and line.task.billed == "fixed":
            over = EXACT.add(over, EXACT.subtract(line.high, line.total))
    open_part = EXACT.subtract(divided(over, Decimal(2)), priced.totals.surcharge)
    steps = divided(EXACT.multiply(open_part, HUNDRED), EXACT.multiply(lines, _STEP))
    return EXACT.multiply(max(ZERO, rounded(steps, Decimal(1))), _STEP)
