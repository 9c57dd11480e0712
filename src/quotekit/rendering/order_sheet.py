"""The sheet a change order is written on: the quote before and after it, in one language."""

from dataclasses import dataclass
from decimal import Decimal

from quotekit.changes import ChangeOrder
from quotekit.pricing import Line
from quotekit.quotes import Agreement
from quotekit.rendering.cells import one_line
from quotekit.rendering.formats import Formats
from quotekit.rendering.quantities import Quantities
from quotekit.rendering.sheet import Sheet, sheet_of
from quotekit.rendering.wording import Wording


@dataclass(frozen=True)
class OrderSheet:
    """Hold what every part of the document is written with.

    What was there before the order bears the number that it has in the quote so far.
    """

    order: ChangeOrder
    before: Sheet
    after: Sheet

    @property
    def wording(self) -> Wording:
        """Return the words of the document."""
        return self.after.wording

    @property
    def formats(self) -> Formats:
        """Return the formats of the document."""
        return self.after.formats

    @property
    def quantities(self) -> Quantities:
        """Return the words for quantities."""
        return self.after.quantities

    @property
    def bullet(self) -> str:
        """Return what stands before an item of a list."""
        return self.wording.say_in("before an item of a list", "- ")

    @property
    def indent(self) -> int:
        """Return how far the details of a task stand from the edge."""
        return self.before.indent

    def lines(self, task_id: str) -> tuple[Line | None, Line | None]:
        """Return a task's line before and after, None where there is none."""
        return self.before.numbering.lines.get(task_id), self.after.numbering.lines.get(task_id)

    def number(self, task_id: str) -> str:
        """Return the number that a task has in the quote so far, empty for a new one."""
        return self.before.numbering.numbers.get(task_id, "")

    def named(self, task_id: str) -> str:
        """Say a task by its title, with its number where it was there before."""
        old, new = self.lines(task_id)
        if old is not None:
            return self.before.named(task_id)
        return one_line(task_id) if new is None else self.after.titled(new)

    def moved(self, before: str, after: str) -> str:
        """Say what was and what will be: `24 hours → 30 hours`; either may be empty."""
        if not before:
            return self.wording.say_in("in a change", "new: {after}", after=after)
        if not after:
            return self.wording.say_in("in a change", "no longer: {before}", before=before)
        return self.wording.say_in("in a change", "{before} → {after}", before=before, after=after)

    def amounts(self, before: Decimal, after: Decimal) -> str:
        """Say an amount before and after."""
        return self.moved(self.before.formats.money(before), self.formats.money(after))

    def reason(self, because: str) -> str:
        """Say why something changes."""
        return self.labelled(self.wording.say_in("of a change", "Reason"), one_line(because))

    def labelled(self, label: str, text: str) -> str:
        """Put a label before a text."""
        return self.wording.say_in(
            "a label with its text", "{label}: {text}", label=label, text=text
        )


def order_sheet_of(order: ChangeOrder, agreement: Agreement | None, language: str) -> OrderSheet:
    """Prepare a sheet in a language; raise `UnknownNameError` for one that is not there."""
    return OrderSheet(
        order,
        sheet_of(order.before, agreement, language),
        sheet_of(order.after, agreement, language),
    )
