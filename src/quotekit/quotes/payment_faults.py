"""Whether payment terms can add up, before any price is known."""

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from quotekit.errors import Fault
from quotekit.quotes.faults import unknown_name
from quotekit.quotes.payment import Payment
from quotekit.quotes.referring import repeated, reserved
from quotekit.values import EXACT, HUNDRED, ZERO, plain

EVENTS = ("acceptance", "delivery")


def payment_faults(payments: Sequence[Payment], tasks: Set[str]) -> Iterator[Fault]:
    """Find ids that stand twice, events that are none, and shares that cannot add up."""
    ids = [(payment.id, ("payments", at, "id")) for at, payment in enumerate(payments)]
    yield from repeated(ids, "payments")
    yield from reserved(ids, "payment")
    for at, payment in enumerate(payments):
        event = payment.due.after if payment.due is not None else None
        if event is not None and event not in EVENTS and event not in tasks:
            yield unknown_name(
                "task or event", event, [*tasks, *EVENTS], "payments", at, "due", "after"
            )
    yield from _shares(payments)


def _shares(payments: Sequence[Payment]) -> Iterator[Fault]:
    percents = [payment.percent for payment in payments if payment.percent is not None]
    balances = [at for at, payment in enumerate(payments) if payment.balance]
    together = sum_of(percents)
    if len(balances) > 1:
        yield Fault(
            "two_balances", "a second payment takes the balance", "let one payment take it"
        ).at("payments", balances[1], "balance")
    if together > HUNDRED:
        yield Fault(
            "over_100",
            f"the payments come to {plain(together)} % together",
            f"take off {plain(EXACT.subtract(together, HUNDRED))} %",
        ).at("payments")
    elif percents and not balances and together < HUNDRED:
        yield Fault(
            "under_100",
            f"the payments come to {plain(together)} % only",
            f"add the missing {plain(EXACT.subtract(HUNDRED, together))} %, or a payment with "
            "balance: true",
        ).at("payments")


def sum_of(numbers: Sequence[Decimal]) -> Decimal:
    """Add numbers exactly."""
    total = ZERO
    for number in numbers:
        total = EXACT.add(total, number)
    return total
