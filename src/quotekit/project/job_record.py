"""The record of a job, read: what it holds, and what follows from that without asking more."""

from functools import cached_property
from pathlib import Path

from quotekit.changes import Contract
from quotekit.errors import Fault, InvalidInputError, QuotekitError
from quotekit.files import load_journal
from quotekit.project.folder import QUOTE, JobFolder
from quotekit.quotes import Quote, minor_units
from quotekit.record import Journal, State, contract, snapshot_quote, state

JOURNAL = "journal.jsonl"
"""The file of the record."""


class JobRecord(JobFolder):
    """Read the record of a job, and know its parties."""

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

    @cached_property
    def quote_sent(self) -> Quote | None:
        """Return the quote that was sent last, as it was sent; None before one was."""
        sent = self.state.sent
        return None if sent is None else snapshot_quote(sent["snapshot"])

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

    def forget(self) -> None:
        """Forget what was read of the record, which has grown."""
        for name in ("journal", "state", "contract", "quote_sent"):
            self.__dict__.pop(name, None)
