"""What is agreed about a task: deliverables, acceptance, rights, the price of changes."""

from collections.abc import Iterable, Iterator

from quotekit.pricing import Line
from quotekit.quotes import Task
from quotekit.rendering.blocks import Block, Field, Words
from quotekit.rendering.calculation_words import tiers_reached
from quotekit.rendering.cells import one_line, prose
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.tax_words import tax_label

_SAID_QUICKLY = frozenset(
    [
        "id",
        "title",
        "phase",
        "rate",
        "price",
        "quantity",
        "unit",
        "per",
        "expense",
        "markup",
        "tax",
        "after",
        "description",
    ]
)
"""The keys of a task whose words are few: those of its row, its tax and its description."""
_SEPARATORS = ",;、，；"


class TaskFields:
    """Write the labelled parts of tasks as blocks."""

    def __init__(self, sheet: Sheet) -> None:
        """Take what all tasks have in common."""
        self._sheet = sheet
        self._wording = sheet.wording
        self._indent = sheet.indent
        quote = sheet.quote
        default = quote.tax or ()
        self._tax_sets = {line.taxes for line in sheet.priced.lines}
        self._usual_taxes = tuple(name for name in quote.taxes if name in default)
        self._tax_fields: dict[tuple[str, ...], Field] = {}
        self._option_titles = {option.name: option.title for option in sheet.priced.options}

    def quickly(self, line: Line) -> tuple[Block, ...] | None:
        """Say what most lines of a long quote have beside a price, None for all others.

        That is nothing at all, a description, or a tax that is not the usual one.
        """
        rate, task = line.rate, line.task
        if (
            line.details is not None
            or not task.model_fields_set <= _SAID_QUICKLY
            or (rate is not None and rate.tiers)
        ):
            return None
        blocks: tuple[Block, ...] = ()
        if task.description is not None:
            blocks = (self.description(task.description),)
        if line.taxes != self._usual_taxes and len(self._tax_sets) > 1:
            blocks = (*blocks, self._taxes(line.taxes))
        return blocks

    def description(self, text: str) -> Words:
        """Write the description of a task."""
        return Words(prose(text), indent=self._indent, beside=True)

    def of(self, line: Line) -> Iterator[Block]:
        """Write what is agreed about one task, in the order in which a client asks for it."""
        task = line.task
        yield from self._particulars(line)
        if task.deliverables:
            yield self._field(self._wording.say("You receive"), task.deliverables)
        if task.done_when is not None:
            yield self._text(self._wording.say("Done when"), prose(task.done_when))
        if task.not_included:
            yield self._field(self._wording.say("Not included"), task.not_included)
        if task.rights:
            yield self._field(self._wording.say("Rights"), task.rights)
        if task.if_changed:
            changes = tuple(self.changes(task))
            yield self._text(self._wording.say("If it changes"), *changes)

    def _field(self, label: str, items: Iterable[str]) -> Field:
        """Label some items; short ones without a comma of their own may stand side by side."""
        said = tuple(one_line(item) for item in items)
        apart = any(separator in item for item in said for separator in _SEPARATORS)
        joined = "" if apart else self._wording.listed(said)
        return Field(label, said, joined, self._indent, beside=True)

    def _text(self, label: str, *texts: str) -> Field:
        """Label texts that stand alone, each on lines of its own."""
        return Field(label, texts, indent=self._indent, beside=True)

    def _particulars(self, line: Line) -> Iterator[Block]:
        task, wording = line.task, self._wording
        if task.option is not None and task.option in self._sheet.quote.selected:
            title = one_line(self._option_titles[task.option])
            text = wording.say("{option}, selected", option=title)
            yield self._text(wording.say("Option"), text)
        if task.ended is not None:
            text = wording.say("with {order}; what was done by then stays", order=task.ended)
            yield self._text(wording.say_in("label", "Ended"), text)
        if task.code is not None:
            yield self._text(wording.say("Code"), one_line(task.code))
        if tiers_reached(line):
            yield self._text(wording.say_in("label", "Price"), self._tiers(line))
        if task.estimate is not None:
            yield self._text(wording.say_in("label", "Estimate"), self.estimate(line))
        if task.billed == "actual":
            yield self._text(wording.say("Billing"), self.billing(line))
        if line.taxes != self._usual_taxes and len(self._tax_sets) > 1:
            yield self._taxes(line.taxes)
        if task.days is not None and not line.counted and task.every is None:
            text = self._sheet.quantities.days(task.days)
            yield self._text(wording.say_in("label", "Time"), text)

    def billing(self, line: Line) -> str:
        """Say how a task is billed: by what is actually spent, or at its fixed price."""
        if line.task.billed == "fixed":
            return self._wording.say("At the fixed price")
        most = line.total if line.high is None else line.high
        amount = self._sheet.formats.money(most)
        return self._wording.say("By what is actually spent, at most {amount}", amount=amount)

    def taxes(self, taxes: tuple[str, ...]) -> str:
        """Name the taxes of a line."""
        names = [tax_label(self._sheet, name) for name in taxes]
        return self._wording.listed(names) or self._wording.say_in("taxes of a line", "none")

    def _taxes(self, taxes: tuple[str, ...]) -> Field:
        known = self._tax_fields.get(taxes)
        if known is None:
            known = self._text(self._wording.say_in("label", "Tax"), self.taxes(taxes))
            self._tax_fields[taxes] = known
        return known

    def estimate(self, line: Line) -> str:
        """Say how much work it may be, and what that comes to; nothing without an estimate."""
        wording, formats, quantities = self._wording, self._sheet.formats, self._sheet.quantities
        estimate = line.task.estimate
        if estimate is None or line.low is None or line.high is None:
            return ""
        return wording.say(
            "{low} to {high}, expected {likely}: {least} to {most}",
            low=formats.number(estimate.low),
            high=quantities.said(estimate.high, line.unit),
            likely=formats.number(line.quantity),
            least=formats.money(line.low),
            most=formats.money(line.high),
        )

    def _tiers(self, line: Line) -> str:
        wording, formats, quantities = self._wording, self._sheet.formats, self._sheet.quantities
        if line.rate is None:
            return ""
        each = quantities.each(line.unit, line.per)
        steps = [(None, line.rate.price), *((tier.above, tier.price) for tier in line.rate.tiers)]
        said = []
        for above, price in steps:
            text = formats.price(price)
            if each:
                text = wording.say("{price} {each}", price=text, each=each)
            if above is not None:
                bound = quantities.said(above, line.unit)
                text = wording.say("{price} above {bound}", price=text, bound=bound)
            said.append(text)
        return wording.listed(said)

    def changes(self, task: Task) -> Iterator[str]:
        """Say what each announced change of a task costs."""
        wording, formats = self._wording, self._sheet.formats
        for change in self._sheet.priced.announced(task.id):
            title = one_line(change.title or change.id)
            price = formats.money(change.amount)
            if change.days is None or change.days.is_zero():
                yield wording.say("{title}: {price}", title=title, price=price)
            else:
                days = self._sheet.quantities.days(change.days)
                yield wording.say(
                    "{title}: {price} and {days}", title=title, price=price, days=days
                )
