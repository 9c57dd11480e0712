"""The settlement of a contract that ends: earned, the fee, paid, and what is left to pay."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from quotekit.advice.earned_work import EarnedWork
from quotekit.changes import ChangeOrder, Contract
from quotekit.errors import Fault, InvalidInputError
from quotekit.pricing import PricedQuote, TaxAmount, price
from quotekit.quotes import Adjustment, Quote
from quotekit.values import EXACT, HUNDRED, ZERO, exact, plain, quantum, rounded

Cause = Literal["completed", "client_convenience", "client_breach", "seller_withdraws", "agreement"]
CAUSES: tuple[Cause, ...] = (
    "completed", "client_convenience", "client_breach", "seller_withdraws", "agreement",
)  # fmt: skip
_WITH_FEE = frozenset({"client_convenience", "client_breach"})
"""The causes for which the client bears the fee for ending."""
_FEE = "ending"
_INSTRUCTED = "instructed"


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
    `fee_percent` of what is not earned, by the term `ending.fee`. `net`, `taxes`, `total`
    and `payable` are those of earned work, what was instructed, and the fee. `due` is what is
    still to be paid, below zero what is to be refunded.
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
    net: Decimal
    taxes: tuple[TaxAmount, ...]
    total: Decimal
    payable: Decimal
    paid: Decimal
    due: Decimal
    contract: PricedQuote
    notice_days: int | None


def settlement(  # noqa: PLR0913 - one for each thing it depends on
    contract: Contract,
    progress: Mapping[str, object],
    payments: Iterable[object],
    *,
    on: date,
    cause: Cause,
    instructed: Mapping[str, Decimal | None] | None = None,
) -> Settlement:
    """Work out what leaving a contract costs or returns.

    `progress` is in percent by task, and by number for orders that were instructed to `proceed`;
    `instructed` has their limits. `payments` are amounts, refunds below zero. Raises
    `InvalidInputError` for a cause that is none, progress beyond 0 to 100, or an amount that is
    no number.
    """
    if cause not in CAUSES:
        fault = Fault("no_cause", f'"{cause}" is no cause', f"write one of {', '.join(CAUSES)}")
        raise InvalidInputError(fault.at("cause"))
    done = _percents(progress)
    work = EarnedWork(contract.priced, done)
    begun = _instructed(contract, done, instructed or {})
    earned = _shown_net(work.priced)
    unearned = EXACT.subtract(_shown_net(contract.priced), earned)
    terms = contract.agreement_in_force.ending
    percent = terms.fee if cause in _WITH_FEE else None
    fee = _fee(contract.priced, percent, unearned)
    settled = _settled(work, contract.priced, begun, fee)
    paid = ZERO.quantize(quantum(contract.priced.decimals))
    for payment in payments:
        paid = EXACT.add(paid, exact(payment))
    totals = settled.totals
    return Settlement(
        on=on,
        cause=cause,
        currency=contract.priced.currency,
        tasks=tuple(
            EarnedRow(line.id, line.title, line.total, percent, amount)
            for line, percent, amount in work.lines()
        ),
        instructed=begun,
        adjustments=EXACT.subtract(earned, work.priced.totals.lines),
        earned=earned,
        unearned=unearned,
        fee_percent=percent,
        fee=fee,
        net=totals.net,
        taxes=totals.taxes,
        total=totals.total,
        payable=totals.payable,
        paid=paid,
        due=EXACT.subtract(totals.payable, paid),
        contract=contract.priced,
        notice_days=terms.notice_days,
    )


def _percents(progress: Mapping[str, object]) -> dict[str, Decimal]:
    found = {}
    for name, stated in progress.items():
        percent = exact(stated)
        if not 0 <= percent <= HUNDRED:
            fact = f"{plain(percent)} % is no progress"
            fault = Fault("no_progress", fact, "write 0 to 100", value=str(stated))
            raise InvalidInputError(fault.at("progress", name))
        found[name] = percent
    return found


def _shown_net(priced: PricedQuote) -> Decimal:
    """Return the sum in which prices are written: net, or gross where they include tax."""
    totals = priced.totals
    return totals.total if priced.quote.prices_include_tax else totals.net


def _instructed(
    contract: Contract, done: Mapping[str, Decimal], limits: Mapping[str, Decimal | None]
) -> tuple[InstructedRow, ...]:
    rows = []
    unit = quantum(contract.priced.decimals)
    for number, limit in limits.items():
        order: ChangeOrder = contract.order(number)
        percent = done.get(number, ZERO)
        worth = max(ZERO, _order_change(order))
        amount = rounded(EXACT.multiply(worth, EXACT.scaleb(percent, -2)), unit)
        earned = amount if limit is None else min(amount, limit.quantize(unit))
        rows.append(InstructedRow(number, order.title, limit, percent, earned))
    return tuple(rows)


def _order_change(order: ChangeOrder) -> Decimal:
    included = order.after.quote.prices_include_tax
    return order.sum.total.change if included else order.sum.net.change


def _fee(contract: PricedQuote, percent: Decimal | None, unearned: Decimal) -> Decimal:
    unit = quantum(contract.decimals)
    if percent is None or unearned <= 0:
        return ZERO.quantize(unit)
    # Where prices include tax the fee does too: so many percent of gross are as many of net.
    return rounded(EXACT.multiply(unearned, EXACT.scaleb(percent, -2)), unit)


def _settled(
    work: EarnedWork, contract: PricedQuote, begun: Iterable[InstructedRow], fee: Decimal
) -> PricedQuote:
    """Price what is earned with the fee and the instructed work as surcharges of their own."""
    quote = work.priced.quote
    rows = [
        Adjustment(id=f"{_INSTRUCTED}.{row.number}", amount=row.earned, tax=_main_taxes(contract))
        for row in begun
        if row.earned
    ]
    if fee:
        rows.append(Adjustment(id=_FEE, amount=fee, tax=_unearned_taxes(contract, work)))
    data: dict[str, Any] = {name: getattr(quote, name) for name in Quote.model_fields}
    data["surcharges"] = (*quote.surcharges, *rows)
    stated = {name: value for name, value in data.items() if value is not None}
    return price(Quote.model_validate(stated, context={"references": False}))


def _main_taxes(contract: PricedQuote) -> tuple[str, ...]:
    sums: dict[tuple[str, ...], Decimal] = {}
    for line in contract.lines:
        if line.counted:
            sums[line.taxes] = EXACT.add(sums.get(line.taxes, ZERO), line.total)
    return max(sums, key=lambda taxes: sums[taxes]) if sums else contract.quote.tax or ()


def _unearned_taxes(contract: PricedQuote, work: EarnedWork) -> tuple[str, ...]:
    """Return the tax set with the most that is not earned."""
    sums: dict[tuple[str, ...], Decimal] = {}
    for line, _, earned in work.lines():
        left = EXACT.subtract(line.total, earned)
        sums[line.taxes] = EXACT.add(sums.get(line.taxes, ZERO), left)
    return max(sums, key=lambda taxes: sums[taxes]) if sums else _main_taxes(contract)
