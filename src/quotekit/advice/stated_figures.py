"""What a caller states beside a contract: how far tasks have come, and what was paid."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from pydantic_core import PydanticCustomError

from quotekit.changes import Contract, stated_progress
from quotekit.errors import Fault, InvalidInputError
from quotekit.values import EXACT, HUNDRED, ZERO, exact, plain, quantum, rounded


def checked_progress(contract: Contract, progress: Mapping[str, object]) -> dict[str, Decimal]:
    """Return the percent of each task that is stated.

    Raises `InvalidInputError` for a task that the contract does not have, and for what is no
    percent from 0 to 100.
    """
    found = stated_progress(progress, contract.current)
    return {name: found.get(name, ZERO) for name in progress}


def stated_percent(stated: object, *place: str) -> Decimal:
    """Return a percent from 0 to 100; raises `InvalidInputError` for what is none."""
    try:
        percent = exact(stated.removesuffix("%").rstrip() if isinstance(stated, str) else stated)
    except PydanticCustomError as error:
        raise InvalidInputError(_said(error, stated).at(*place)) from None
    if not 0 <= percent <= HUNDRED:
        fact = f"{plain(percent)} % is no progress"
        fault = Fault("no_progress", fact, "write 0 to 100", value=str(stated))
        raise InvalidInputError(fault.at(*place))
    return percent


def checked_sum(contract: Contract, payments: Iterable[object], place: str = "payments") -> Decimal:
    """Add up what was paid, refunds being below zero; `place` names it in faults.

    Raises `InvalidInputError` for what is no number, and for an amount that nobody can pay, as it
    has more decimals than the currency.
    """
    unit = quantum(contract.priced.decimals)
    paid = ZERO.quantize(unit)
    faults = []
    for at, stated in enumerate(payments):
        try:
            amount = exact(stated)
        except PydanticCustomError as error:
            faults.append(_said(error, stated).at(place, at))
            continue
        if amount != rounded(amount, unit):
            fact = f"nobody can pay {plain(amount)}, which has more decimals than the currency"
            remedy = f"write {rounded(amount, unit):f}"
            fault = Fault("too_many_decimals", fact, remedy, value=str(stated))
            faults.append(fault.at(place, at))
        paid = EXACT.add(paid, amount)
    if faults:
        raise InvalidInputError(*faults)
    return paid


def _said(error: PydanticCustomError, stated: object) -> Fault:
    said = error.context or {}
    return Fault(said["code"], said["fact"], said["remedy"], value=str(stated))
