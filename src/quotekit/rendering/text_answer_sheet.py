"""The sheet that an answer of the record is written on."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from quotekit.changes import GrantedException, in_force
from quotekit.pricing import Line
from quotekit.quotes import Agreement, TermException
from quotekit.record import Answer
from quotekit.rendering.formats import Formats
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.term_words import TERM_NAMES, TermValues
from quotekit.rendering.text_log_sheet import LogSheet
from quotekit.rendering.text_log_words import EntryWords
from quotekit.rendering.validity import term_of
from quotekit.rendering.wording import Wording


@dataclass(frozen=True)
class AnswerSheet:
    """Hold what every part of the page is written with: the quote as agreed then, and the names."""

    answer: Answer
    page: Sheet
    log: LogSheet

    @property
    def wording(self) -> Wording:
        """Return the words of the page."""
        return self.page.wording

    @property
    def formats(self) -> Formats:
        """Return the formats of the page."""
        return self.page.formats

    @cached_property
    def column(self) -> int:
        """Return how wide the numbers of entries are."""
        answer = self.answer
        named = [one.seq for one in answer.accepted]
        named += [one.seq for one in answer.refused]
        named += [one.entry.seq for one in (*answer.messages, *answer.later)]
        return max((len(str(seq)) for seq in named), default=1)

    @property
    def bullet(self) -> str:
        """Return what stands before an item of a list."""
        return self.wording.say_in("before an item of a list", "- ")

    @cached_property
    def words(self) -> EntryWords:
        """Return what says the entries of the record."""
        return EntryWords(self.log)

    @property
    def subject(self) -> str:
        """Name what was asked about: a task or option by its title, a term by what it is."""
        name = str(self.answer.subject)
        if self.answer.kind == "term":
            return self.wording.say(TERM_NAMES[name])
        return self.log.titled(name)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines of the task or option, in the order of the quote."""
        if self.answer.kind == "task":
            return tuple(line for line in self.answer.lines if line.id == self.answer.subject)
        return self.answer.lines

    @cached_property
    def agreement(self) -> Agreement:
        """Return the agreement as it held on the day, exceptions taken into account."""
        contract = self.answer.contract
        return in_force(contract.agreement, contract.current, contract.exceptions, self.answer.on)

    @property
    def exception(self) -> TermException | None:
        """Return what was granted last about the term and still held on the day."""
        for exception in reversed(self.answer.contract.exceptions):
            expires = self.expires(exception)
            if exception.term == self.answer.subject and (
                expires is None or self.answer.on <= expires
            ):
                return exception
        return None

    @staticmethod
    def expires(exception: TermException) -> date | None:
        """Return the last day on which an exception holds, None where it has none."""
        return exception.expires if isinstance(exception, GrantedException) else None

    @property
    def term_value(self) -> str:
        """Say what a term held on the day."""
        term = str(self.answer.subject)
        values = TermValues(self.wording, self.formats, self.page.quantities)
        return values.said(term, term_of(self.agreement, term))

    def chosen(self, line: Line) -> bool:
        """Say whether a line is agreed: it belongs to no option, or to one that was chosen."""
        return line.option is None or line.option in self.page.quote.selected
