"""Work that has begun: what is done of it is neither taken back nor made dearer."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from quotekit.changes.action import Action
from quotekit.changes.actions import AddRate, Revise, ReviseRate
from quotekit.changes.part_done import PartsDone
from quotekit.changes.progress import Progress, done_quantity
from quotekit.errors import Fault
from quotekit.pricing import likely_quantity
from quotekit.quotes import Quote, Rate, Task, counts
from quotekit.values import EXACT, ZERO, divided, plain, rounded

_TENTH = Decimal("0.1")
_SIZE = frozenset({"quantity", "estimate", "times"})
_PRICE = ("option", "rate", "price", "expense", "markup", "per", "every", "times")


def work_faults(
    actions: Sequence[Action], before: Quote, after: Quote, progress: Progress
) -> Iterator[Fault]:
    """Find work reduced below the part that is done, and raised rates that begun work uses."""
    old = {task.id: task for task in before.tasks}
    for task in after.tasks:
        percent = progress.get(task.id, ZERO)
        was = old.get(task.id)
        if percent and was is not None and was.ended is None and task.ended is None:
            fault = _reduced(was, task, percent, before, after)
            if fault is not None:
                key = str(fault.keys[-1])
                yield fault.at("actions", *_last_on(task.id, key, actions, before))
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


def _last_on(name: str, key: str, actions: Sequence[Action], quote: Quote) -> list[int]:
    """Return the position of the last action on a task that says such a thing of it."""
    keys = _SIZE if key in _SIZE else {key}
    named = [at for at, one in enumerate(actions) if one.target(quote) == name]
    stating = [
        at for at in named
        if isinstance(one := actions[at], Revise) and not keys.isdisjoint(one.set.stated)
    ]  # fmt: skip
    return (stating or named)[-1:]


def _rate_changed(action: Action) -> str | None:
    # A rate that is taken off the card and put back at another price has been revised as well.
    if isinstance(action, ReviseRate):
        return action.revise_rate
    return action.add_rate.id if isinstance(action, AddRate) else None


def _reduced(was: Task, task: Task, percent: Decimal, before: Quote, after: Quote) -> Fault | None:
    """Find that less than the part done would be left of a begun task, in quantity or in money."""
    if not counts(was, before.selected):
        return None
    whole = was.expense is not None
    if counts(task, after.selected) and not whole and _priced_alike(was, task):
        fault = _below_done(was, task, percent, before)
        if fault is not None:
            return fault.at("set", "quantity")
    keys = [key for key in _PRICE if getattr(was, key) != getattr(task, key)]
    if whole:
        keys += [key for key in sorted(_SIZE) if getattr(was, key) != getattr(task, key)]
    if not keys or not _rates_known(task, before, after):
        return None
    parts = PartsDone(before, after)
    done, left = parts.agreed(was, percent), parts.revised(was, task, percent)
    return None if left >= done else _worth_less(was, percent, done, left).at("set", keys[0])


def _priced_alike(was: Task, task: Task) -> bool:
    return (was.rate is None) == (task.rate is None) and (was.price is None) == (task.price is None)


def _rates_known(task: Task, before: Quote, after: Quote) -> bool:
    return task.rate is None or task.rate in after.rates or task.rate in before.rates


def _worth_less(was: Task, percent: Decimal, done: Decimal, left: Decimal) -> Fault:
    would = f"would come to {plain(left)} instead of {plain(done)}"
    if was.expense is not None:
        fact = f'"{was.id}" has begun and stays whole, and {would}'
        return Fault("below_done", fact, "leave it as it is")
    fact = f'"{was.id}" is {_shown(percent)} % done, which {would}'
    remedy = "remove it, which keeps the part done, and add what is wanted now as a new task"
    return Fault("below_done", fact, remedy)


def _shown(percent: Decimal) -> str:
    return plain(rounded(percent, _TENTH))


def _below_done(was: Task, task: Task, percent: Decimal, quote: Quote) -> Fault | None:
    # What is rounded up to an increment may come to more than is written; all of it will do.
    least = min(done_quantity(was, percent, quote.rates), likely_quantity(was))
    if was.times != task.times:
        least = divided(EXACT.multiply(least, Decimal(was.times or 1)), Decimal(task.times or 1))
    if likely_quantity(task) >= least:
        return None
    return Fault(
        "below_done",
        f'"{task.id}" is {_shown(percent)} % done, more than would be left',
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
