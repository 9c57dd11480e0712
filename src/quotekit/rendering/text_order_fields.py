"""What was agreed about a task and what will be, key by key, in words."""

from collections.abc import Iterator

from quotekit.changes import OrderLine
from quotekit.pricing import Line
from quotekit.rendering.adjustment_words import task_discounts, task_surcharges
from quotekit.rendering.cells import one_line, prose
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.task_fields import TaskFields
from quotekit.rendering.wording import mark, mark_in

_PRICED = frozenset(
    {"price", "quantity", "unit", "per", "expense", "markup", "discounts", "surcharges", "ended"}
)
"""The keys whose words are those of quantity, price and adjustments, which are always looked at."""

_LABELS = {
    "title": mark_in("label", "Title"),
    "rate": mark_in("label", "Rate"),
    "estimate": mark_in("label", "Estimate"),
    "tax": mark_in("label", "Tax"),
    "days": mark_in("label", "Time"),
    "effort": mark_in("label", "Effort"),
    "every": mark_in("label", "Recurs"),
    "times": mark_in("label", "Runs for"),
    "after": mark_in("label", "Begins"),
}
_OTHER_LABELS = {
    "option": mark("Option"),
    "phase": mark("Phase"),
    "code": mark("Code"),
    "billed": mark("Billing"),
    "description": mark("Description"),
    "deliverables": mark("You receive"),
    "done_when": mark("Done when"),
    "not_included": mark("Not included"),
    "rights": mark("Rights"),
    "if_changed": mark("If it changes"),
}
_LISTS = frozenset({"deliverables", "not_included", "rights", "if_changed"})
_TEXTS = frozenset({"title", "code", "description", "done_when"})

Labelled = tuple[str, tuple[str, ...]]


class ChangedFields:
    """Say what changes about tasks."""

    def __init__(self, sheet: OrderSheet) -> None:
        """Take what all tasks have in common."""
        self._sheet = sheet
        self._wording = sheet.wording
        self._sides = _Side(sheet.before), _Side(sheet.after)

    def of(self, line: OrderLine, old: Line, new: Line) -> Iterator[Labelled]:
        """Say each key that changes, with its label: `Quantity`, `24 hours → 30 hours`."""
        quantity, price = self._wording.say_in("label", "Quantity"), self._price_label()
        for label, said in ((quantity, _Side.quantity), (price, _Side.price)):
            before, after = said(self._sides[0], old), said(self._sides[1], new)
            if before != after:
                yield label, (self._sheet.moved(before, after),)
        yield from self._adjustments(old, new)
        for field in line.fields:
            if field.field in _PRICED or field.field == "private":
                continue
            texts = tuple(self._changes(field.field, old, new))
            if texts:
                yield self._label(field.field), texts

    def _price_label(self) -> str:
        return self._wording.say_in("label", "Price")

    def _label(self, key: str) -> str:
        if key in _OTHER_LABELS:
            return self._wording.say(_OTHER_LABELS[key])
        return self._wording.say_in(*_LABELS[key])

    def _changes(self, key: str, old: Line, new: Line) -> Iterator[str]:
        before, after = self._sides[0].items(key, old), self._sides[1].items(key, new)
        if key not in _LISTS:
            yield self._sheet.moved("".join(before), "".join(after))
            return
        for text in before:
            if text not in after:
                yield self._sheet.moved(text, "")
        for text in after:
            if text not in before:
                yield self._sheet.moved("", text)

    def _adjustments(self, old: Line, new: Line) -> Iterator[Labelled]:
        """Say which discounts and surcharges of the task change; its own credit stands apart."""
        was, will = self._sides[0].adjustments(old), self._sides[1].adjustments(new)
        credit = f"{self._sheet.order.number}.free"
        for name in dict.fromkeys((*was, *will)):
            before, after = was.get(name, ("", "")), will.get(name, ("", ""))
            if before != after and name != credit:
                yield after[0] or before[0], (self._sheet.moved(before[1], after[1]),)


class _Side:
    """Say what is agreed about the tasks of one quote."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._fields = TaskFields(sheet)

    def quantity(self, line: Line) -> str:
        return self._sheet.quantities.said(line.quantity, line.unit)

    def price(self, line: Line) -> str:
        """Say the price of a unit; that of an expense is in its amount."""
        if line.task.expense is not None:
            return ""
        wording, price = self._sheet.wording, self._sheet.formats.price(line.price)
        each = self._sheet.quantities.each(line.unit, line.per)
        return wording.say("{price} {each}", price=price, each=each) if each else price

    def adjustments(self, line: Line) -> dict[str, tuple[str, str]]:
        sheet = self._sheet
        rows = (*line.discounts, *line.surcharges)
        said = (*task_discounts(sheet, line), *task_surcharges(sheet, line))
        return {row.id: text for row, text in zip(rows, said, strict=True)}

    def items(self, key: str, line: Line) -> tuple[str, ...]:
        """Say what a key holds, item by item; nothing where it is not stated."""
        task = line.task
        if key in _TEXTS:
            value = getattr(task, key)
            return () if value is None else (prose(value),)
        if key == "if_changed":
            return tuple(self._fields.changes(task))
        if key in _LISTS:
            return tuple(one_line(item) for item in getattr(task, key))
        text = self._text(key, line)
        return (text,) if text else ()

    def _text(self, key: str, line: Line) -> str:
        said = {
            "estimate": self._fields.estimate,
            "tax": lambda line: self._fields.taxes(line.taxes),
            "billed": self._fields.billing,
            "after": self._begins,
            "days": self._days,
            "effort": self._effort,
            "every": self._every,
            "times": self._times,
        }
        return said[key](line) if key in said else self._named(key, line)

    def _days(self, line: Line) -> str:
        days = line.task.days
        return "" if days is None else self._sheet.quantities.days(days)

    def _effort(self, line: Line) -> str:
        effort = line.task.effort
        return "" if effort is None else self._sheet.quantities.said(effort, "hour")

    def _every(self, line: Line) -> str:
        every = line.task.every
        return "" if every is None else self._sheet.quantities.each_period(every)

    def _times(self, line: Line) -> str:
        task = line.task
        if task.times is None or task.every is None:
            return ""
        return self._sheet.quantities.periods(task.times, task.every)

    def _named(self, key: str, line: Line) -> str:
        """Say the title of what the task names: its rate, phase or option."""
        quote, task = self._sheet.quote, line.task
        if key == "rate" and task.rate is not None and line.rate is not None:
            return one_line(line.rate.title or task.rate)
        if key == "phase" and task.phase is not None:
            return one_line(quote.phases[task.phase])
        if key == "option" and task.option is not None:
            titles = {option.name: option.title for option in self._sheet.priced.options}
            return one_line(titles[task.option])
        return ""

    def _begins(self, line: Line) -> str:
        wording, after = self._sheet.wording, line.task.after
        if after is None:
            return wording.say("after the task written before it")
        if not after:
            return wording.say("when work begins")
        named = wording.listed(self._sheet.named(name) for name in after)
        return wording.say_in("a task", "after {tasks}", tasks=named)
