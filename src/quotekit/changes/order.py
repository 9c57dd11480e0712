"""The change order: what a change costs, in money and in time, before anyone begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from quotekit.changes.action import Action
from quotekit.changes.order_line import OrderLine
from quotekit.changes.progress import rescaled
from quotekit.changes.request import ChangeRequest
from quotekit.pricing import PricedQuote
from quotekit.values import EXACT

Counted = TypeVar("Counted", Decimal, int)


@dataclass(frozen=True, slots=True)
class Steps(Generic[Counted]):
    """Follow a figure from the original contract to the one after an order (AIA G701).

    `earlier` is the net change by earlier orders, `before` = `original` + `earlier`, `after` =
    `before` + `change`.
    """

    original: Counted
    earlier: Counted
    before: Counted
    change: Counted
    after: Counted


@dataclass(frozen=True, slots=True)
class ContractSum:
    """Hold the contract sum: net, total, and what is payable once taxes are withheld."""

    net: Steps[Decimal]
    total: Steps[Decimal]
    payable: Steps[Decimal]


@dataclass(frozen=True, slots=True)
class ContractTime:
    """Hold the contract time in working days; a finish is None where no start is planned."""

    working_days: Steps[int]
    finish_before: date | None
    finish_after: date | None


@dataclass(frozen=True, slots=True)
class TaxChange:
    """Say what one tax comes to before and after; `withheld` lowers what is payable."""

    name: str
    title: str | None
    percent: Decimal
    withheld: bool
    before: Decimal
    after: Decimal
    difference: Decimal


@dataclass(frozen=True, slots=True)
class RoundingChange:
    """Say what rounding at the end left between a whole and its parts, before and after."""

    between: str
    before: Decimal
    after: Decimal
    difference: Decimal


@dataclass(frozen=True, slots=True)
class InstalmentChange:
    """Say what one instalment comes to; `before` is None for a new one, `after` for one dropped.

    `fixed` says that it has been invoiced or paid. An `after` below zero is a refund.
    """

    id: str
    title: str | None
    before: Decimal | None
    after: Decimal | None
    fixed: bool


@dataclass(frozen=True, slots=True)
class RoundsUsed:
    """Say how many free rounds of corrections are used, this order included, and left."""

    used: int
    left: int
    free: bool
    """Whether this order is one of them."""


@dataclass(frozen=True, eq=False)
class ChangeOrder:
    """Hold one change order, or the bare difference of two quotes.

    Made by `issue`, `reissue` and `compare` only. All amounts have the decimals of the currency
    and are final: the differences of `lines` add up to the change of net (of the total, where
    prices include tax). `number`, `issued`, `valid_until`, `request` and `allowance` are None
    for a bare difference. `before` and `after` are the two priced quotes; accepting the order
    makes the latter the agreed one.
    """

    number: str | None
    title: str | None
    issued: date | None
    valid_until: date | None
    request: ChangeRequest | None = field(repr=False)
    actions: tuple[Action, ...] = field(repr=False)
    lines: tuple[OrderLine, ...] = field(repr=False)
    allowance: RoundsUsed | None = field(repr=False)
    taxes: tuple[TaxChange, ...] = field(repr=False)
    sum: ContractSum
    rounding_rows: tuple[RoundingChange, ...] = field(repr=False)
    time: ContractTime = field(repr=False)
    instalments: tuple[InstalmentChange, ...] = field(repr=False)
    original: PricedQuote = field(repr=False)
    before: PricedQuote = field(repr=False)
    after: PricedQuote = field(repr=False)
    supersedes: str | None = None
    """The number of the order that this one replaces."""
    progress: Mapping[str, Decimal] = field(default_factory=dict, repr=False)
    """The progress of the tasks, in percent of their quantity, that the order was priced with."""
    paid: tuple[str, ...] = ()
    """The instalments that the order leaves as they are."""
    late_progress: Mapping[str, Decimal] = field(default_factory=dict, repr=False)
    """The progress on the day of the request, by which what came late is charged."""
    rush: bool = False
    """Whether what it adds was wanted in a hurry."""
    rounds: tuple[str, ...] = ()
    """The tasks of which it uses up a free round; `*` stands for one of the whole quote."""

    @property
    def quote(self) -> str:
        """Return the number of the quote that the order changes."""
        return self.after.number

    @property
    def base(self) -> str:
        """Return the digest of the agreed quote that the order was priced on."""
        return self.before.digest

    @property
    def revised(self) -> str:
        """Return the digest of the quote that is agreed once the order is accepted."""
        return self.after.digest

    @property
    def currency(self) -> str:
        """Return the ISO 4217 code of the currency."""
        return self.after.currency

    def rescaled_progress(self) -> dict[str, Decimal]:
        """Return the progress in percent of the quantities that hold once this is accepted."""
        return self.rescaled(self.progress)

    def rescaled(self, progress: Mapping[str, Decimal]) -> dict[str, Decimal]:
        """Return any progress, stated before this was accepted, in percent of what holds then."""
        return rescaled(progress, self.before, self.after)

    @property
    def step(self) -> RoundingChange:
        """Return what rounding the payable amount to `round_to` comes to, before and after."""
        before, after = self.before.totals.rounding, self.after.totals.rounding
        return RoundingChange("payable", before, after, EXACT.subtract(after, before))

    @property
    def direction(self) -> Literal["increase", "decrease", "unchanged"]:
        """Say whether the order raises the contract sum, lowers it, or neither."""
        change = self.sum.net.change or self.sum.total.change
        return "increase" if change > 0 else "decrease" if change < 0 else "unchanged"
