"""Requests made into change orders, and orders issued anew."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from quotekit.changes.circumstances import Circumstances
from quotekit.changes.conflicts import conflict_faults
from quotekit.changes.contract import Contract
from quotekit.changes.instalments import paid_faults
from quotekit.changes.order import ChangeOrder
from quotekit.changes.pricing_order import price_order
from quotekit.changes.progress import Progress, rescaled, stated_progress
from quotekit.changes.request import ChangeRequest
from quotekit.errors import ConflictError, Fault, InvalidInputError, NotAllowedError


def issue(  # noqa: PLR0913 - two of them and what happened since
    contract: Contract,
    request: ChangeRequest,
    *,
    on: date,
    progress: Mapping[str, object] | None = None,
    late_progress: Mapping[str, object] | None = None,
    paid: Iterable[str] = (),
) -> ChangeOrder:
    """Price a request as the next change order of a contract, which stays as it is.

    `progress` says in percent how far each begun task has come, `late_progress` how far it had
    on the day of the request, where that is not the same; `paid` which instalments are invoiced
    or paid. Raises `InvalidInputError` with every fault of the request, each at its
    action.
    """
    stated = stated_progress(progress or {}, contract.current)
    here = _circumstances(contract, on, stated, paid)
    if late_progress is not None:
        here = replace(here, late=stated_progress(late_progress, contract.current))
    return price_order(request, here)


def reissue(
    contract: Contract,
    number: str,
    *,
    on: date,
    progress: Mapping[str, object] | None = None,
    paid: Iterable[str] = (),
) -> ChangeOrder:
    """Price an order anew on the agreed quote, under the next number; it supersedes the old one.

    Whether it came late or in a rush stays as it was; `progress`, where left out, goes on from
    that of the order. Raises `ConflictError` where an order accepted since has changed the same
    field, `NotAllowedError` where the order was accepted or replaced, and `InvalidInputError`.
    """
    order = contract.order(number)
    state = contract.decisions[number].state
    if state in {"accepted", "superseded"} or order.request is None:
        fact = f"{number} is {state} already"
        raise NotAllowedError(Fault("decided", fact, "request a new change", value=number))
    heir = next((one for one in contract.orders if one.supersedes == number), None)
    if heir is not None and contract.decisions[str(heir.number)].state in {"pending", "accepted"}:
        fact = f"{number} has been issued anew as {heir.number}"
        raise NotAllowedError(Fault("decided", fact, f"decide {heir.number}", value=number))
    faults = [fault for other in contract.since(order) for fault in conflict_faults(order, other)]
    if faults:
        raise ConflictError(*faults)
    if progress is None:
        current: Progress = rescaled(order.progress, order.before, contract.priced)
    else:
        current = stated_progress(progress, contract.current)
    here = _circumstances(contract, on, current, (*order.paid, *paid), without=number)
    again = replace(here, late=order.late_progress, rush=order.rush)
    return price_order(order.request, again)


def restored(  # noqa: PLR0913 - one for each thing that was recorded
    contract: Contract,
    request: ChangeRequest,
    *,
    number: str,
    on: date,
    progress: Mapping[str, object],
    late_progress: Mapping[str, object],
    rush: bool,
    paid: Iterable[str] = (),
    supersedes: str | None = None,
) -> ChangeOrder:
    """Price an order once more as it was issued, from what a record holds of it.

    Raises as `issue` does.
    """
    stated = stated_progress(progress, contract.current)
    here = _circumstances(contract, on, stated, paid, without=supersedes)
    late = stated_progress(late_progress, contract.current)
    again = replace(here, number=number, late=late, rush=rush)
    return price_order(request, again)


def _circumstances(
    contract: Contract,
    on: date,
    progress: Progress,
    paid: Iterable[str],
    without: str | None = None,
) -> Circumstances:
    named = tuple(dict.fromkeys((*contract.paid, *paid)))
    faults = paid_faults(named, contract.priced)
    if faults:
        raise InvalidInputError(*faults)
    return Circumstances(
        number=contract.next_number,
        on=on,
        original=contract.priced_original,
        before=contract.priced,
        terms=contract.terms_on(on),
        rounds=contract.rounds(on, without=without),
        progress=progress,
        paid=named,
        supersedes=without,
    )
