"""The fees of a change order: each an amount, from a term of the agreement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from quotekit.changes.added_work import AddedWork, TaxSet, sum_of
from quotekit.changes.progress import Progress, part
from quotekit.changes.request import ChangeRequest
from quotekit.pricing import PricedQuote
from quotekit.quotes import Adjustment, ChangeTerms
from quotekit.values import EXACT, HUNDRED, ZERO

CLIENT = frozenset({"client", "client_delay"})
"""The reasons of which the client bears the fees."""


@dataclass(frozen=True, slots=True)
class Fee:
    """One fee: what it comes to, whose taxes it bears, and where it comes from.

    `percent` and `base` are None where it is no percent; `base` is as it is shown.
    """

    id: str
    amount: Decimal
    taxes: TaxSet
    term: str | None
    percent: Decimal | None = None
    base: Decimal | None = None

    def as_adjustment(self) -> Adjustment:
        """Return the fee as a document surcharge, or as the discount that a concession is."""
        stated = {"id": self.id, "amount": self.amount.copy_abs(), "tax": self.taxes}
        return Adjustment.model_validate(stated)


@dataclass(frozen=True, slots=True)
class Charging:
    """Hold what the fees of one order depend on.

    `work` is all that changes, `own` the same without announced prices and selected options,
    which bear no late, handling and minimum. `late` is the progress on the day of the request.
    """

    number: str
    terms: ChangeTerms
    work: AddedWork
    own: AddedWork
    late: Progress
    rush: bool

    def fees(self) -> list[Fee]:
        """Return the fees of work that the client asked for, in the order they are charged."""
        late = list(self._late())
        removal = list(self._removal(self.work))
        handling = list(self._handling())
        without_minimum = [*late, *self._rush(self.own), *self._removal(self.own), *handling]
        minimum = self._minimum(sum_of(fee.amount for fee in without_minimum))
        found = [*late, *self._rush(self.work), *removal, *handling, *minimum]
        return [fee for fee in found if fee.amount]

    def saving_share(self) -> list[Fee]:
        """Return the share that the seller keeps of what its own idea saves."""
        percent = self.terms.saving_share
        change = change_of(self.work.before, self.work.after)
        if not percent or change >= 0:
            return []
        base = change.copy_negate()
        taxes = self.work.main_taxes(by_base=False)
        share = self._percent("saving_share", "", percent, base, taxes)
        return [share] if share.amount else []

    def _late(self) -> Iterator[Fee]:
        for name, extension in self.own.extensions.items():
            steps = [
                step.percent
                for step in self.terms.late
                if step.progress <= self.late.get(name, ZERO)
            ]
            if steps and extension > 0:
                taxes = self._taxes(self.own)[name]
                yield self._percent("late", name, steps[-1], extension, taxes)

    def _rush(self, work: AddedWork) -> Iterator[Fee]:
        if self.rush and self.terms.rush is not None:
            for taxes, base in work.bases.items():
                if base > 0:
                    name = ".".join(taxes) or "none"
                    yield self._percent("rush", name, self.terms.rush.percent, base, taxes)

    def _removal(self, work: AddedWork) -> Iterator[Fee]:
        removal = self.terms.removal
        kept = ZERO if removal is None else EXACT.subtract(HUNDRED, removal.credit)
        if kept:
            for name, fall in work.falls.items():
                yield self._percent("removal", name, kept, fall, work.was[name].taxes)

    def _handling(self) -> Iterator[Fee]:
        fee = self.terms.handling_fee
        if fee is not None and self.own.base > 0:
            amount = self.own.shown(fee)
            yield Fee(
                self._id("handling_fee"), amount, self.own.main_taxes(), _term("handling_fee")
            )

    def _minimum(self, fees: Decimal) -> Iterator[Fee]:
        change = change_of(self.own.before, self.own.after)
        if self.terms.minimum is not None and change > 0:
            missing = EXACT.subtract(self.terms.minimum, EXACT.add(change, fees))
            if missing > 0:
                yield self._fixed("minimum", missing)

    def _fixed(self, term: str, amount: Decimal) -> Fee:
        return Fee(self._id(term), self.own.shown(amount), self.own.main_taxes(), _term(term))

    def _percent(
        self, term: str, name: str, percent: Decimal, exact: Decimal, taxes: TaxSet
    ) -> Fee:
        base = self.work.shown(exact)
        amount = self.work.shown(part(base, percent))
        return Fee(self._id(term, name), amount, taxes, _term(term), percent, base)

    def _id(self, term: str, name: str = "") -> str:
        return f"{self.number}.{term}.{name}" if name else f"{self.number}.{term}"

    @staticmethod
    def _taxes(work: AddedWork) -> Mapping[str, TaxSet]:
        return {line.id: line.taxes for line in work.after.lines}


def concession_of(number: str, request: ChangeRequest, work: AddedWork) -> list[Fee]:
    """Return what is taken off in the end, below zero, in the tax set that bears the most."""
    if request.concession is None or not request.concession.amount:
        return []
    amount = work.shown(request.concession.amount).copy_negate()
    return [Fee(f"{number}.concession", amount, work.main_taxes(), None)]


def change_of(before: PricedQuote, after: PricedQuote) -> Decimal:
    """Return by how much the contract sum moves: net, or gross where prices include tax."""
    old, new = before.totals, after.totals
    if after.quote.prices_include_tax:
        return EXACT.subtract(new.total, old.total)
    return EXACT.subtract(new.net, old.net)


def _term(name: str) -> str:
    return f"changes.{name}"
