"""The reserve: what is paid and not earned, day by day, and what to keep aside of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from quotekit.advice.earned_work import EarnedWork
from quotekit.changes import Contract
from quotekit.pricing import Instalment, PricedQuote, WorkingCalendar
from quotekit.quotes import Schedule
from quotekit.values import EXACT, HUNDRED, ZERO, divided, exact, quantum, rounded


@dataclass(frozen=True, slots=True)
class ExposedDay:
    """Say what is paid by the end of a day, what is earned, and by how much the former is more."""

    on: date
    paid: Decimal
    earned: Decimal
    exposure: Decimal


@dataclass(frozen=True, eq=False)
class Exposure:
    """Hold what would have to be given back on leaving, now and under the payment schedule.

    Amounts are payable ones: with tax, less what is withheld. `keep` is what to keep aside now:
    so many percent of what is paid and not earned as the term `ending.reserve` says, all of it
    without one. `days` are those on which work is planned or a payment falls due; `peak` is the
    largest exposure of all.
    """

    on: date
    currency: str
    paid: Decimal
    earned: Decimal
    exposure: Decimal
    reserve_percent: Decimal
    keep: Decimal
    set_aside: Decimal | None
    days: tuple[ExposedDay, ...]
    peak: ExposedDay

    @property
    def warning(self) -> bool:
        """Say whether less is set aside than should be kept."""
        return self.set_aside is not None and self.set_aside < self.keep


def exposure(  # noqa: PLR0913 - one for each thing it depends on
    contract: Contract,
    progress: Mapping[str, object],
    payments: Iterable[object],
    *,
    on: date,
    accepted_on: date | None = None,
    set_aside: Decimal | None = None,
) -> Exposure:
    """Work out what is paid and not earned: now, and day by day as work and payment are planned.

    `progress` is in percent by task, `payments` are amounts; both are as of `on`. Instalments due
    after acceptance need `accepted_on`.
    """
    priced = contract.priced
    unit = quantum(priced.decimals)
    paid = ZERO.quantize(unit)
    for payment in payments:
        paid = EXACT.add(paid, exact(payment))
    done = {name: exact(percent) for name, percent in progress.items()}
    earned = _earned(priced, done)
    now = ExposedDay(on, paid, earned, _more(paid, earned))
    days = tuple(_planned_days(priced, accepted_on))
    stated = contract.agreement_in_force.ending.reserve
    percent = HUNDRED if stated is None else stated
    return Exposure(
        on=on,
        currency=priced.currency,
        paid=paid,
        earned=earned,
        exposure=now.exposure,
        reserve_percent=percent,
        keep=rounded(EXACT.multiply(now.exposure, EXACT.scaleb(percent, -2)), unit),
        set_aside=set_aside,
        days=days,
        peak=max((now, *days), key=lambda day: day.exposure),
    )


def _earned(priced: PricedQuote, progress: Mapping[str, Decimal]) -> Decimal:
    return EarnedWork(priced, progress).priced.totals.payable


def _more(paid: Decimal, earned: Decimal) -> Decimal:
    return max(EXACT.subtract(paid, paid), EXACT.subtract(paid, earned))


def _planned_days(priced: PricedQuote, accepted_on: date | None) -> Iterator[ExposedDay]:
    """Yield the days on which payments fall due or work goes on, as planned."""
    due = [(_due(part, accepted_on), part.amount) for part in priced.instalments]
    dated = [(day, amount) for day, amount in due if day is not None]
    for day in sorted({day for day, _ in dated} | set(_working_days(priced))):
        paid = ZERO.quantize(quantum(priced.decimals))
        for when, amount in dated:
            if when <= day:
                paid = EXACT.add(paid, amount)
        earned = _earned(priced, planned_progress(priced, day))
        yield ExposedDay(day, paid, earned, _more(paid, earned))


def _due(part: Instalment, accepted_on: date | None) -> date | None:
    if part.date is not None or part.due is None or part.due.after != "acceptance":
        return part.date
    return None if accepted_on is None else accepted_on + timedelta(days=part.due.days)


def _working_days(priced: PricedQuote) -> Iterator[date]:
    calendar = _calendar(priced)
    if calendar is not None and priced.timeline is not None:
        for number in range(1, priced.timeline.working_days + 1):
            yield calendar.day(number)


def _calendar(priced: PricedQuote) -> WorkingCalendar | None:
    schedule = priced.quote.schedule or Schedule()
    if schedule.start is None:
        return None
    return WorkingCalendar(schedule, schedule.start, priced.holidays)


def planned_progress(priced: PricedQuote, on: date) -> dict[str, Decimal]:
    """Return how far each task should have come by the end of a day, evenly over its days."""
    calendar, timeline = _calendar(priced), priced.timeline
    if calendar is None or timeline is None:
        return {}
    today = calendar.number(on)
    found = {}
    for task in timeline.tasks:
        first, last = calendar.number(task.start), calendar.number(task.finish)
        done = min(max(today - first + 1, 0), last - first + 1)
        found[task.id] = divided(Decimal(100 * done), Decimal(last - first + 1))
    return found
