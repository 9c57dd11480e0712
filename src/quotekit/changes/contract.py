"""The contract: what was agreed at first, every change order since, and what is agreed now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, Self

from quotekit.changes.allowance import Rounds
from quotekit.changes.comparing import figures
from quotekit.changes.order import ChangeOrder, ContractSum
from quotekit.changes.pricing_order import Circumstances
from quotekit.changes.rebasing import rebased
from quotekit.changes.terms import terms_in_force
from quotekit.errors import (
    ExpiredError,
    Fault,
    InvalidInputError,
    NotAllowedError,
    StaleBaseError,
    UnknownNameError,
)
from quotekit.pricing import PricedQuote, price
from quotekit.quotes import (
    Agreement,
    ChangeTerms,
    Quote,
    TermException,
    currency_faults,
    unknown_name,
)

State = Literal["pending", "accepted", "declined", "withdrawn", "superseded"]


@dataclass(frozen=True, slots=True)
class Decision:
    """Say what became of an order, on which day, and why."""

    state: State
    on: date | None = None
    reason: str | None = None


class Contract:
    """Hold an agreed quote and its change orders; no step changes it, each returns another one.

    `exceptions` are departures from the agreement granted since. Raises `InvalidInputError`
    where the agreement states no amounts in the currency of the quote, or an exception holds
    what its term cannot.
    """

    def __init__(
        self,
        quote: Quote,
        agreement: Agreement | None = None,
        exceptions: Iterable[TermException] = (),
    ) -> None:
        """Begin with the quote as it was agreed."""
        self.original = quote
        self.agreement = agreement
        self.exceptions = tuple(exceptions)
        self.priced_original = price(quote)
        self.priced: PricedQuote = self.priced_original
        """The quote as it is agreed now, priced."""
        self.orders: tuple[ChangeOrder, ...] = ()
        """Every order that was offered, in the order of their numbers."""
        self.decisions: Mapping[str, Decision] = {}
        self._accepted: tuple[str, ...] = ()
        faults = [] if agreement is None else list(currency_faults(agreement, quote.currency))
        if faults:
            raise InvalidInputError(*faults)
        _ = self.terms

    @property
    def current(self) -> Quote:
        """Return the quote as it is agreed now."""
        return self.priced.quote

    @cached_property
    def terms(self) -> ChangeTerms:
        """Return the terms by which changes are charged now, exceptions taken into account."""
        return terms_in_force(self.agreement, self.current, self.exceptions)

    @cached_property
    def sum(self) -> ContractSum:
        """Return the contract sum; its `change` is nothing, for nothing is being changed."""
        return figures(self.priced_original, self.priced, self.priced, ()).sum

    @property
    def allowance(self) -> Rounds:
        """Return the free rounds used and left, as of the latest step."""
        steps = [order.issued for order in self.orders] + [
            decision.on for decision in self.decisions.values()
        ]
        return self.rounds(max((day for day in steps if day is not None), default=date.min))

    def rounds(self, on: date, *, without: str | None = None) -> Rounds:
        """Return the free rounds used and left on a day: accepted and pending orders count.

        `without` names an order that is about to be replaced.
        """
        taken: dict[str, int] = {}
        for order in self.orders:
            if order.number != without and self.status(str(order.number), on) in {
                "accepted",
                "pending",
            }:
                for name in order.rounds:
                    taken[name] = taken.get(name, 0) + 1
        return Rounds(self.terms.allowance, taken)

    @property
    def paid(self) -> tuple[str, ...]:
        """Return the instalments that accepted orders have left as they were, being paid."""
        found = (name for order in self._accepted_orders() for name in order.paid)
        return tuple(dict.fromkeys(found))

    @property
    def next_number(self) -> str:
        """Return the number of the next order; none is used twice."""
        last = max((int(str(order.number)[3:]) for order in self.orders), default=0)
        return f"CO-{last + 1:03d}"

    def order(self, number: str) -> ChangeOrder:
        """Return an order by its number; raises `UnknownNameError` where there is none."""
        known = {str(order.number): order for order in self.orders}
        if number not in known:
            raise UnknownNameError(unknown_name("change order", number, known))
        return known[number]

    def status(self, number: str, on: date) -> State | Literal["expired"]:
        """Say where an order stands on a day; a pending one expires after its last day."""
        state = self.decisions[str(self.order(number).number)].state
        until = self.order(number).valid_until
        return "expired" if state == "pending" and until is not None and on > until else state

    def pending(self, on: date) -> tuple[ChangeOrder, ...]:
        """Return the orders that wait for a decision on a day: exposure, and not yet agreed."""
        return tuple(
            order for order in self.orders if self.status(str(order.number), on) == "pending"
        )

    def offer(self, order: ChangeOrder) -> Self:
        """Register an order; what it supersedes is decided by that.

        Raises `NotAllowedError` where its number is used or it was not made from this contract.
        """
        number = str(order.number)
        if number in self.decisions:
            fact = f"the number {number} is used already"
            raise NotAllowedError(Fault("number_used", fact, "issue the request anew"))
        if order.number is None or order.base not in self._digests():
            fact = f"{number} was not issued on this contract"
            raise NotAllowedError(Fault("other_contract", fact, "issue the request on it"))
        decisions = {**self.decisions, number: Decision("pending")}
        if order.supersedes is not None and self._is_open(order.supersedes):
            decisions[order.supersedes] = Decision("superseded", order.issued, number)
        return self._with(orders=(*self.orders, order), decisions=decisions)

    def accept(self, number: str, *, on: date, honour_expired: str | None = None) -> Self:
        """Accept an order: from now on its revised quote is the agreed one.

        Raises `NotAllowedError` where it is decided already, `ExpiredError` after its last day
        unless `honour_expired` says why it is honoured all the same, and `StaleBaseError` where
        the agreed quote has changed since and the order would come out differently, or conflicts.
        """
        order = self._expect_open(number)
        if order.issued is not None and on < order.issued:
            fact = f"{number} was issued on {order.issued}, after {on}"
            raise NotAllowedError(Fault("too_early", fact, "check the day", value=str(on)))
        if self.status(number, on) == "expired" and honour_expired is None:
            fact = f"{number} was valid until {order.valid_until}"
            remedy = "reissue it, or say why it is honoured all the same"
            raise ExpiredError(Fault("expired", fact, remedy, value=str(on)))
        if order.base != self.priced.digest:
            order = self._rebased(order, on)
        orders = tuple(order if one.number == number else one for one in self.orders)
        decisions = {**self.decisions, number: Decision("accepted", on, honour_expired)}
        accepted = (*self._accepted, number)
        return self._with(
            orders=orders, decisions=decisions, _accepted=accepted, priced=order.after
        )

    def decline(self, number: str, *, on: date, reason: str | None = None) -> Self:
        """Decline an order, for the client; raises `NotAllowedError` where it is decided."""
        return self._decide(number, Decision("declined", on, reason))

    def withdraw(self, number: str, *, on: date, reason: str | None = None) -> Self:
        """Withdraw an order, for the seller; raises `NotAllowedError` where it is decided."""
        return self._decide(number, Decision("withdrawn", on, reason))

    def since(self, order: ChangeOrder) -> tuple[ChangeOrder, ...]:
        """Return the orders accepted since the quote that an order was issued on."""
        digests = self._digests()
        if order.base not in digests:
            return self._accepted_orders()
        last = len(digests) - 1 - digests[::-1].index(order.base)
        return self._accepted_orders()[last:]

    def _accepted_orders(self) -> tuple[ChangeOrder, ...]:
        return tuple(map(self.order, self._accepted))

    def _digests(self) -> list[str]:
        """Return the digests of the agreed quotes, from the original to the current one."""
        return [
            self.priced_original.digest,
            *(order.revised for order in self._accepted_orders()),
        ]

    def _rebased(self, order: ChangeOrder, on: date) -> ChangeOrder:
        between = self.since(order)
        here = Circumstances(
            number=str(order.number),
            on=order.issued or on,
            original=self.priced_original,
            before=self.priced,
            terms=self.terms,
            rounds=self.rounds(on, without=order.number),
            paid=self.paid,
        )
        again = rebased(order, between, here)
        if again is None:
            names = " and ".join(str(other.number) for other in between)
            fact = f"{order.number} was priced before {names} was accepted"
            fault = Fault("stale_base", fact, "reissue it", value=order.number)
            raise StaleBaseError(fault)
        return again

    def _is_open(self, number: str) -> bool:
        return self.decisions[self.order(number).number or ""].state == "pending"

    def _expect_open(self, number: str) -> ChangeOrder:
        order = self.order(number)
        if not self._is_open(number):
            state = self.decisions[number].state
            fact = f"{number} is {state} already"
            remedy = "reissue it" if state in {"declined", "withdrawn"} else "request a new change"
            raise NotAllowedError(Fault("decided", fact, remedy, value=number))
        return order

    def _decide(self, number: str, decision: Decision) -> Self:
        self._expect_open(number)
        return self._with(decisions={**self.decisions, number: decision})

    def _with(self, **changes: object) -> Self:
        other = object.__new__(type(self))
        kept = {name: value for name, value in vars(self).items() if name not in {"terms", "sum"}}
        vars(other).update(kept | changes)
        return other
