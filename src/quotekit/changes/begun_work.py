"""Work that has begun: what is done of it is neither taken back nor made dearer."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from quotekit.changes.action import Action
from quotekit.changes.actions import AddRate, Revise, ReviseRate
from quotekit.changes.progress import Progress, done_quantity
from quotekit.errors import Fault
from quotekit.pricing import likely_quantity
from quotekit.quotes import Quote, Rate, Task
from quotekit.values import EXACT, ZERO, divided, plain, rounded

_TENTH = Decimal("0.1")
_SIZE = frozenset({"quantity", "estimate", "times"})


def work_faults(
    actions: Sequence[Action], before: Quote, after: Quote, progress: Progress
) -> Iterator[Fault]:
    """Find work reduced below the part that is done, and raised rates that begun work uses."""
    old = {task.id: task for task in before.tasks}
    for task in after.tasks:
        percent = progress.get(task.id, ZERO)
        was = old.get(task.id)
        if percent and was is not None and was.ended is None and task.ended is None:
            fault = _below_done(was, task, percent, before)
            if fault is not None:
                yield fault.at("actions", *_last_on(task.id, actions, before), "set", "quantity")
    for at, action in enumerate(actions):
        name = _rate_changed(action)
        if name is not None:
            rates = before.rates.get(name), after.rates.get(name)
            for task in after.tasks:
                begun = progress.get(task.id, ZERO) > 0
                fault = _rate_fault(task, *rates, begun=begun) if task.rate == name else None
                if fault is not None and task.id in old:
                    yield fault.at("actions", at, action.verb)
                    break


def _last_on(name: str, actions: Sequence[Action], quote: Quote) -> list[int]:
    """Return the position of the last action that says how much of a task there is to be."""
    named = [at for at, one in enumerate(actions) if one.target(quote) == name]
    sized = [
        at for at in named
        if isinstance(one := actions[at], Revise) and not _SIZE.isdisjoint(one.set.stated)
    ]  # fmt: skip
    return (sized or named)[-1:]


def _rate_changed(action: Action) -> str | None:
    # A rate that is taken off the card and put back at another price has been revised as well.
    if isinstance(action, ReviseRate):
        return action.revise_rate
    return action.add_rate.id if isinstance(action, AddRate) else None


def _below_done(was: Task, task: Task, percent: Decimal, quote: Quote) -> Fault | None:
    if (was.rate is None) != (task.rate is None) or (was.price is None) != (task.price is None):
        return None
    # What is rounded up to an increment may come to more than is written; all of it will do.
    least = min(done_quantity(was, percent, quote.rates), likely_quantity(was))
    if was.times != task.times:
        least = divided(EXACT.multiply(least, Decimal(was.times or 1)), Decimal(task.times or 1))
    if likely_quantity(task) >= least:
        return None
    return Fault(
        "below_done",
        f'"{task.id}" is {plain(rounded(percent, _TENTH))} % done, more than would be left',
        f"write quantity: {plain(least)} at least",
        value=plain(likely_quantity(task)),
    )


def _rate_fault(task: Task, old: Rate | None, new: Rate | None, *, begun: bool) -> Fault | None:
    if old is None or new is None:
        return None
    if task.ended is not None and _figures(old) != _figures(new):
        fact = f'the task "{task.id}" was ended at this rate, which is what it stays at'
        return Fault("ended", fact, "add a rate and use that", value=task.id)
    if begun and _raised(old, new):
        fact = f'the task "{task.id}", which uses this rate, has begun'
        remedy = "add a rate with the new price and move the rest of the work to it"
        return Fault("rate_raised", fact, remedy, value=task.id)
    return None


def _figures(rate: Rate) -> tuple[object, ...]:
    return rate.price, rate.per, rate.increment, rate.tiers


def _raised(old: Rate, new: Rate) -> bool:
    bounds = {ZERO, *(tier.above for tier in (*old.tiers, *new.tiers))}
    if any(_price_above(new, bound) > _price_above(old, bound) for bound in bounds):
        return True
    return (new.increment or ZERO) > (old.increment or ZERO)


def _price_above(rate: Rate, bound: Decimal) -> Decimal:
    price = rate.price
    for tier in rate.tiers:
        if tier.above <= bound:
            price = tier.price
    return divided(price, rate.per)
