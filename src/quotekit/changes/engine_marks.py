"""The marks that change orders make: a quote that goes out bears none of them yet."""

from collections.abc import Iterator

from quotekit.changes.limits import ENGINE, marks_of, not_yours, own_of
from quotekit.errors import Fault
from quotekit.quotes import Quote


def mark_faults(quote: Quote) -> Iterator[Fault]:
    """Find what a quote bears of the marks by which change orders are known."""
    if quote.number.startswith(ENGINE):
        fact = f"numbers that begin with {ENGINE} are those of change orders"
        yield Fault("engine_mark", fact, "choose another number", value=quote.number).at("number")
    for at, task in enumerate(quote.tasks):
        yield from (fault.at("tasks", at) for fault in marks_of(task))
    for key in ("discounts", "surcharges"):
        if own_of(getattr(quote, key)):
            yield not_yours(key).at(key)
    for at, payment in enumerate(quote.payments):
        if payment.id.startswith(ENGINE):
            yield not_yours("id").at("payments", at, "id")
