"""How far tasks have come, in percent of their quantity, and what part of them is done."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pydantic_core import PydanticCustomError

from quotekit.errors import Fault, InvalidInputError
from quotekit.pricing import PricedQuote, likely_quantity
from quotekit.quotes import Quote, Rate, Task, unknown_name
from quotekit.values import EXACT, HUNDRED, ZERO, divided, exact, to_multiple, writable

_STEP = Decimal("0.0001")
"""What the part done is rounded up to, where the rate has no increment."""
_DUST = Decimal("1e-12")

Progress = Mapping[str, Decimal]
"""The percent of its quantity that is done, of each task that is begun."""


def stated_progress(progress: Mapping[str, object], quote: Quote) -> dict[str, Decimal]:
    """Check what a caller states: percents from 0 to 100 of tasks of the quote."""
    faults = []
    found: dict[str, Decimal] = {}
    names = {task.id for task in quote.tasks}
    for name, stated in progress.items():
        if name not in names:
            faults.append(unknown_name("task", name, names, "progress", name))
            continue
        try:
            found[name] = _percent(stated)
        except PydanticCustomError as error:
            said = error.context or {}
            fault = Fault(said["code"], said["fact"], said["remedy"], value=str(stated))
            faults.append(fault.at("progress", name))
    if faults:
        raise InvalidInputError(*faults)
    return {name: percent for name, percent in found.items() if percent}


def _percent(stated: object) -> Decimal:
    percent = exact(stated.removesuffix("%").rstrip() if isinstance(stated, str) else stated)
    if not 0 <= percent <= HUNDRED:
        context = {
            "code": "no_progress",
            "fact": f"{percent:f} % is no progress",
            "remedy": "write 0 to 100",
        }
        raise PydanticCustomError("quotekit", "{fact}", context)
    return percent


def part(amount: Decimal, percent: Decimal) -> Decimal:
    """Return so many percent of an amount, unrounded."""
    return EXACT.multiply(amount, EXACT.scaleb(percent, -2))


def done_quantity(task: Task, percent: Decimal, rates: Mapping[str, Rate]) -> Decimal:
    """Return the part of a task's quantity that is done, rounded up to the rate's increment.

    Without an increment it is rounded up to 0.0001. An estimate counts at its expected quantity.
    """
    rate = rates[task.rate] if task.rate is not None else None
    step = _STEP if rate is None or rate.increment is None else rate.increment
    done = part(likely_quantity(task), percent)
    # What a rescaled percent left far behind the point is no work that anybody has done.
    return to_multiple(EXACT.quantize(done, _DUST), step, "ceiling")


def rescaled(progress: Progress, before: PricedQuote, after: PricedQuote) -> dict[str, Decimal]:
    """Return the progress in percent of the quantities of another quote: old by new quantity.

    Nothing is more than done, and what the other quote no longer has is left out.
    """
    return dict(_rescaled(progress, before, after))


def _rescaled(
    progress: Progress, before: PricedQuote, after: PricedQuote
) -> Iterator[tuple[str, Decimal]]:
    old = {line.id: line.quantity for line in before.lines if line.id in progress}
    new = {line.id: line.quantity for line in after.lines if line.id in progress}
    for name, percent in progress.items():
        if name in old and name in new:
            yield name, rescaled_percent(percent, old[name], new[name])


def rescaled_percent(percent: Decimal, old: Decimal, new: Decimal) -> Decimal:
    """Return a percent of an old quantity in percent of a new one, to 18 decimals at most."""
    if old == new:
        return percent
    if new <= ZERO:
        return HUNDRED
    scaled = writable(divided(EXACT.multiply(percent, old), new))
    return min(HUNDRED, max(ZERO, scaled))
