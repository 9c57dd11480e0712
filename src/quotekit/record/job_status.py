"""The status of a job on a day: sum, time, orders, progress, payments, and what is owed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from quotekit.changes import ChangeOrder, Contract
from quotekit.record.contact_use import ContactUse, contact_use
from quotekit.record.contracts import agreed_state, known_by
from quotekit.record.due_now import known_due_dates
from quotekit.record.entry import Entry
from quotekit.record.journal import Journal
from quotekit.record.owed import Owed, owed
from quotekit.record.settled import settled_instalments
from quotekit.record.standing import State, state_of
from quotekit.values import EXACT, ZERO, calendar_day, exact, quantum


@dataclass(frozen=True, slots=True)
class Asked:
    """Show one request of the client: what became of it, and how the seller sees it."""

    seq: int
    id: str
    title: str | None
    kind: str
    reason: str
    value: str | None
    contradicts: int | None
    is_open: bool
    orders: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Status:
    """Hold where a job stands on a day.

    `contract` is None before a quote is accepted, and so is what follows from one. `paid` is what
    was paid less what was refunded. `pending` orders are exposure: they count nowhere else.
    """

    on: date
    state: State
    contract: Contract | None
    progress: Mapping[str, Decimal]
    done: Mapping[str, Decimal]
    """The progress with what was approved since, and that of orders to be begun at once."""
    pending: tuple[ChangeOrder, ...]
    paid: Decimal
    paid_for: Mapping[str, Decimal]
    settled: tuple[str, ...]
    """The instalments for which all was paid that they come to."""
    due_dates: Mapping[str, date]
    """When each instalment falls due: by what has happened, else as planned if it is."""
    due_known: frozenset[str]
    """The instalments that fall due after something that has happened."""
    owed: tuple[Owed, ...]
    contact: ContactUse | None
    requests: tuple[Asked, ...]

    @property
    def unpaid(self) -> Decimal | None:
        """Return what is payable and not yet paid, below zero where too much was; None before."""
        if self.contract is None:
            return None
        return EXACT.subtract(self.contract.priced.totals.payable, self.paid)


def status(journal: Journal, on: date | None = None) -> Status:
    """Return where a job stands by its record at the end of a day, the latest if none is given."""
    latest = max((_day(entry) for entry in journal.in_force), default=date.min)
    day = latest if on is None else on
    entries = known_by(journal.in_force, day)
    state = state_of(entries)
    found = agreed_state(entries)
    contract = found.contract
    payments = [entry.data for entry in entries if entry.event == "payment"]
    paid_for = _paid_for(payments, contract)
    instalments = () if contract is None else contract.priced.instalments
    known = dict(known_due_dates(instalments, state))
    use = None
    if contract is not None:
        use = contact_use(
            entries,
            contract.agreement_on(day).contact,
            since=state.accepted_on or day,
            on=day,
            decimals=contract.priced.decimals,
        )
    return Status(
        on=day,
        state=state,
        contract=contract,
        progress=found.progress,
        done=found.done,
        pending=() if contract is None else contract.pending(day),
        paid=_paid(payments, contract),
        paid_for=paid_for,
        settled=tuple(settled_instalments(instalments, paid_for)),
        due_dates={
            **{part.id: part.date for part in instalments if part.date is not None},
            **known,
        },
        due_known=frozenset(known),
        owed=() if contract is None else owed(contract.priced, state, day),
        contact=use,
        requests=_requests(entries, state),
    )


def _day(entry: Entry) -> date:
    return calendar_day(entry.data["on"])


def _zero(contract: Contract | None) -> Decimal:
    return ZERO if contract is None else ZERO.quantize(quantum(contract.priced.decimals))


def _paid(payments: list[Mapping[str, Any]], contract: Contract | None) -> Decimal:
    whole = _zero(contract)
    for payment in payments:
        whole = EXACT.add(whole, exact(payment["amount"]))
    return whole


def _paid_for(
    payments: list[Mapping[str, Any]], contract: Contract | None
) -> Mapping[str, Decimal]:
    """Return what was paid for each instalment that payments name."""
    found: dict[str, Decimal] = {}
    for payment in payments:
        name = payment.get("for")
        if name is not None:
            so_far = found.get(name, _zero(contract))
            found[name] = EXACT.add(so_far, exact(payment["amount"]))
    return found


def _requests(entries: list[Entry], state: State) -> tuple[Asked, ...]:
    orders: dict[str, list[str]] = {}
    for number, order in state.orders.items():
        orders.setdefault(order.request, []).append(number)
    found = []
    for entry in entries:
        if entry.event == "change_requested":
            request = entry.data["request"]
            found.append(
                Asked(
                    seq=entry.seq,
                    id=request["id"],
                    title=request.get("title"),
                    kind=request.get("kind", "scope"),
                    reason=request.get("reason", "client"),
                    value=request.get("value"),
                    contradicts=request.get("contradicts"),
                    is_open=state.requests[request["id"]],
                    orders=tuple(orders.get(request["id"], ())),
                )
            )
    return tuple(found)
