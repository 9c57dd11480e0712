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


def checked_sum(contract: Contract, payments: Iterable[object]) -> Decimal:
    """Add up what was paid, refunds below zero; raises `InvalidInputError` with every fault."""
    paid = ZERO.quantize(quantum(contract.priced.decimals))
    faults: list[Fault] = []
    for at, stated in enumerate(payments):
        try:
            paid = EXACT.add(paid, checked_amount(contract, stated, "payments", at))
        except InvalidInputError as error:
            faults += error.faults
    if faults:
        raise InvalidInputError(*faults)
    return paid


def checked_amount(contract: Contract, stated: object, *place: str | int) -> Decimal:
    """Return an amount with the decimals of the contract's currency.

    Raises `InvalidInputError` for what is no number, and for an amount that nobody can pay, as it
    has more decimals than the currency.
    """
    try:
        amount = exact(stated)
    except PydanticCustomError as error:
        raise InvalidInputError(_said(error, stated).at(*place)) from None
    payable = rounded(amount, quantum(contract.priced.decimals))
    if amount != payable:
        fact = f"nobody can pay {plain(amount)}, which has more decimals than the currency"
        fault = Fault("too_many_decimals", fact, f"write {payable:f}", value=str(stated))
        raise InvalidInputError(fault.at(*place))
    return payable


def _said(error: PydanticCustomError, stated: object) -> Fault:
    said = error.context or {}
    return Fault(said["code"], said["fact"], said["remedy"], value=str(stated))
