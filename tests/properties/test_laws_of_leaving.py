"""Laws of leaving, for every contract: what is earned, what is not, and what is exposed."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from quotekit.advice import CAUSES, exposure, settlement
from quotekit.changes import Contract
from quotekit.pricing import PricedQuote, Totals
from quotekit.quotes import Agreement, Quote
from tests.properties.drawn_requests import Chain, chains, contracts, progress_of
from tests.properties.drawn_tasks import Document
from tests.properties.played_orders import played

DAY = date(2026, 4, 20)
FEE = Agreement.model_validate({"ending": {"fee": "12.5"}})


def contract_sum(priced: PricedQuote) -> Decimal:
    """Return the sum in which the prices of a quote are written."""
    return priced.totals.total if priced.quote.prices_include_tax else priced.totals.net


def told(totals: Totals) -> Totals:
    """Return totals without what rounding left in single lines: some of them do not count."""
    rows = tuple(row for row in totals.rounding_rows if not row.between.startswith("line:"))
    return replace(totals, rounding_rows=rows)


def written(cents: int) -> str:
    """Write an amount of cents as a quote has it."""
    return f"{cents // 100}.{cents % 100:02}"


@given(st.data())
def test_earned_and_unearned_are_the_contract_sum(data: st.DataObject) -> None:
    """However far the work is, what is earned and what is not make up the whole."""
    document = data.draw(contracts())
    contract = Contract(Quote.model_validate(document), FEE)
    progress = data.draw(progress_of(document))
    cause = data.draw(st.sampled_from(CAUSES))
    found = settlement(contract, progress, (), on=DAY, cause=cause)
    assert found.earned + found.unearned == contract_sum(contract.priced)
    assert (
        found.earned == sum((row.earned for row in found.tasks), Decimal(0)) + (found.adjustments)
        or contract.current.rounding == "total"
    )
    for row in found.tasks:
        if row.total >= 0 and row.percent:
            assert Decimal(0) <= row.earned
    assert found.fee >= 0
    assert found.due == found.payable


@given(contracts())
def test_all_done_is_the_contract(document: Document) -> None:
    """A completed job comes to the very figures of its contract: taxes, rounding and all."""
    contract = Contract(Quote.model_validate(document), FEE)
    found = settlement(contract, {}, (), on=DAY, cause="completed")
    assert told(found.totals) == told(contract.priced.totals)
    assert found.unearned == found.fee == 0


@given(contracts())
def test_nothing_done_is_nothing(document: Document) -> None:
    """Where nothing is begun, nothing is earned, and leaving by agreement costs nothing."""
    contract = Contract(Quote.model_validate(document), FEE)
    found = settlement(contract, {}, (), on=DAY, cause="agreement")
    if found.tasks:
        assert (found.earned, found.total) == (0, 0)


@given(chains(longest=2))
def test_orders_are_settled_with_the_rest(chain: Chain) -> None:
    """After any order that was accepted the sums still hold."""
    for step in played(chain):
        found = settlement(step.after, {}, (), on=DAY, cause="completed")
        assert told(found.totals) == told(step.after.priced.totals)
        found = settlement(step.after, {}, (), on=DAY, cause="client_breach")
        assert found.earned + found.unearned == contract_sum(step.after.priced)


@given(
    st.lists(st.tuples(st.integers(1, 500_000), st.integers(1, 6)), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 60)), min_size=1, max_size=3),
)
def test_peak_of_a_simulated_job(jobs: list[tuple[int, int]], parts: list[tuple[int, int]]) -> None:
    """The peak is the largest paid-minus-earned of the same job, gone through day by day."""
    start = date(2026, 4, 6)
    total = sum(cents for cents, _ in jobs)
    paid_on: dict[date, int] = {}
    payments: list[Document] = []
    left = total
    for at, (after, percent) in enumerate(parts):
        amount = min(left, total * percent // 100)
        left -= amount
        day = start + timedelta(days=after - 5)
        paid_on[day] = paid_on.get(day, 0) + amount
        payments.append(
            {"id": f"p{at}", "amount": written(amount), "due": {"date": day.isoformat()}}
        )
    quote = {
        "number": "Q-1",
        "currency": "EUR",
        "tasks": [
            {"id": f"t{at}", "price": written(cents), "days": days}
            for at, (cents, days) in enumerate(jobs)
        ],
        "schedule": {"start": start.isoformat()},
        "payments": [*payments, {"id": "rest", "balance": True}],
    }
    found = exposure(Contract(Quote.model_validate(quote)), {}, (), on=DAY)
    assert int(found.peak.exposure * 100) == simulated_peak(jobs, paid_on, start)


def simulated_peak(jobs: list[tuple[int, int]], paid_on: dict[date, int], start: date) -> int:
    """Go through a job day by day, in cents: one task after the other, Monday to Friday."""
    peak = paid = 0
    worked = 0
    day = min(start, *paid_on)
    for _ in range(120):
        paid += paid_on.get(day, 0)
        worked += day >= start and day.weekday() < 5
        earned, before = 0, 0
        for cents, days in jobs:
            done = Fraction(min(max(worked - before, 0), days), days)
            earned += floor(cents * done + Fraction(1, 2))
            before += days
        peak = max(peak, paid - earned)
        day += timedelta(days=1)
    return peak
