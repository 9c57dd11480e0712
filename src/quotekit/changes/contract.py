"""The contract: what was agreed at first, every change order since, and what is agreed now."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Literal, Self

from quotekit.changes.allowance import Rounds
from quotekit.changes.circumstances import Circumstances
from quotekit.changes.comparing import figures
from quotekit.changes.order import ChangeOrder, ContractSum, ContractTime
from quotekit.changes.rebasing import rebased
from quotekit.changes.register import Decision, Register, State
from quotekit.changes.terms import in_force
from quotekit.errors import (
    ExpiredError,
    Fault,
    InvalidInputError,
    NotAllowedError,
    StaleBaseError,
)
from quotekit.pricing import PricedQuote, price
from quotekit.quotes import Agreement, ChangeTerms, Quote, TermException, currency_faults

_WORKED_OUT = frozenset({"agreement_in_force", "sum", "time"})
"""What is worked out once of what a contract holds, and anew after a step."""


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
        self._register = Register()
        faults = [] if agreement is None else list(currency_faults(agreement, quote.currency))
        if faults:
            raise InvalidInputError(*faults)
        _ = self.terms

    @property
    def current(self) -> Quote:
        """Return the quote as it is agreed now."""
        return self.priced.quote

    @property
    def orders(self) -> tuple[ChangeOrder, ...]:
        """Return every order that was offered, in the order of their numbers."""
        return self._register.orders

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """Return what became of each order, by its number."""
        return self._register.decisions

    @property
    def next_number(self) -> str:
        """Return the number of the next order; none is used twice."""
        return self._register.next_number

    @cached_property
    def agreement_in_force(self) -> Agreement:
        """Return the agreement as it holds now, exceptions taken into account."""
        return in_force(self.agreement, self.current, self.exceptions)

    @property
    def terms(self) -> ChangeTerms:
        """Return the terms by which changes are charged now."""
        return self.agreement_in_force.changes

    def agreement_on(self, day: date) -> Agreement:
        """Return the agreement as it holds on a day; exceptions may have expired."""
        return in_force(self.agreement, self.current, self.exceptions, day)

    def terms_on(self, day: date) -> ChangeTerms:
        """Return the terms by which changes are charged on a day."""
        return self.agreement_on(day).changes

    @cached_property
    def sum(self) -> ContractSum:
        """Return the contract sum; its `change` is nothing, for nothing is being changed."""
        return figures(self.priced_original, self.priced, self.priced, ()).sum

    @cached_property
    def time(self) -> ContractTime:
        """Return the contract time; its `change` is nothing, as that of `sum`."""
        return figures(self.priced_original, self.priced, self.priced, ()).time

    @property
    def allowance(self) -> Rounds:
        """Return the free rounds used and left, as of the latest step."""
        return self.rounds(self._register.latest_day)

    def rounds(self, on: date, *, without: str | None = None) -> Rounds:
        """Return the free rounds used and left on a day: accepted and pending orders count.

        `without` names an order that is about to be replaced.
        """
        return Rounds(self.terms_on(on).allowance, self._register.rounds_taken(on, without=without))

    @property
    def paid(self) -> tuple[str, ...]:
        """Return the instalments that accepted orders have left as they were, being paid."""
        found = (name for order in self._register.accepted_orders() for name in order.paid)
        return tuple(dict.fromkeys(found))

    def order(self, number: str) -> ChangeOrder:
        """Return an order by its number; raises `UnknownNameError` where there is none."""
        return self._register.order(number)

    def status(self, number: str, on: date) -> State | Literal["expired"]:
        """Say where an order stands on a day; a pending one expires after its last day."""
        return self._register.status(number, on)

    def pending(self, on: date) -> tuple[ChangeOrder, ...]:
        """Return the orders that wait for a decision on a day: exposure, and not yet agreed."""
        return self._register.pending(on)

    def offer(self, order: ChangeOrder) -> Self:
        """Register an order; what it supersedes is decided by that.

        Raises `NotAllowedError` where its number is used or it was not made from this contract.
        """
        if order.number is None or order.base not in self._digests():
            fact = f"{order.number or 'a bare difference'} was not issued on this contract"
            raise NotAllowedError(Fault("other_contract", fact, "issue the request on it"))
        return self._with(self._register.entered(order))

    def accept(self, number: str, *, on: date, honour_expired: str | None = None) -> Self:
        """Accept an order: from now on its revised quote is the agreed one.

        Raises `NotAllowedError` where it is decided already, `ExpiredError` after its last day
        unless `honour_expired` says why it is honoured all the same, and `StaleBaseError` where
        the agreed quote has changed since and the order would come out differently, or conflicts.
        """
        order = self._register.undecided(number)
        if order.issued is not None and on < order.issued:
            fact = f"{number} was issued on {order.issued}, after {on}"
            raise NotAllowedError(Fault("too_early", fact, "check the day", value=str(on)))
        expired = self.status(number, on) == "expired"
        if expired and honour_expired is None:
            fact = f"{number} was valid until {order.valid_until}"
            remedy = "reissue it, or say why it is honoured all the same"
            raise ExpiredError(Fault("expired", fact, remedy, value=str(on)))
        if order.base != self.priced.digest:
            order = self._rebased(order, on)
        decision = Decision("accepted", on, honour_expired if expired else None)
        return self._with(self._register.agreed(order, decision), priced=order.after)

    def decline(self, number: str, *, on: date, reason: str | None = None) -> Self:
        """Decline an order, for the client; raises `NotAllowedError` where it is decided."""
        return self._with(self._register.decided(number, Decision("declined", on, reason)))

    def withdraw(self, number: str, *, on: date, reason: str | None = None) -> Self:
        """Withdraw an order, for the seller; raises `NotAllowedError` where it is decided."""
        return self._with(self._register.decided(number, Decision("withdrawn", on, reason)))

    def grant(self, exception: TermException) -> Self:
        """Depart from a term of the agreement from now on; raises as a new contract does."""
        other = self._with(self._register)
        other.exceptions = (*self.exceptions, exception)
        _ = other.terms
        return other

    def since(self, order: ChangeOrder) -> tuple[ChangeOrder, ...]:
        """Return the orders accepted since the quote that an order was issued on."""
        digests = self._digests()
        last = len(digests) - 1 - digests[::-1].index(order.base)
        return self._register.accepted_orders()[last:]

    def _digests(self) -> list[str]:
        """Return the digests of the agreed quotes, from the original to the current one."""
        accepted = self._register.accepted_orders()
        return [self.priced_original.digest, *(order.revised for order in accepted)]

    def _rebased(self, order: ChangeOrder, on: date) -> ChangeOrder:
        between = self.since(order)
        here = Circumstances(
            number=str(order.number),
            on=order.issued or on,
            original=self.priced_original,
            before=self.priced,
            terms=self.terms_on(order.issued or on),
            rounds=self.rounds(on, without=order.number),
            paid=self.paid,
        )
        again = rebased(order, between, here)
        if again is None:
            names = " and ".join(str(other.number) for other in between)
            were = "was" if len(between) == 1 else "were"
            fact = f"{order.number} was priced before {names} {were} accepted"
            raise StaleBaseError(Fault("stale_base", fact, "reissue it", value=order.number))
        return again

    def _with(self, register: Register, priced: PricedQuote | None = None) -> Self:
        other = object.__new__(type(self))
        kept = {name: value for name, value in vars(self).items() if name not in _WORKED_OUT}
        vars(other).update(kept, _register=register)
        if priced is not None:
            other.priced = priced
        return other
