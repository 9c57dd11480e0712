"""The file of what is agreed, kept with the record: written anew after every acceptance."""

import os
from collections.abc import Iterator

from quotekit.errors import QuotekitError
from quotekit.files import write_contract
from quotekit.project.recorded_job import RecordedJob
from quotekit.quotes import Quote
from quotekit.record import Journal, agreed_state

CONTRACT = "contract.yaml"
"""The file of what is agreed, to be edited for planning a change."""


def update_contract(job: RecordedJob, before: Journal, *, again: bool = False) -> tuple[str, ...]:
    """Write what is agreed now to its file, and say where an edited one is kept.

    `before` is the record as it was; `again` says that nothing was added to it: then a file that
    somebody has edited stays as it is.
    """
    path = job.folder / CONTRACT
    try:
        agreed = agreed_state(job.journal.in_force).contract
        earlier = (*_agreed_in(before), *_agreed_in(job.journal))
        now = None if agreed is None else agreed.current
        kept = write_contract(path, now, earlier, spare_edited=again)
    except QuotekitError as error:
        # The step is recorded: that its file could not be written is told, and undoes nothing.
        return tuple(f"{os.fspath(path)}: not written: {fault}" for fault in error.faults)
    if kept is None:
        return ()
    return (f"{os.fspath(path)}: was edited; what stood there is kept in {kept.name}",)


def _agreed_in(journal: Journal) -> Iterator[Quote]:
    contract = agreed_state(journal.in_force).contract
    if contract is not None:
        yield contract.original
        for order in contract.orders:
            if contract.decisions[str(order.number)].state == "accepted":
                yield order.after.quote
