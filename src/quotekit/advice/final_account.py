"""The settlement of a contract that ends: earned, the fee, paid, and what is left to pay."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from quotekit.advice.account import CAUSES, Cause, EarnedRow, Settlement
from quotekit.advice.earned_work import EarnedWork
from quotekit.advice.instructed_work import instructed_rows, with_instructed
from quotekit.advice.rest import rest_of
from quotekit.advice.stated_figures import checked_progress, checked_sum
from quotekit.advice.tax_shares import shared_out, summed
from quotekit.changes import Contract
from quotekit.errors import Fault, InvalidInputError
from quotekit.pricing import PricedQuote
from quotekit.quotes import Adjustment
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
    written. Where the cause is that the job is completed, that of which nothing is stated is done.
    `payments` are amounts, refunds below zero. Raises `InvalidInputError` for a cause that is none,
    for progress beyond 0 to 100 or of what is not there, for an order that is agreed already, and
    for an amount that is no number or has more decimals than the currency.
    """
    if cause not in CAUSES:
        fault = Fault("no_cause", f'"{cause}" is no cause', f"write one of {', '.join(CAUSES)}")
        raise InvalidInputError(fault.at("cause"))
    limits = instructed or {}
    of_tasks = {name: one for name, one in progress.items() if name not in limits}
    done = dict.fromkeys((task.id for task in contract.current.tasks), HUNDRED)
    done = {**(done if cause == "completed" else {}), **checked_progress(contract, of_tasks)}
    work = EarnedWork(contract.priced, done)
    begun = instructed_rows(contract, progress, limits, HUNDRED if cause == "completed" else ZERO)
    rows = tuple(
        EarnedRow(line.id, line.title, line.total, percent, amount)
        for line, percent, amount in work.lines()
    )
    earned = _shown_net(work.priced)
    unearned = EXACT.subtract(_shown_net(contract.priced), earned)
    terms = contract.agreement_on(on).ending
    percent = terms.fee if cause in _WITH_FEE else None
    fee = _fee(contract.priced, percent, unearned)
    settled = with_instructed(contract, work.priced, begun, _ending(contract, work, fee))
    paid = checked_sum(contract, payments)
    return Settlement(
        on=on,
        cause=cause,
        currency=contract.priced.currency,
        tasks=rows,
        instructed=begun,
        adjustments=_left(earned, rows),
        earned=earned,
        unearned=unearned,
        fee_percent=percent,
        fee=fee,
        totals=settled.totals,
        paid=paid,
        rest=rest_of(contract.priced.totals, settled.totals, paid, contract.priced.decimals),
        contract=contract.priced,
        notice_days=terms.notice_days,
    )


def _left(earned: Decimal, rows: Iterable[EarnedRow]) -> Decimal:
    """Return what discounts, surcharges and rounding at the end add to the tasks."""
    left = earned
    for row in rows:
        left = EXACT.subtract(left, row.earned)
    return left


def _shown_net(priced: PricedQuote) -> Decimal:
    """Return the sum in which prices are written: net, or gross where they include tax."""
    totals = priced.totals
    return totals.total if priced.quote.prices_include_tax else totals.net


def _fee(contract: PricedQuote, percent: Decimal | None, unearned: Decimal) -> Decimal:
    unit = quantum(contract.decimals)
    if percent is None or unearned <= 0:
        return ZERO.quantize(unit)
    # Where prices include tax the fee does too: so many percent of gross are as many of net.
    return rounded(EXACT.multiply(unearned, EXACT.scaleb(percent, -2)), unit)


def _ending(contract: Contract, work: EarnedWork, fee: Decimal) -> Iterator[Adjustment]:
    """Yield the fee as surcharges, taxed as what it stands for: the work that is not earned."""
    left = summed(
        (line.taxes, EXACT.subtract(line.total, earned)) for line, _, earned in work.lines()
    )
    return shared_out("ending", fee, left, contract.priced)
