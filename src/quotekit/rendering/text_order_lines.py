"""What a change order changes: each task with what it was, what it will be, and the difference."""

from collections.abc import Iterator

from quotekit.changes import OrderLine
from quotekit.pricing import Line
from quotekit.rendering.blocks import GAP, Block, Field, Pair, Row, Words
from quotekit.rendering.calculation_words import Calculations
from quotekit.rendering.cells import one_line
from quotekit.rendering.numbering import SPACE
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.task_fields import TaskFields
from quotekit.rendering.text_order_fields import ChangedFields
from quotekit.rendering.wording import mark_in

GROUPS = {
    "added": mark_in("heading of tasks", "Added"),
    "revised": mark_in("heading of tasks", "Changed"),
    "ended": mark_in("heading of tasks", "Ended before they are done"),
    "removed": mark_in("heading of tasks", "Taken out"),
}


def tasks(sheet: OrderSheet) -> Iterator[Block]:
    """Write the tasks that change, those that are new first and those that go last."""
    writer = _Writer(sheet)
    column = sheet.wording.say_in("column of amounts", "Difference")
    added = any(not tax.withheld for tax in sheet.order.taxes)
    if added and sheet.after.quote.prices_include_tax:
        column = sheet.wording.say_in("column of amounts", "Difference, tax included")
    for change, heading in GROUPS.items():
        lines = [line for line in sheet.order.lines if line.change == change]
        if not lines:
            continue
        yield GAP
        yield Pair(sheet.wording.say_in(*heading), column, strong=True)
        column = ""
        yield GAP
        apart = False
        for line in lines:
            row, *details = writer.line(line)
            if details or apart:
                yield GAP
            apart = bool(details)
            yield row
            yield from details


