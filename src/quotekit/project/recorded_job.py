"""A job with its record: what the record answers, and how a step is added to it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from quotekit.changes import ChangeOrder, Contract
from quotekit.errors import Fault, InvalidInputError, QuotekitError
from quotekit.files import append_event, load_journal
from quotekit.pricing import price
from quotekit.project.folder import QUOTE, JobFolder
from quotekit.project.granting import granted_for
from quotekit.project.printing import rendered
from quotekit.project.stamp import Recorded, Stamp
from quotekit.quotes import Quote, minor_units
from quotekit.record import (
    Answer,
    Event,
    Happening,
    Journal,
    State,
    Status,
    agreed,
    append,
    check_agreed,
    contract,
    event_of,
    snapshot_agreement,
    snapshot_quote,
    state,
    status,
    timeline,
)

JOURNAL = "journal.jsonl"
"""The file of the record."""
_PRICED = frozenset({"change_order_accepted", "exception_granted", "void"})
"""Events that what is agreed must bear."""


class RecordedJob(JobFolder):
    """Find what the record of a job holds, and add to it."""

    @property
    def journal_file(self) -> Path:
        """Return the file of the record.

        Raises `InvalidInputError` where the job was named by a path at which nothing is: its
        folder would be that of another job.
        """
        if self.file.name != QUOTE and not self.file.exists():
            fact, remedy = "there is no such folder or file", "name the folder of the job"
            raise InvalidInputError(Fault("missing_file", fact, remedy, file=str(self.file)))
        return self.folder / JOURNAL

    @cached_property
    def journal(self) -> Journal:
        """Return the record, empty where nothing has been recorded.

        Raises as `load_journal` does, and `InvalidInputError` where there is no job either.
        """
        if self.journal_file.exists():
            return load_journal(self.journal_file)
        self.refuse_no_job()
        return Journal()

    @cached_property
    def state(self) -> State:
        """Return where the job stands by its record."""
        return state(self.journal)

    @property
    def is_agreed(self) -> bool:
        """Say whether a quote is accepted, whatever has ended since."""
        return self.state.phase in {"accepted", "ended"}

    @cached_property
    def contract(self) -> Contract:
        """Return the contract that the record comes to; raises `NotAllowedError` before one."""
        return contract(self.journal)

    def status(self, on: date | None = None) -> Status:
        """Return where the job stands by the end of a day, the latest if none is given."""
        return status(self.journal, on)

    def agreed(self, subject: str | None = None, on: date | None = None) -> Answer:
        """Return what was agreed about a task, an option or a term; raises as `agreed` does."""
        return agreed(self.journal, subject, on)

    def log(self, about: str | None = None) -> tuple[Happening, ...]:
        """Return what happened, or what happened about one task, in the order it was recorded."""
        return timeline(self.journal, about)

    @cached_property
    def quote_sent(self) -> Quote | None:
        """Return the quote that was sent last, as it was sent; None before one was."""
        sent = self.state.sent
        return None if sent is None else snapshot_quote(sent["snapshot"])

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

    def printed_order(self, order: ChangeOrder, **options: Any) -> str:  # noqa: ANN401 - as `render`
        """Return a change order as `render` makes it, by the agreement that was sent."""
        granted = granted_for(self.journal, str(order.number))
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

    @property
    def language(self) -> str:
        """Return the language of the job: of the quote that was sent, or is to be."""
        known = self._quote_if_any()
        return "en" if known is None else known.language

    @property
    def client(self) -> str | None:
        """Return the name by which a step of the client is recorded."""
        quote = self._quote_if_any()
        client = None if quote is None else quote.client
        return None if client is None else client.contact or client.name

    @property
    def seller(self) -> str | None:
        """Return the name by which a step of the seller is recorded."""
        quote = self._quote_if_any()
        seller = None if quote is None else quote.seller
        return None if seller is None else seller.name

    @property
    def decimals(self) -> int | None:
        """Return how many decimals amounts have, by the currency; None where no quote is known."""
        quote = self._quote_if_any()
        return None if quote is None else minor_units(quote.currency)

    def _quote_if_any(self) -> Quote | None:
        if self.quote_sent is not None:
            return self.quote_sent
        try:
            return self.quote
        except QuotekitError:
            # A message may be noted before there is a quote, and beside one with a slip in it.
            return None

    def event(self, name: str, stamp: Stamp, by: str | None, data: Mapping[str, Any]) -> Event:
        """Make an event, `by` taking the step unless the stamp says who; raises as `event_of`."""
        stated = {key: value for key, value in data.items() if value is not None}
        return event_of(name, {"on": stamp.on, "by": stamp.by or by, **stated})

    def grown(self, journal: Journal, event: Event, stamp: Stamp) -> Journal:
        """Return a journal with an event more; nothing is written. Raises as `append` does."""
        grown = append(journal, event, at=stamp.at, by=stamp.recorded_by)
        if event.name in _PRICED and grown is not journal:
            check_agreed(grown)
        return grown

    def write_event(
        self, event: Event, stamp: Stamp, *, only_after: Journal | None = None
    ) -> Recorded:
        """Append an event to the record; raises as `append_event` does."""
        if event.name in _PRICED:
            # What nobody could price any more is refused before it is written.
            only_after = only_after or self.journal
            self.grown(only_after, event, stamp)
        done = append_event(
            self.journal_file, event, at=stamp.at, by=stamp.recorded_by, after=only_after
        )
        self.forget()
        return Recorded(done.entry, done.is_new)

    def forget(self) -> None:
        """Forget what was read of the record, which has grown."""
        for name in ("journal", "state", "contract", "quote_sent"):
            self.__dict__.pop(name, None)
