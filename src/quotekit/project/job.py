"""A job: its folder, its record, and the steps that lead from a quote to what is agreed."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from quotekit.changes import ChangeOrder
from quotekit.files import Repaired
from quotekit.project.accepting import accept
from quotekit.project.advised_job import AdvisedJob
from quotekit.project.changing import Issue, change
from quotekit.project.deciding import proceed, refuse, void
from quotekit.project.edited_fields import edited_since
from quotekit.project.noting import note, note_request
from quotekit.project.planning import plan, plan_unrecorded
from quotekit.project.sending import send
from quotekit.project.stamp import Recorded, Stamp
from quotekit.project.steps import Source, take_step
from quotekit.project.subjects import refuse_unknown
from quotekit.project.verifying import Verified, repaired, verified
from quotekit.record import Happening

Paths = Sequence[str | os.PathLike[str]]


class Project(AdvisedJob):
    """Find and keep what belongs to one job.

    `path` is the job's folder, or a document: a quote, a service agreement, or a change request.
    Nothing is read before it is asked for, and then once. A step is recorded with a `Stamp`,
    which says when it happened and who took it; one that is refused writes nothing, and one that
    says what the record says already writes nothing either. Evidence is named by the paths of
    files, which are copied.
    """

    def send(
        self,
        stamp: Stamp,
        *,
        waive: Mapping[str, str] | None = None,
        method: str | None = None,
        evidence: Iterable[Source] = (),
    ) -> Recorded:
        """Record that the quote goes out, and keep it as it does; raises as `send` says.

        `waive` says, for the code of each blocker, why the quote may go out all the same;
        `method` says by which way it goes, `evidence` names files.
        """
        return self.in_turn(
            lambda: send(self, stamp, waive or {}, method=method, evidence=evidence)
        )

    def accept(
        self,
        stamp: Stamp,
        number: str | None = None,
        **said: Any,  # noqa: ANN401 - as `accepting.accept`
    ) -> Recorded:
        """Record that the client accepts the quote or a change order, and write `contract.yaml`.

        Without a number it is the only document that waits for an answer. `select` names
        options, `method` says how, `evidence` names files, `honour_expired` says why it counts
        after its last day. What is accepted is what was sent, whatever the files hold by now.
        Raises `NotAllowedError` and the errors below it, and `InvalidInputError`.
        """
        return self.in_turn(lambda: accept(self, stamp, number, **said))

    def decline(
        self,
        stamp: Stamp,
        number: str | None = None,
        **said: Any,  # noqa: ANN401 - as `deciding.refuse`
    ) -> Recorded:
        """Record that the client declines a document; raises as `accept` does.

        `reason` says why, `method` how, `evidence` names files.
        """
        return self.in_turn(lambda: refuse(self, stamp, "declined", number, **said))

    def withdraw(
        self,
        stamp: Stamp,
        number: str | None = None,
        **said: Any,  # noqa: ANN401 - as `deciding.refuse`
    ) -> Recorded:
        """Record that the seller withdraws a document; says and raises what `decline` does."""
        return self.in_turn(lambda: refuse(self, stamp, "withdrawn", number, **said))

    def proceed(
        self,
        stamp: Stamp,
        number: str | None = None,
        **said: Any,  # noqa: ANN401 - as `deciding.proceed`
    ) -> Recorded:
        """Record that an order is to be begun before it is agreed; raises as `accept` does.

        `limit` is up to which amount, `method` says how, `evidence` names files.
        """
        return self.in_turn(lambda: proceed(self, stamp, number, **said))

    def note(
        self, stamp: Stamp, kind: str, data: Mapping[str, Any], evidence: Iterable[Source] = ()
    ) -> Recorded:
        """Record an event by its name, such as `message` or `progress`, with its data.

        Raises `UnknownNameError` where it names a part of the quote that is not there, and as
        `append` does.
        """
        return self.in_turn(lambda: note(self, stamp, kind, data, evidence))

    def note_request(
        self, stamp: Stamp, file: str | os.PathLike[str], evidence: Iterable[Source] = ()
    ) -> Recorded:
        """Record the change request in a file, without pricing it."""
        return self.in_turn(lambda: note_request(self, stamp, file, evidence))

    def void(
        self,
        stamp: Stamp,
        seq: int,
        *,
        reason: str | None = None,
        evidence: Iterable[Source] = (),
    ) -> Recorded:
        """Record that an entry counts as not having happened, and write `contract.yaml`."""
        return self.in_turn(lambda: void(self, stamp, seq, reason=reason, evidence=evidence))

    def end(self, stamp: Stamp, cause: str) -> Recorded:
        """Record that the job ends, for a cause; it is the client who leaves at convenience."""
        by = self.client if cause == "client_convenience" else self.seller
        return self.in_turn(lambda: take_step(self, stamp, "ended", by=by, cause=cause))

    def reopen(self, stamp: Stamp, *, reason: str | None = None) -> Recorded:
        """Record that the job goes on after all."""
        return self.in_turn(
            lambda: take_step(self, stamp, "reopened", by=self.seller, reason=reason)
        )

    def change(
        self,
        stamp: Stamp,
        requests: Paths = (),
        *,
        progress: Mapping[str, object] | None = None,
        paid: Sequence[str] = (),
    ) -> tuple[Issue, ...]:
        """Record change requests and issue an order for each, on the quote that is agreed.

        Without a request it is the edited `contract.yaml` that is priced; nothing is issued
        where that changes nothing. Progress and paid instalments are those of the record; what
        is stated goes before. Raises as `plan` does, and `NotAllowedError`.
        """
        return self.in_turn(
            lambda: change(self, stamp, requests, progress=progress or {}, paid=paid)
        )

    def plan(
        self,
        requests: Paths = (),
        *,
        on: date,
        progress: Mapping[str, object] | None = None,
        paid: Sequence[str] = (),
        recorded: bool = True,
    ) -> tuple[ChangeOrder, ...]:
        """Price change requests, each on top of the one before; nothing is issued.

        They are priced on what is agreed by the record, with the progress and paid instalments
        that it knows; where nothing is recorded, or `recorded` is False, the quote in the file
        counts as agreed. Without a request it is the edited `contract.yaml` that is priced.
        Raises `InvalidInputError` with every fault of the requests, each with its place.
        """
        if recorded and self.is_agreed:
            return plan(self, requests, on=on, progress=progress or {}, paid=paid)
        return plan_unrecorded(self, requests, on=on, progress=progress or {}, paid=paid)

    def log(self, about: str | None = None) -> tuple[Happening, ...]:
        """Return what happened, or what happened about one task or option, as it was recorded.

        Raises `UnknownNameError` for a name that no quote of the job has ever had.
        """
        found = super().log(about)
        if about is not None:
            refuse_unknown(self, about, found)
        return found

    def verify(self, expect: str | None = None) -> Verified:
        """Hold the chain of the record and the papers it names.

        `expect` is the mark on a document. Raises `NotAllowedError` where something has been
        changed or cut off, and `InvalidInputError` where there is no record.
        """
        return verified(self, expect)

    def edited(self) -> tuple[str, ...]:
        """Say in which fields the quote file differs from what was sent, if it does."""
        return edited_since(self)

    def repair(
        self, other: str | os.PathLike[str] | None = None, *, at: str, recorded_by: str
    ) -> Repaired:
        """Repair the record after a write that was cut off; with `other`, join that branch.

        Raises as `repair_journal` and `join_journal` do.
        """
        return repaired(self, other, at=at, by=recorded_by)
