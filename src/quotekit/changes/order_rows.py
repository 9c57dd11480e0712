"""The lines of a change order: every task, adjustment and fee by which two quotes differ."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quotekit.changes.action import Action
from quotekit.changes.actions import (
    Add,
    Apply,
    Deselect,
    Remove,
    Revise,
    ReviseQuote,
    Select,
)
from quotekit.changes.fees import Fee
from quotekit.changes.order_line import Change, FieldChange, OrderLine, Side
from quotekit.pricing import AdjustmentRow, Line, PricedQuote
from quotekit.quotes import Task
from quotekit.values import EXACT, ZERO

_NOT_SHOWN = frozenset({"id", "private"})
_WHOLES = ("net", "gross")


@dataclass(frozen=True, eq=False)
class OrderRows:
    """Explain the difference of two priced quotes, row by row.

    The differences add up to the change of net, or of the total where prices include tax.
    """

    before: PricedQuote
    after: PricedQuote
    actions: Sequence[Action] = ()
    fees: Sequence[Fee] = ()
    reason: str | None = None
    """Why a concession was made."""

    def lines(self) -> tuple[OrderLine, ...]:
        """Return the rows: tasks as the revised quote has them, those that went, the rest."""
        fees = {fee.id: fee for fee in self.fees}
        old, new = self.before.totals, self.after.totals
        return (
            *self._tasks(),
            *self._adjustments("discount", old.discounts, new.discounts, fees),
            *self._adjustments("surcharge", old.surcharges, new.surcharges, fees),
            *(self._fee(fee) for fee in self.fees),
            *self._rounding(),
        )

    def _tasks(self) -> Iterator[OrderLine]:
        old = {line.id: line for line in self.before.lines}
        because = self._because()
        announced = {one.apply for one in self.actions if isinstance(one, Apply)}
        for line in self.after.lines:
            row = _task_row(old.pop(line.id, None), line)
            if row is not None:
                yield _explained(row, because.get(line.id), line.id in announced)
        for gone in old.values():
            yield _explained(_gone(gone), because.get(gone.id), announced=False)

    def _because(self) -> dict[str, str]:
        """Return the reasons that actions state, by the task or key they are about."""
        found: dict[str, str] = {}
        for action in self.actions:
            if action.because is not None:
                found |= dict.fromkeys(self._explained_by(action), action.because)
        return found

    def _explained_by(self, action: Action) -> Iterator[str]:
        if isinstance(action, Add):
            yield action.add.id
        elif isinstance(action, Apply):
            yield action.apply
        elif isinstance(action, Select | Deselect):
            option = action.select if isinstance(action, Select) else action.deselect
            for quote in (self.before.quote, self.after.quote):
                yield from (task.id for task in quote.tasks if task.option == option)
        elif isinstance(action, Revise | Remove):
            yield action.revise if isinstance(action, Revise) else action.remove
        elif isinstance(action, ReviseQuote):
            # No task has such an id, so that neither is taken for the other.
            yield from (f"*{key}" for key in action.revise_quote.stated)

    def _adjustments(
        self,
        change: Change,
        old: Iterable[AdjustmentRow],
        new: Iterable[AdjustmentRow],
        fees: Mapping[str, Fee],
    ) -> Iterator[OrderLine]:
        sign = -1 if change == "discount" else 1
        because = self._because().get(f"*{change}s")
        was = {row.id: row for row in old}
        rows: list[tuple[AdjustmentRow | None, AdjustmentRow | None]] = [
            (was.pop(row.id, None), row) for row in new if row.id not in fees
        ]
        rows += [(row, None) for row in was.values()]
        for before, after in rows:
            shown = after or before
            if before != after and shown is not None:
                sides = _adjusted(before, sign), _adjusted(after, sign)
                moved = EXACT.subtract(_total(sides[1]), _total(sides[0]))
                yield OrderLine(
                    shown.id, shown.title, change, *sides, moved, shown.percent, because=because
                )  # fmt: skip

    def _fee(self, fee: Fee) -> OrderLine:
        concession = fee.term is None
        return OrderLine(
            id=fee.id,
            title=None,
            change="concession" if concession else "fee",
            before=None,
            after=Side(None, None, fee.amount),
            difference=fee.amount,
            percent=fee.percent,
            base=fee.base,
            because=self.reason if concession else None,
            term=fee.term,
        )

    def _rounding(self) -> Iterator[OrderLine]:
        old, new = (
            {row.between: row.amount for row in priced.totals.rounding_rows}
            for priced in (self.before, self.after)
        )
        for whole in _WHOLES:
            before, after = old.get(whole, ZERO), new.get(whole, ZERO)
            if before != after:
                zero = EXACT.subtract(self.after.totals.net, self.after.totals.net)
                was, now = (Side(None, None, EXACT.add(one, zero)) for one in (before, after))
                moved = EXACT.subtract(after, before)
                yield OrderLine(whole, None, "rounding", was, now, moved)


def _task_row(old: Line | None, line: Line) -> OrderLine | None:
    fields = () if old is None else tuple(_fields(old.task, line.task))
    before = None if old is None else _side(old)
    moved = EXACT.subtract(_counted(line), _counted(old))
    change: Change = "revised"
    after: Side | None = _side(line)
    if old is None or (line.counted and not old.counted):
        change, before = "added", None
    elif line.task.ended != old.task.ended:
        change = "ended"
    elif old.counted and not line.counted:
        change, after = "removed", None
    elif not fields and before == after and not moved:
        return None
    return OrderLine(line.id, line.title, change, before, after, moved, fields=fields)


def _gone(line: Line) -> OrderLine:
    fall = EXACT.minus(_counted(line))
    return OrderLine(line.id, line.title, "removed", _side(line), None, fall)


def _explained(row: OrderLine, because: str | None, announced: bool) -> OrderLine:  # noqa: FBT001 - said by name
    return OrderLine(
        row.id, row.title, row.change, row.before, row.after, row.difference, fields=row.fields,
        because=because, announced=row.id if announced else None,
    )  # fmt: skip


def _side(line: Line) -> Side:
    return Side(line.quantity, line.price, line.total)


def _counted(line: Line | None) -> Decimal:
    if line is None:
        return ZERO
    return line.total if line.counted else EXACT.subtract(line.total, line.total)


def _total(side: Side | None) -> Decimal:
    return ZERO if side is None else side.total


def _adjusted(row: AdjustmentRow | None, sign: int) -> Side | None:
    if row is None:
        return None
    return Side(None, None, EXACT.minus(row.amount) if sign < 0 else row.amount)


def _fields(old: Task, new: Task) -> Iterator[FieldChange]:
    if old is new:
        return
    before, after = (
        task.model_dump(mode="json", by_alias=True, exclude_defaults=True) for task in (old, new)
    )
    for name in type(new).model_fields:
        if name not in _NOT_SHOWN:
            values: tuple[Any, Any] = before.get(name), after.get(name)
            if values[0] != values[1]:
                yield FieldChange(name, *values)
