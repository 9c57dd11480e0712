"""The reserve: what is paid and not earned, day by day, and what to keep aside of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quotekit.advice.earned_work import EarnedWork
from quotekit.advice.instructed_work import instructed_rows, with_instructed
from quotekit.advice.planned_work import period_ends, plan_calendar, planned_progress
from quotekit.advice.stated_figures import checked_amount, checked_progress, checked_sum
from quotekit.changes import Contract
from quotekit.errors import Fault, InvalidInputError
from quotekit.pricing import Instalment, PricedQuote, due_after
from quotekit.values import EXACT, HUNDRED, ZERO, divided, quantum, rounded


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
    largest exposure of all, the earliest of several.
    """

    quote: str
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
    contract: PricedQuote

    def part_of_peak(self, day: ExposedDay) -> Decimal:
        """Return which part of the peak the exposure of a day is, 0 to 1; 0 where there is none."""
        peak = self.peak.exposure
        return ZERO if peak.is_zero() else divided(day.exposure, peak)

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
    set_aside: object = None,
    instructed: Mapping[str, object] | None = None,
) -> Exposure:
    """Work out what is paid and not earned: now, and day by day as work and payment are planned.

    `progress` is in percent by task, `payments` are amounts; both are as of `on`, and so is what is
    earned of orders that were `instructed`, as for `settlement`. Instalments due after acceptance
    need `accepted_on`. Each instalment counts as paid on the day it falls due,
    and each task is done evenly over its days. Where no start is planned, nobody knows when
    anything is earned: then only what falls due on acceptance is told day by day, before which
    nothing is. Raises `InvalidInputError` as `settlement` does, and for less than nothing that is
    set aside.
    """
    priced = contract.priced
    unit = quantum(priced.decimals)
    paid = checked_sum(contract, payments)
    limits = instructed or {}
    of_tasks = {name: one for name, one in progress.items() if name not in limits}
    work = EarnedWork(priced, checked_progress(contract, of_tasks))
    begun = instructed_rows(contract, progress, limits)
    earned = with_instructed(contract, work.priced, begun).totals.payable
    now = ExposedDay(on, paid, earned, _more(paid, earned))
    days = tuple(_planned_days(priced, accepted_on))
    stated = contract.agreement_on(on).ending.reserve
    percent = HUNDRED if stated is None else stated
    return Exposure(
        quote=priced.number,
        on=on,
        currency=priced.currency,
        paid=paid,
        earned=earned,
        exposure=now.exposure,
        reserve_percent=percent,
        keep=rounded(EXACT.multiply(now.exposure, EXACT.scaleb(percent, -2)), unit),
        set_aside=None if set_aside is None else _set_aside(contract, set_aside),
        days=days,
        peak=max((now, *days), key=lambda day: day.exposure),
        contract=priced,
    )


def _set_aside(contract: Contract, stated: object) -> Decimal:
    amount = checked_amount(contract, stated, "reserve")
    if amount < 0:
        fact = f"{amount:f} is less than nothing"
        fault = Fault("negative", fact, "write what is set aside, or 0", value=str(stated))
        raise InvalidInputError(fault.at("reserve"))
    return amount


def _earned(priced: PricedQuote, progress: Mapping[str, Decimal]) -> Decimal:
    return EarnedWork(priced, progress).priced.totals.payable


def _more(paid: Decimal, earned: Decimal) -> Decimal:
    return max(EXACT.subtract(paid, paid), EXACT.subtract(paid, earned))


def _planned_days(priced: PricedQuote, accepted_on: date | None) -> Iterator[ExposedDay]:
    """Yield the days on which payments fall due or work goes on, as planned."""
    planned = plan_calendar(priced) is not None
    due = [
        (day, part.amount)
        for part in priced.instalments
        if (day := _due(part, accepted_on)) is not None and (planned or _on_acceptance(part))
    ]
    earned = EXACT.multiply(ZERO, priced.totals.payable)
    known: dict[str, Decimal] = {}
    ends = {end for days in period_ends(priced).values() for end in days} if planned else set()
    for day in sorted({day for day, _ in due} | set(_working_days(priced)) | ends):
        paid = ZERO.quantize(quantum(priced.decimals))
        for when, amount in due:
            if when <= day:
                paid = EXACT.add(paid, amount)
        progress = planned_progress(priced, day)
        if progress != known:
            earned, known = _earned(priced, progress), progress
        yield ExposedDay(day, paid, earned, _more(paid, earned))


def _on_acceptance(part: Instalment) -> bool:
    return part.due is not None and part.due.after == "acceptance"


def _due(part: Instalment, accepted_on: date | None) -> date | None:
    if part.due is None or not _on_acceptance(part):
        return part.date
    return None if accepted_on is None else due_after(accepted_on, part.due)


def _working_days(priced: PricedQuote) -> Iterator[date]:
    calendar = plan_calendar(priced)
    if calendar is not None and priced.timeline is not None:
        for number in range(1, priced.timeline.working_days + 1):
            yield calendar.day(number)
