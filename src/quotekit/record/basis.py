"""What a change is priced on: the contract, how far the work is, and what is paid."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from quotekit.changes import Contract
from quotekit.record.contracts import agreed_state, contract
from quotekit.record.entry import Entry
from quotekit.record.job_status import status
from quotekit.record.journal import Journal
from quotekit.values import calendar_day


@dataclass(frozen=True, eq=False)
class Basis:
    """Hold what the record says that a change is priced with.

    `progress` is in percent of the quantities agreed now, `paid` names the instalments that are
    wholly paid.
    """

    contract: Contract
    progress: Mapping[str, Decimal]
    paid: tuple[str, ...]
    entries: tuple[Entry, ...] = field(repr=False)

    def progress_on(self, day: date | None) -> Mapping[str, Decimal]:
        """Return the progress by the end of a day, in percent of the quantities agreed now."""
        if day is None:
            return self.progress
        known = (entry for entry in self.entries if entry.event != "progress" or _day(entry) <= day)
        return agreed_state(known).progress


def change_basis(journal: Journal) -> Basis:
    """Return what a change is priced on by a journal.

    Raises `NotAllowedError` where no quote is accepted yet.
    """
    now = status(journal)
    agreed = contract(journal) if now.contract is None else now.contract
    return Basis(
        contract=agreed,
        progress=now.progress,
        paid=now.settled,
        entries=journal.in_force,
    )


def _day(entry: Entry) -> date:
    return calendar_day(entry.data["on"])
