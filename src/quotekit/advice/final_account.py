"""The settlement of a contract that ends: earned, the fee, paid, and what is left to pay."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from quotekit.advice.account import CAUSES, Cause, EarnedRow, InstructedRow, Settlement
from quotekit.advice.earned_work import EarnedWork
from quotekit.advice.stated_figures import (
    checked_amount,
    checked_progress,
    checked_sum,
    stated_percent,
)
from quotekit.advice.tax_shares import TaxSet, shared_out, summed
from quotekit.changes import ChangeOrder, Contract
from quotekit.errors import Fault, InvalidInputError
from quotekit.pricing import PricedQuote, price
from quotekit.quotes import Quote
from quotekit.values import EXACT, HUNDRED, ZERO, quantum, rounded

_WITH_FEE = frozenset({"client_convenience", "client_breach"})
"""The causes for which the client bears the fee for ending."""


def settlement(  # noqa: PLR0913 - one for each thing it depends on
    contract: Contract,
    progress: Mapping[str, object],
    payments: Iterable[object],
    *,
    on: date,
    cause: Cause,
    instructed: Mapping[str, object] | None = None,
) -> Settlement:
    """Work out what leaving a contract costs or returns.

    `progress` is in percent by task, and by number for orders that were instructed to `proceed`;
    `instructed` has their limits, None where there is none, in the sum in which prices are
    written. Where the cause is that
    the job is completed, a task of which nothing is stated is done. `payments` are amounts,
    refunds below zero. Raises `InvalidInputError` for a cause that is none, for progress beyond 0
    to 100 or of what is not there, for an order that is agreed already, and for an amount that is
    no number or has more decimals than the currency.
    """
    if cause not in CAUSES:
        fault = Fault("no_cause", f'"{cause}" is no cause', f"write one of {', '.join(CAUSES)}")
        raise InvalidInputError(fault.at("cause"))
    limits = instructed or {}
    of_tasks = {name: one for name, one in progress.items() if name not in limits}
    done = dict.fromkeys((task.id for task in contract.current.tasks), HUNDRED)
    done = {**(done if cause == "completed" else {}), **checked_progress(contract, of_tasks)}
    work = EarnedWork(contract.priced, done)
    begun = _instructed(contract, progress, limits)
    earned = _shown_net(work.priced)
    unearned = EXACT.subtract(_shown_net(contract.priced), earned)
    terms = contract.agreement_on(on).ending
    percent = terms.fee if cause in _WITH_FEE else None
    fee = _fee(contract.priced, percent, unearned)
    settled = _settled(contract, work, begun, fee)
    paid = checked_sum(contract, payments)
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
        totals=settled.totals,
        paid=paid,
        due=EXACT.subtract(settled.totals.payable, paid),
        contract=contract.priced,
        notice_days=terms.notice_days,
    )


def _shown_net(priced: PricedQuote) -> Decimal:
    """Return the sum in which prices are written: net, or gross where they include tax."""
    totals = priced.totals
    return totals.total if priced.quote.prices_include_tax else totals.net


def _instructed(
    contract: Contract, progress: Mapping[str, object], limits: Mapping[str, object]
) -> tuple[InstructedRow, ...]:
    rows = []
    unit = quantum(contract.priced.decimals)
    for number, stated in limits.items():
        order: ChangeOrder = contract.order(number)
        if contract.decisions[number].state == "accepted":
            fact = f"{number} is agreed, so that its work counts by its tasks"
            fault = Fault("agreed_already", fact, "leave it out", value=number)
            raise InvalidInputError(fault.at("instructed", number))
        limit = None if stated is None else checked_amount(contract, stated, "instructed", number)
        percent = stated_percent(progress.get(number, ZERO), "progress", number)
        worth = max(ZERO, _order_change(order))
        amount = rounded(EXACT.multiply(worth, EXACT.scaleb(percent, -2)), unit)
        earned = amount if limit is None else min(amount, limit)
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
    contract: Contract, work: EarnedWork, begun: Iterable[InstructedRow], fee: Decimal
) -> PricedQuote:
    """Price what is earned with the fee and the instructed work as surcharges of their own."""
    quote = work.priced.quote
    rows = [*quote.surcharges]
    for row in begun:
        order = contract.order(row.number)
        rows += shared_out("instructed", row.earned, _risen(order), contract.priced)
    left = summed(
        (line.taxes, EXACT.subtract(line.total, earned)) for line, _, earned in work.lines()
    )
    rows += shared_out("ending", fee, left, contract.priced)
    data: dict[str, Any] = {name: getattr(quote, name) for name in Quote.model_fields}
    data["surcharges"] = tuple(rows)
    stated = {name: value for name, value in data.items() if value is not None}
    return price(Quote.model_validate(stated, context={"references": False}))


def _risen(order: ChangeOrder) -> dict[TaxSet, Decimal]:
    """Return by how much an order raises the lines of each tax set."""
    after = [(line.taxes, line.total) for line in order.after.lines if line.counted]
    before = [(line.taxes, -line.total) for line in order.before.lines if line.counted]
    return summed([*after, *before])
