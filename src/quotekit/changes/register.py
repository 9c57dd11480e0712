"""The register of a contract's change orders: every one ever offered, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from quotekit.changes.order import ChangeOrder
from quotekit.errors import Fault, NotAllowedError, UnknownNameError
from quotekit.quotes import unknown_name

State = Literal["pending", "accepted", "declined", "withdrawn", "superseded"]


@dataclass(frozen=True, slots=True)
class Decision:
    """Say what became of an order, on which day, and why."""

    state: State
    on: date | None = None
    reason: str | None = None


@dataclass(frozen=True, eq=False)
class Register:
    """Hold the orders in the order of their numbers, their decisions, and those accepted.

    Nothing is ever taken out, and no number is used twice.
    """

    orders: tuple[ChangeOrder, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()

    @property
    def next_number(self) -> str:
        """Return the number of the next order."""
        last = max((int(str(order.number)[3:]) for order in self.orders), default=0)
        return f"CO-{last + 1:03d}"

    def order(self, number: str) -> ChangeOrder:
        """Return an order by its number; raises `UnknownNameError` where there is none."""
        known = {str(order.number): order for order in self.orders}
        if number not in known:
            raise UnknownNameError(unknown_name("change order", number, known))
        return known[number]

    def accepted_orders(self) -> tuple[ChangeOrder, ...]:
        """Return the accepted orders, in the order in which they were accepted."""
        return tuple(map(self.order, self.accepted))

    def status(self, number: str, on: date) -> State | Literal["expired"]:
        """Say where an order stands on a day; a pending one expires after its last day."""
        until = self.order(number).valid_until
        state = self.decisions[number].state
        return "expired" if state == "pending" and until is not None and on > until else state

    def pending(self, on: date) -> tuple[ChangeOrder, ...]:
        """Return the orders that wait for a decision on a day."""
        return tuple(
            order for order in self.orders if self.status(str(order.number), on) == "pending"
        )

    def rounds_taken(self, on: date, *, without: str | None = None) -> dict[str, int]:
        """Count the free rounds that accepted and pending orders use, by task.

        `without` names an order that is about to be replaced.
        """
        taken: dict[str, int] = {}
        for order in self.orders:
            number = str(order.number)
            if number != without and self.status(number, on) in {"accepted", "pending"}:
                for name in order.rounds:
                    taken[name] = taken.get(name, 0) + 1
        return taken

    @property
    def latest_day(self) -> date:
        """Return the day of the latest step."""
        days = [order.issued for order in self.orders]
        days += [decision.on for decision in self.decisions.values()]
        return max((day for day in days if day is not None), default=date.min)

    def entered(self, order: ChangeOrder) -> "Register":
        """Return the register with an order more; one that it supersedes is decided by that.

        Raises `NotAllowedError` where its number is used already, or where the order that it
        supersedes has been accepted meanwhile.
        """
        number = str(order.number)
        if number in self.decisions:
            fact = f"the number {number} is used already"
            raise NotAllowedError(Fault("number_used", fact, "issue the request anew"))
        decisions = {**self.decisions, number: Decision("pending")}
        old = order.supersedes
        if old in self.accepted:
            fact = f"{number} was to replace {old}, which has been accepted since"
            raise NotAllowedError(Fault("decided", fact, "request a new change", value=old))
        if old is not None and decisions[str(self.order(old).number)].state == "pending":
            decisions[old] = Decision("superseded", order.issued, number)
        return replace(self, orders=(*self.orders, order), decisions=decisions)

    def undecided(self, number: str) -> ChangeOrder:
        """Return an order that is not decided yet; raises `NotAllowedError` where it is."""
        order = self.order(number)
        state = self.decisions[number].state
        if state != "pending":
            fact = f"{number} is {state} already"
            remedy = "reissue it" if state in {"declined", "withdrawn"} else "request a new change"
            if state == "superseded":
                remedy = f"decide {self.decisions[number].reason} instead"
            raise NotAllowedError(Fault("decided", fact, remedy, value=number))
        return order

    def decided(self, number: str, decision: Decision) -> "Register":
        """Return the register with an order decided; raises `NotAllowedError` where it is."""
        self.undecided(number)
        return replace(self, decisions={**self.decisions, number: decision})

    def agreed(self, order: ChangeOrder, decision: Decision) -> "Register":
        """Return the register with an order accepted as it now stands."""
        number = str(order.number)
        orders = tuple(order if one.number == number else one for one in self.orders)
        decisions = {**self.decisions, number: decision}
        return replace(self, orders=orders, decisions=decisions, accepted=(*self.accepted, number))