class _Writer:
    """Write the lines of a change order that are tasks."""

    def __init__(self, sheet: OrderSheet) -> None:
        self._sheet = sheet
        self._wording = sheet.wording
        self._indent = sheet.indent
        self._new = TaskFields(sheet.after)
        self._changed = ChangedFields(sheet)
        self._calculated = Calculations(sheet.before), Calculations(sheet.after)

    def line(self, line: OrderLine) -> Iterator[Block]:
        """Write one task: its row, why it changes, and what is agreed about it now."""
        sheet = self._sheet
        old, new = sheet.lines(line.id)
        column = sheet.before.numbering.width + len(SPACE)
        mark = sheet.number(line.id).ljust(column)
        yield Row(self._title(old, new), self._price(line, old, new), self._moved(line), mark)
        yield from self._told(line, old, new)
        if line.change == "added" and new is not None:
            if new.task.description is not None:
                yield self._indented(self._new.description(new.task.description))
            yield from self._agreed(line, old, new)
        elif line.change in {"revised", "ended"} and old is not None and new is not None:
            for label, texts in self._changed.of(line, old, new):
                yield self._text(label, *texts)
        credit = self._credit(new)
        if credit:
            yield self._text(self._wording.say("Free of charge"), credit)
        if line.because is not None:
            yield self._text(self._wording.say_in("of a change", "Reason"), one_line(line.because))

    def _agreed(self, line: OrderLine, old: Line | None, new: Line) -> Iterator[Block]:
        """Say what is agreed about a task that comes in, and what of an option was otherwise."""
        changes = () if old is None or not line.fields else self._changed.of(line, old, new)
        moved = [self._text(label, *texts) for label, texts in changes]
        labels = {field.label for field in moved}
        for block in map(self._indented, self._new.of(new)):
            if type(block) is not Field or block.label not in labels:
                yield block
        yield from moved
        time = self._wording.say_in("label", "Time")
        if new.counted and new.every is None and time not in labels:
            days, effort = new.task.days, new.task.effort
            if days is not None and not days.is_zero():
                yield self._text(time, self._sheet.quantities.days(days))
            elif days is None and effort is not None and not effort.is_zero():
                yield self._text(time, self._sheet.quantities.said(effort, "hour"))

    def _title(self, old: Line | None, new: Line | None) -> str:
        """Name a task as it was called so far; a new title is a change like any other."""
        if old is not None:
            return self._sheet.before.titled(old)
        return "" if new is None else self._sheet.after.titled(new)

    def _price(self, line: OrderLine, old: Line | None, new: Line | None) -> str:
        """Say what a task came to and will come to; of one that comes or goes, how that is made."""
        if line.before is not None and line.after is not None:
            return self._sheet.amounts(line.before.total, line.after.total)
        if line.after is not None and new is not None:
            return self._calculated[1].said(new)
        return "" if old is None else self._calculated[0].said(old)

    def _moved(self, line: OrderLine) -> str:
        """Say by how much the contract sum moves; nothing for what is no part of it."""
        old, new = self._sheet.lines(line.id)
        if not any(side is not None and side.counted for side in (old, new)):
            return ""
        return self._sheet.formats.signed(line.difference)

    def _told(self, line: OrderLine, old: Line | None, new: Line | None) -> Iterator[Block]:
        """Say what the figures of a line cannot."""
        wording = self._wording
        if line.announced is not None:
            announced = self._announced(line.announced)
            if announced:
                yield self._text(wording.say_in("price of a change", "As announced"), announced)
        shown = new if new is not None else old
        if shown is not None and not any(side is not None and side.counted for side in (old, new)):
            yield self._words(self._not_counted(shown))
        if line.change == "ended":
            yield self._words(self._stays(line, new))
        elif line.change == "removed" and new is not None:
            yield self._words(wording.say("This option is no longer chosen."))

    def _announced(self, applied: str) -> str:
        """Name the price that was announced for such a change, and the task it belongs to."""
        sheet = self._sheet
        for task in sheet.before.quote.tasks:
            if applied.startswith(f"{task.id}."):
                for price in sheet.before.priced.announced(task.id):
                    if applied == f"{task.id}.{price.id}":
                        name = one_line(price.title or price.id)
                        text = sheet.before.formats.money(price.amount)
                        if price.days is not None and not price.days.is_zero():
                            days = sheet.quantities.days(price.days)
                            said = self._wording.say(
                                "{title}: {price} and {days}", title=name, price=text, days=days
                            )
                        else:
                            said = self._wording.say("{title}: {price}", title=name, price=text)
                        return self._wording.say(
                            "{announced}, for {task}", announced=said, task=sheet.named(task.id)
                        )
        return ""

    def _not_counted(self, line: Line) -> str:
        if line.open_ended and line.every is not None:
            amount = self._sheet.formats.money(line.total)
            each = self._sheet.quantities.each_period(line.every)
            price = self._wording.say("{price} {each}", price=amount, each=each)
            return self._wording.say(
                "{price}; recurs without end and is no part of the contract sum.", price=price
            )
        return self._wording.say(
            "{price} as an option; not chosen and no part of the contract sum.",
            price=self._sheet.formats.money(line.total),
        )

    def _stays(self, line: OrderLine, new: Line | None) -> str:
        if new is not None and new.task.expense is not None:
            return self._wording.say("This expense has begun and stays as it is.")
        done = self._sheet.order.progress.get(line.id)
        if done is None:
            return self._wording.say("The part that is done stays; the rest is taken out.")
        return self._wording.say(
            "The part that is done ({percent}) stays; the rest is taken out.",
            percent=self._sheet.formats.progress(done),
        )

    def _credit(self, new: Line | None) -> str:
        """Say what free work is worth, which its own credit takes off again."""
        credit = f"{self._sheet.order.number}.free"
        for row in () if new is None else new.discounts:
            if row.id == credit:
                amount = self._sheet.formats.money(row.amount)
                return self._wording.say("worth {amount}, credited in full", amount=amount)
        return ""

    def _text(self, label: str, *texts: str) -> Field:
        return Field(label, texts, indent=self._indent, beside=True)

    def _words(self, text: str) -> Words:
        return Words(text, indent=self._indent, beside=True)

    def _indented(self, block: Block) -> Block:
        """Set what the revised quote says at the indent of this document."""
        if isinstance(block, Field | Words):
            return block._replace(indent=self._indent)
        return block
