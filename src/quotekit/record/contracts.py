"""The contract that a record comes to: the quote as accepted, and every order since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from quotekit.changes import Contract, GrantedException, Select, apply
from quotekit.errors import Fault, InvalidInputError, NotAllowedError, QuotekitError
from quotekit.quotes import Quote, TermException, quote_digest
from quotekit.record.entry import Entry
from quotekit.record.journal import Journal
from quotekit.record.orders_kept import order_kept
from quotekit.record.quotes_kept import snapshot_agreement, snapshot_quote
from quotekit.record.standing import sound
from quotekit.values import HUNDRED, calendar_day, exact

_ALL = "all"
_ORDER = "CO-"
"""How the number of a change order begins, and no task's id but the engine's own."""


@dataclass(frozen=True, eq=False)
class Agreed:
    """Hold what is agreed by a record at one point: the contract, and the progress of its tasks.

    Progress is in percent of the quantities that are agreed then; in `done`, a task that the
    client has approved was done at that moment, whatever had been noted, and an order that is to be
    begun before it is agreed has progress of its own. All are empty before a quote is accepted.
    """

    contract: Contract | None = None
    progress: Mapping[str, Decimal] = field(default_factory=dict)
    done: Mapping[str, Decimal] = field(default_factory=dict)
    granted: tuple[TermException, ...] = ()

    def after(self, entry: Entry, sent: Mapping[str, Entry]) -> "Agreed":
        """Return what is agreed once an entry stands; `sent` has the quotes sent, by digest."""
        data = entry.data
        if entry.event == "exception_granted":
            return self._granted(data)
        if entry.event == "quote_accepted":
            if self.contract is not None:
                # A quote is accepted once: no step would have done it again.
                raise ValueError
            kept = sent[data["sent"]].data["snapshot"]
            quote = selected_quote(snapshot_quote(kept), data.get("selected", ()))
            _hold(quote_digest(quote), data["agreed"], "the quote that was accepted")
            agreement = snapshot_agreement(kept)
            return replace(self, contract=Contract(quote, agreement, self.granted))
        contract = self.contract
        if contract is None:
            return self
        if entry.event == "progress":
            return self._noted(data["task"], exact(data["percent"]))
        if entry.event == "approved":
            name = data.get("task", _ALL)
            tasks = [task.id for task in contract.current.tasks] if name == _ALL else [name]
            return replace(self, done={**self.done, **dict.fromkeys(tasks, HUNDRED)})
        if not entry.event.startswith("change_order_"):
            return self
        return self._ordered(contract, entry)

    def _noted(self, name: str, percent: Decimal) -> "Agreed":
        """Return what is agreed once progress is noted: of a task, or of an order that is begun."""
        done = {**self.done, name: percent}
        if _is_order(name):
            return replace(self, done=done)
        return replace(self, done=done, progress={**self.progress, name: percent})

    def _granted(self, data: Mapping[str, Any]) -> "Agreed":
        keys = {key: data.get(key) for key in ("term", "value", "reason", "expires")}
        exception = GrantedException.model_validate(keys)
        granted = (*self.granted, exception)
        if self.contract is None:
            return replace(self, granted=granted)
        return replace(self, granted=granted, contract=self.contract.grant(exception))

    def _ordered(self, contract: Contract, entry: Entry) -> "Agreed":
        data = entry.data
        number = data.get("number", "")
        if entry.event == "change_order_issued":
            return replace(self, contract=contract.offer(order_kept(contract, data)))
        on = calendar_day(data["on"])
        if entry.event == "change_order_accepted":
            accepted = contract.accept(number, on=on, honour_expired=data.get("honour_expired"))
            _hold(accepted.priced.digest, data["digest"], f"what was agreed to by {number}")
            order = accepted.order(number)
            of_orders = {name: done for name, done in self.done.items() if _is_order(name)}
            return replace(
                self,
                contract=accepted,
                progress=order.rescaled(self.progress),
                done={**order.rescaled(self.done), **of_orders},
            )
        step = contract.decline if entry.event == "change_order_declined" else contract.withdraw
        return replace(self, contract=step(number, on=on, reason=data.get("reason")))


def _hold(digest: str, recorded: str, what: str) -> None:
    """Hold what is agreed against the digest that was recorded of it."""
    if digest != recorded:
        fact = f"{what} does not come out as it was recorded"
        fault = Fault("other_outcome", fact, "take the journal from a copy", value=recorded)
        raise InvalidInputError(fault)


def _is_order(name: str) -> bool:
    return name.startswith(_ORDER)


def selected_quote(quote: Quote, selected: Iterable[str]) -> Quote:
    """Return a quote with the options that the client selected beside those it had.

    An option takes the place of the one that it is an alternative to. Raises `InvalidInputError`
    for an option that is none, and for two that cannot both be had.
    """
    names = frozenset(selected)
    new = apply(quote, tuple(Select(select=name) for name in sorted(names - quote.selected)))
    lost = sorted(names - new.selected)
    if lost:
        fact = f'the option "{lost[0]}" cannot be had together with another one selected'
        fault = Fault("one_of", fact, "select one of them", value=lost[0])
        raise InvalidInputError(fault)
    return new


def known_by(entries: Iterable[Entry], day: date) -> list[Entry]:
    """Return the entries that had happened by the end of a day.

    An exception stays with the orders that were issued after it was recorded, whatever day it
    bears: they were priced with it.
    """
    entries = tuple(entries)
    happened = [entry for entry in entries if calendar_day(entry.data["on"]) <= day]
    issued = [entry.seq for entry in happened if entry.event == "change_order_issued"]
    last = max(issued, default=0)
    seen = {entry.seq for entry in happened}
    return [
        entry
        for entry in entries
        if entry.seq in seen or (entry.event == "exception_granted" and entry.seq < last)
    ]


def agreed_state(entries: Iterable[Entry]) -> Agreed:
    """Return what entries in force come to, in their order.

    Raises `InvalidInputError` naming the first that what is agreed before it does not bear.
    """
    found, failing = _played(entries)
    if failing is not None:
        entry, error = failing
        named = f"entry {entry.seq} ({entry.event})"
        faults = [
            fault if named in fault.message else replace(fault, message=f"{named}: {fault.message}")
            for fault in error.faults
        ]
        raise InvalidInputError(*faults) from error
    return found


def _played(entries: Iterable[Entry]) -> tuple[Agreed, tuple[Entry, QuotekitError] | None]:
    """Return what entries come to, and the first that does not follow from those before it."""
    found = Agreed()
    sent: dict[str, Entry] = {}
    for entry in entries:
        if entry.event == "quote_sent":
            sent[entry.data["digest"]] = entry
        try:
            with sound(entry):
                found = found.after(entry, sent)
        except QuotekitError as error:
            return found, (entry, error)
    return found, None


def check_agreed(journal: Journal) -> None:
    """Check that what is agreed bears every entry of a journal that is about to be written.

    A step may be allowed and still leave an order that comes out at another price, as when the
    exception is voided that it was priced with. Raises `NotAllowedError` naming the entry that
    rests on the last one.
    """
    _, failing = _played(journal.in_force)
    if failing is not None:
        entry, error = failing
        last = journal.entries[-1]
        if entry.seq == last.seq:
            raise error
        fact = f"entry {entry.seq} ({entry.event}) rests on what {last.event} would change"
        remedy = f"void entry {entry.seq} first"
        raise NotAllowedError(Fault("rested_on", fact, remedy, value=str(entry.seq))) from None


def contract(journal: Journal) -> Contract:
    """Return the contract that a journal comes to.

    Raises `NotAllowedError` where no quote is accepted yet.
    """
    found = agreed_state(journal.in_force).contract
    if found is None:
        fact = "no quote is accepted yet"
        raise NotAllowedError(Fault("not_agreed", fact, "record the acceptance first"))
    return found
