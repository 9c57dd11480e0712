"""The sheet a quote is written on: its figures, its language, and the numbers of its tasks."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from quotekit.pricing import Line, PricedQuote
from quotekit.quotes import Agreement, Quote
from quotekit.rendering.cells import one_line
from quotekit.rendering.formats import Formats
from quotekit.rendering.numbering import Numbering, number_lines
from quotekit.rendering.quantities import Quantities
from quotekit.rendering.wording import Wording


@dataclass(frozen=True)
class Sheet:
    """Hold what every part of the document is written with."""

    priced: PricedQuote
    agreement: Agreement | None
    wording: Wording
    formats: Formats
    quantities: Quantities

    @property
    def quote(self) -> Quote:
        """Return the quote as it was written."""
        return self.priced.quote

    @cached_property
    def numbering(self) -> Numbering:
        """Return the sections with their lines, each with its number."""
        return number_lines(self.priced)

    @property
    def indent(self) -> int:
        """Return how far the details of a task stand from the edge."""
        return self.numbering.width + 4

    def minus(self, amount: Decimal) -> str:
        """Write an amount that is taken off."""
        return self.formats.money(amount if amount.is_zero() else amount.copy_negate())

    def named(self, task_id: str) -> str:
        """Say a task by its title and number: `Screen design (1.2)`."""
        return self.wording.say_in(
            "a task and its number",
            "{title} ({number})",
            title=self.titled(self.numbering.lines[task_id]),
            number=self.numbering.numbers[task_id],
        )

    def titled(self, line: Line) -> str:
        """Return the title of a line, else that of its rate, else its id."""
        if line.task.title is not None:
            return one_line(line.task.title)
        if line.rate is not None and line.rate.title is not None:
            return one_line(line.rate.title)
        return line.id


def sheet_of(priced: PricedQuote, agreement: Agreement | None, language: str) -> Sheet:
    """Prepare a sheet in a language; raise `UnknownNameError` for one that is not there."""
    wording = Wording(language)
    formats = Formats(language, priced.currency, priced.decimals)
    return Sheet(priced, agreement, wording, formats, Quantities(wording, formats))
