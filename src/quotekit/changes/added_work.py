"""What a change adds to the work and what it takes away: the bases of its fees."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from quotekit.changes.draft import Draft
from quotekit.pricing import Line, PricedQuote, reprice
from quotekit.quotes import Task, minor_units
from quotekit.values import EXACT, ZERO, quantum, rounded, settled

TaxSet = tuple[str, ...]

_SIZE = ("quantity", "estimate", "every", "times", "price", "per", "expense")
_OWN = ("tax", "discounts", "surcharges")


@dataclass(frozen=True, eq=False)
class AddedWork:
    """Compare two priced quotes, line by line.

    Amounts are exact: unrounded where the quotes round at the end. `shown` rounds one to be
    shown, or to take a percent of.
    """

    before: PricedQuote
    after: PricedQuote

    @cached_property
    def was(self) -> Mapping[str, Line]:
        """Return the lines before, by id."""
        return {line.id: line for line in self.before.lines}

    def shown(self, amount: Decimal) -> Decimal:
        """Round an exact amount once, to the decimals of the currency."""
        return rounded(settled(amount), quantum(minor_units(self.after.quote.currency)))

    @cached_property
    def extensions(self) -> Mapping[str, Decimal]:
        """Return by how much each counted task that exists before was extended.

        Its quantity, or its own price or expense, grew; where its rate, tax or adjustments change
        too, what it was before is priced with the new ones.
        """
        grown = [line for line in self.after.lines if line.counted and self._grew(line)]
        if not grown:
            return {}
        draft = Draft(self.after.quote)
        # A rate that has gone with this change still prices what was.
        draft.rates = {**self.before.quote.rates, **draft.rates}
        for line in grown:
            draft.tasks[line.id] = _sized(line.task, self.was[line.id].task)
        past = {line.id: line for line in reprice(self.after, draft.finished()).lines}
        return {
            line.id: EXACT.subtract(_positive(line), _positive(past[line.id])) for line in grown
        }

    def _grew(self, line: Line) -> bool:
        old = self.was.get(line.id)
        if old is None or not old.counted:
            return False
        if _way(old.task) != _way(line.task):
            return total(line) > total(old)
        if line.quantity > old.quantity:
            return True
        own = line.task.rate is None
        return own and EXACT.multiply(line.price, old.per) > EXACT.multiply(old.price, line.per)

    @cached_property
    def bases(self) -> Mapping[TaxSet, Decimal]:
        """Return what was added and extended, by tax set, the earliest line first."""
        found: dict[TaxSet, Decimal] = {}
        for line in self.after.lines:
            if line.counted:
                old = self.was.get(line.id)
                added = old is None or not old.counted
                amount = _positive(line) if added else self.extensions.get(line.id)
                if amount is not None:
                    found[line.taxes] = EXACT.add(found.get(line.taxes, ZERO), amount)
        return found

    @cached_property
    def base(self) -> Decimal:
        """Return what was added and extended in all."""
        return sum_of(self.bases.values())

    @cached_property
    def rises(self) -> Mapping[str, Decimal]:
        """Return by how much the total of each task has risen, of those that have.

        What counts only later, or every month, is to be no dearer either; what begins to count
        rises from nothing.
        """
        found = {}
        for line in self.after.lines:
            old = self.was.get(line.id)
            begins = old is None or (line.counted and not old.counted)
            rise = EXACT.subtract(total(line), ZERO if old is None or begins else total(old))
            if rise > 0:
                found[line.id] = rise
        return found

    @cached_property
    def falls(self) -> Mapping[str, Decimal]:
        """Return by how much the total of each task removed, reduced or deselected has fallen."""
        now = {line.id: line for line in self.after.lines}
        found = {}
        for old in self.before.lines:
            line = now.get(old.id)
            if line is None or not line.counted or line.quantity < old.quantity:
                fall = EXACT.subtract(_counted(old), _counted(line))
                if fall > 0:
                    found[old.id] = fall
        return found

    def main_taxes(self, *, by_base: bool = True) -> TaxSet:
        """Return the tax set with the largest base; or that whose total has changed most.

        Where no base is above zero it is the latter. Of equals it is that of the earlier line.
        """
        if by_base and self.base > 0:
            return max(self.bases, key=lambda taxes: self.bases[taxes])
        changes: dict[TaxSet, Decimal] = {}
        for old, new in self._pairs():
            for side, sign in ((new, 1), (old, -1)):
                if side is not None and side.counted:
                    so_far = changes.get(side.taxes, ZERO)
                    changes[side.taxes] = EXACT.add(so_far, EXACT.multiply(total(side), sign))
        if not changes:
            return self.after.quote.tax or ()
        return max(changes, key=lambda taxes: changes[taxes].copy_abs())

    def _pairs(self) -> Iterator[tuple[Line | None, Line | None]]:
        """Yield each line before and after; one that has gone, behind what it stood behind."""
        now = {line.id for line in self.after.lines}
        gone: dict[str | None, list[Line]] = {None: []}
        stood = None
        for line in self.before.lines:
            if line.id in now:
                stood = line.id
            else:
                gone.setdefault(stood, []).append(line)
        yield from ((old, None) for old in gone[None])
        for line in self.after.lines:
            yield self.was.get(line.id), line
            yield from ((old, None) for old in gone.get(line.id, ()))


def total(line: Line) -> Decimal:
    """Return the exact total of a line."""
    return line.totals().total


def sum_of(amounts: Iterable[Decimal]) -> Decimal:
    """Add amounts exactly."""
    whole = ZERO
    for amount in amounts:
        whole = EXACT.add(whole, amount)
    return whole


def _counted(line: Line | None) -> Decimal:
    return ZERO if line is None or not line.counted else total(line)


def _positive(line: Line) -> Decimal:
    return max(ZERO, _counted(line))


def _way(task: Task) -> str:
    return "rate" if task.rate is not None else "price" if task.price is not None else "expense"


def _sized(new: Task, old: Task) -> Task:
    """Return the new task at its old size; priced in another way, the old one, as now taxed."""
    kept, size, keys = (new, old, _SIZE) if _way(new) == _way(old) else (old, new, _OWN)
    stated = {name: kept.__dict__[name] for name in kept.model_fields_set}
    stated |= {name: getattr(size, name) for name in keys}
    stated |= {"id": new.id, "option": new.option}
    return Task.model_validate({name: value for name, value in stated.items() if value is not None})
