"""A job with its record: what the record answers, and how a step is added to it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from quotekit.changes import ChangeOrder
from quotekit.files import HeldJournal, held_journal, kept_papers
from quotekit.pricing import price
from quotekit.project.granting import granted_for
from quotekit.project.job_record import JobRecord
from quotekit.project.printing import rendered
from quotekit.project.stamp import Stamp
from quotekit.project.writing import OvertakenError, Writing
from quotekit.record import (
    Answer,
    Event,
    Happening,
    Journal,
    Status,
    agreed,
    append,
    check_agreed,
    event_of,
    snapshot_agreement,
    snapshot_quote,
    status,
    timeline,
)

Done = TypeVar("Done")

_PRICED = frozenset({"change_order_accepted", "exception_granted", "void"})
"""Events that what is agreed must bear."""


class RecordedJob(JobRecord):
    """Find what the record of a job holds, and add to it."""

    _held: HeldJournal | None = None

    def status(self, on: date | None = None) -> Status:
        """Return where the job stands by the end of a day, the latest if none is given."""
        return status(self.journal, on)

    def agreed(self, subject: str | None = None, on: date | None = None) -> Answer:
        """Return what was agreed about a task, an option or a term; raises as `agreed` does."""
        return agreed(self.journal, subject, on)

    def log(self, about: str | None = None) -> tuple[Happening, ...]:
        """Return what happened, or what happened about one task, in the order it was recorded."""
        return timeline(self.journal, about)

    def has_sent(self, number: str) -> bool:
        """Say whether a document of a number went out."""
        if not self.journal_file.exists():
            return False
        now = self.state
        return number in now.orders or (now.sent is not None and number == now.sent["number"])

    def printed_number(self, number: str, **options: Any) -> str:  # noqa: ANN401 - as `render`
        """Return a change order, or the quote as it was sent, as `render` makes it.

        Raises `UnknownNameError` where the record holds none of that number, `NotAllowedError`
        where nothing is agreed yet.
        """
        sent = self.state.sent
        if sent is None or number != sent["number"]:
            return self.printed_order(self.contract.order(number), **options)
        agreement = snapshot_agreement(sent["snapshot"])
        return self.answered(
            price(snapshot_quote(sent["snapshot"])), agreement=agreement, **options
        )

    def printed_order(
        self,
        order: ChangeOrder,
        *,
        journal: Journal | None = None,
        **options: Any,  # noqa: ANN401 - as `render`
    ) -> str:
        """Return a change order as `render` makes it, by the agreement that was sent.

        `journal` is the record as it stands when the order is issued, else the present one.
        """
        granted = granted_for(journal or self.journal, str(order.number))
        return self.answered(
            order,
            **{**options, "language": options.get("language") or order.after.quote.language},
            agreement=self.contract.agreement,
            granted=granted,
        )

    def answered(
        self,
        answer: Any,  # noqa: ANN401 - whatever `render` takes
        *,
        language: str | None = None,
        **options: Any,  # noqa: ANN401 - as `render`
    ) -> str:
        """Return what the record answers as `render` makes it, in the language of the quote."""
        return rendered(answer, language or self.language, **options)

    def event(self, name: str, stamp: Stamp, by: str | None, data: Mapping[str, Any]) -> Event:
        """Make an event, `by` taking the step unless the stamp says who; raises as `event_of`."""
        stated = {key: value for key, value in data.items() if value is not None}
        return event_of(name, {"on": stamp.on, "by": stamp.by or by, **stated})

    def grown(self, journal: Journal, event: Event, stamp: Stamp) -> Journal:
        """Return a journal with an event more; nothing is written. Raises as `append` does."""
        grown = append(journal, event, at=stamp.at, by=stamp.recorded_by)
        if event.name in _PRICED and grown is not journal:
            # What nobody could price any more is refused before it is written.
            check_agreed(grown)
        return grown

    def in_turn(self, step: Callable[[], Done]) -> Done:
        """Take a step: judge it by the record, and write what it comes to.

        Where somebody else was faster, it is judged once more by what is recorded by then, and
        nobody comes between.
        """
        try:
            return step()
        except OvertakenError:
            with self._held_for(Journal()) as held:
                self._remember(held.journal)
                return step()

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Hold the record to write what was judged by it; nothing has been written before.

        Raises `OvertakenError` where it has grown since it was read, and as `held_journal` does.
        """
        with self._held_for(self.journal) as held:
            if held.journal.head != self.journal.head:
                raise OvertakenError
            with kept_papers(self.folder) as papers:
                yield Writing(held, papers, self._remember)

    @contextmanager
    def _held_for(self, known: Journal) -> Iterator[HeldJournal]:
        if self._held is not None:
            yield self._held
            return
        with held_journal(self.journal_file, known) as held:
            self._held = held
            try:
                yield held
            finally:
                self._held = None

    def _remember(self, journal: Journal) -> None:
        """Take what the record is by now, and forget what was worked out from it."""
        self.forget()
        self.__dict__["journal"] = journal
