"""One request priced by policy: the work, what of it is free, the fees, the instalments."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from pydantic import ValidationError

from quotekit.changes.action import Action
from quotekit.changes.actions import Apply, Select
from quotekit.changes.added_work import AddedWork
from quotekit.changes.allowance import Growth
from quotekit.changes.carrying_out import carry_out_some
from quotekit.changes.circumstances import Circumstances
from quotekit.changes.comparing import figures
from quotekit.changes.draft import with_keys
from quotekit.changes.fees import CLIENT, Charging, Fee, concession_of
from quotekit.changes.free_work import credited
from quotekit.changes.instalments import at_payments, payable_faults, revised_payments
from quotekit.changes.order import ChangeOrder
from quotekit.changes.request import ChangeRequest
from quotekit.changes.requested_work import requested_work
from quotekit.errors import Fault, InvalidInputError
from quotekit.pricing import WorkingCalendar, reprice
from quotekit.quotes import Adjustment, ChangeTerms, Quote, Schedule


def price_order(request: ChangeRequest, here: Circumstances) -> ChangeOrder:
    """Price a request as a change order.

    A change order prices nothing by itself: the engine prices the quote before and after, and
    the order explains the difference. Raises `InvalidInputError` with every fault, each at its
    action.
    """
    try:
        return _priced(request, here)
    except ValidationError:
        # The only numbers that nobody wrote: a fee, a credit or an instalment of a large sum.
        fact = "an amount that follows from this has more digits than a quote can state"
        fault = Fault("too_large", fact, "check the quantities and prices").at("actions")
        raise InvalidInputError(fault) from None


def _priced(request: ChangeRequest, here: Circumstances) -> ChangeOrder:
    new = requested_work(request, here)
    work = here.work(new)
    free, rounds = _free(request, here, work)
    if free:
        work = here.work(credited(here.number, work))
    rush = _in_a_rush(request, here) if here.rush is None else here.rush
    fees = [] if free else _fees(request, here, work, rush=rush)
    fees += concession_of(here.number, request, work)
    revised = with_keys(work.after.quote, **_adjusted(work.after.quote, fees))
    payable = reprice(here.before, revised).totals.payable
    found = payable_faults(here.before, new.payments, payable, here.paid)
    faults = [at_payments(fault, request.actions) for fault in found]
    if faults:
        raise InvalidInputError(*faults)
    payments = revised_payments(here.number, here.before, new.payments, payable, set(here.paid))
    after = reprice(here.before, with_keys(revised, payments=payments))
    concession = request.concession
    return figures(
        here.original,
        here.before,
        after,
        request.actions,
        fees=fees,
        reason=None if concession is None else concession.reason,
        paid=here.paid,
        number=here.number,
        title=request.title,
        issued=here.on,
        valid_until=_until(here),
        request=request,
        allowance=here.rounds.after(request, here.before.quote, rounds),
        progress=here.progress,
        late_progress=here.progress if here.late is None else here.late,
        rush=rush,
        rounds=rounds,
        supersedes=here.supersedes,
    )


def _until(here: Circumstances) -> date | None:
    days = here.terms.valid_days
    try:
        return None if days is None else here.on + timedelta(days=days)
    except OverflowError:
        fact = f"the {days} days that orders stay open lead past the year 9999"
        fault = Fault("no_such_day", fact, "write fewer valid_days in the agreement")
        raise InvalidInputError(fault) from None


def _free(
    request: ChangeRequest, here: Circumstances, work: AddedWork
) -> tuple[bool, tuple[str, ...]]:
    """Say whether a request is free, and which rounds of the allowance that uses up."""
    if request.kind == "revision":
        rounds = here.rounds.used_by(request, Growth(request, here.before, work.after))
        return bool(rounds), rounds
    return request.kind == "defect", ()


def _in_a_rush(request: ChangeRequest, here: Circumstances) -> bool:
    rush = here.terms.rush
    if rush is None or request.wanted_by is None:
        return False
    asked = here.on if request.requested_on is None else request.requested_on
    quote = here.before.quote
    schedule = Schedule() if quote.schedule is None else quote.schedule
    # A schedule may name days off and no start; they are days off all the same.
    days_off = None if schedule.holidays is None else schedule.holidays.dates()
    calendar = WorkingCalendar(schedule, asked, days_off or here.before.holidays)
    days = calendar.number(request.wanted_by) - calendar.number(asked)
    return days <= rush.within_days


def _fees(request: ChangeRequest, here: Circumstances, work: AddedWork, *, rush: bool) -> list[Fee]:
    if request.kind == "clarification":
        return []
    own = _own_work(request, here, work)
    scope = request.kind == "scope"
    late = here.progress if here.late is None else here.late
    terms = here.terms
    if not scope:
        terms = terms.model_validate({**_stated(terms), "late": ()})
    charging = Charging(here.number, terms, work, own, late, rush)
    if request.reason in CLIENT:
        return charging.fees()
    return charging.saving_share() if scope and request.reason == "seller" else []


def _stated(terms: ChangeTerms) -> Mapping[str, object]:
    return {name: getattr(terms, name) for name in terms.model_fields_set}


def _own_work(request: ChangeRequest, here: Circumstances, work: AddedWork) -> AddedWork:
    """Return the work without announced prices and selected options, where there are any."""
    own: Sequence[Action] = [
        action for action in request.actions if not isinstance(action, Apply | Select)
    ]
    if len(own) == len(request.actions):
        return work
    return here.work(carry_out_some(here.before.quote, own, here.stopping.perform))


def _adjusted(quote: Quote, fees: Sequence[Fee]) -> dict[str, tuple[Adjustment, ...]]:
    """Return the document adjustments of a quote with the fees, and the concession, among them."""
    charged = (fee.as_adjustment() for fee in fees if fee.term is not None)
    conceded = (fee.as_adjustment() for fee in fees if fee.term is None)
    return {
        "surcharges": (*quote.surcharges, *charged),
        "discounts": (*quote.discounts, *conceded),
    }
