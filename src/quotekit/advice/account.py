"""The account of a contract that ends, as it is shown: each task, the fee, what is left to pay."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from quotekit.advice.rest import Rest
from quotekit.pricing import PricedQuote, TaxAmount, Totals

Cause = Literal["completed", "client_convenience", "client_breach", "seller_withdraws", "agreement"]
CAUSES: tuple[Cause, ...] = (
    "completed", "client_convenience", "client_breach", "seller_withdraws", "agreement",
)  # fmt: skip
"""Why a contract ends."""


@dataclass(frozen=True, slots=True)
class EarnedRow:
    """Show one task: what it comes to in the contract, how far it has come, what is earned."""

    id: str
    title: str | None
    total: Decimal
    percent: Decimal
    earned: Decimal


@dataclass(frozen=True, slots=True)
class InstructedRow:
    """Show a pending order that the client wanted begun: its limit, and what of it is earned."""

    number: str
    title: str | None
    limit: Decimal | None
    percent: Decimal
    earned: Decimal


@dataclass(frozen=True, eq=False)
class Settlement:
    """Hold what leaving costs or returns.

    `earned` + `unearned` = the contract sum, net (gross where prices include tax). `fee` is
    `fee_percent` of what is not earned, by the term `ending.fee`. `totals` are those of earned
    work, what was instructed, and the fee, and so are `net`, `taxes`, `total` and `payable`.
    `rest` is what is still to be paid, below zero what is to be refunded, with its taxes. Each
    task and the `adjustments`, rounding among them, add up to what is earned.
    """

    on: date
    cause: Cause
    currency: str
    tasks: tuple[EarnedRow, ...]
    instructed: tuple[InstructedRow, ...]
    adjustments: Decimal
    earned: Decimal
    unearned: Decimal
    fee_percent: Decimal | None
    fee: Decimal
    totals: Totals
    paid: Decimal
    rest: Rest
    contract: PricedQuote
    notice_days: int | None

    @property
    def net(self) -> Decimal:
        """Return what is settled without tax."""
        return self.totals.net

    @property
    def taxes(self) -> tuple[TaxAmount, ...]:
        """Return each tax on what is settled."""
        return self.totals.taxes

    @property
    def total(self) -> Decimal:
        """Return what is settled with tax."""
        return self.totals.total

    @property
    def payable(self) -> Decimal:
        """Return what is settled with tax, less what is withheld."""
        return self.totals.payable

    @property
    def due(self) -> Decimal:
        """Return what is still to be paid, below zero what is to be refunded."""
        return self.rest.due

    @property
    def is_refund(self) -> bool:
        """Say whether more is paid than is settled, so that the rest goes back."""
        return self.due < 0
