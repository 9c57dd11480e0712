"""Instructed work: what of an order is earned that was to be begun before it is agreed."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from quotekit.advice.account import InstructedRow
from quotekit.advice.stated_figures import checked_amount, stated_percent
from quotekit.advice.tax_shares import TaxSet, shared_out, summed
from quotekit.changes import ChangeOrder, Contract
from quotekit.errors import Fault, InvalidInputError
from quotekit.pricing import PricedQuote, price
from quotekit.quotes import Adjustment, Quote
from quotekit.values import EXACT, ZERO, quantum, rounded


def instructed_rows(
    contract: Contract,
    progress: Mapping[str, object],
    limits: Mapping[str, object],
    unstated: Decimal = ZERO,
) -> tuple[InstructedRow, ...]:
    """Return what is earned of each order that was instructed, up to its limit.

    `progress` is in percent by number, `unstated` where nothing is stated; what an order brings in
    less than before is no work. Raises `InvalidInputError` for an order that is agreed, and for
    what is no percent or no amount.
    """
    rows = []
    unit = quantum(contract.priced.decimals)
    for number, stated in limits.items():
        order = contract.order(number)
        if contract.decisions[number].state == "accepted":
            fact = f"{number} is agreed, so that its work counts by its tasks"
            fault = Fault("agreed_already", fact, "leave it out", value=number)
            raise InvalidInputError(fault.at("instructed", number))
        limit = None if stated is None else checked_amount(contract, stated, "instructed", number)
        percent = stated_percent(progress.get(number, unstated), "progress", number)
        worth = max(ZERO, _change(order))
        amount = rounded(EXACT.multiply(worth, EXACT.scaleb(percent, -2)), unit)
        earned = amount if limit is None else min(amount, limit)
        rows.append(InstructedRow(number, order.title, limit, percent, earned))
    return tuple(rows)


def with_instructed(
    contract: Contract,
    earned: PricedQuote,
    begun: Iterable[InstructedRow],
    more: Iterable[Adjustment] = (),
) -> PricedQuote:
    """Price what is earned with instructed work, and whatever `more`, as surcharges of their own.

    Instructed work is taxed as what its order adds.
    """
    quote = earned.quote
    rows = [*quote.surcharges]
    for row in begun:
        rows += _surcharges(row, contract)
    data: dict[str, Any] = {name: getattr(quote, name) for name in Quote.model_fields}
    data["surcharges"] = (*rows, *more)
    stated = {name: value for name, value in data.items() if value is not None}
    return price(Quote.model_validate(stated, context={"references": False}))


def _surcharges(row: InstructedRow, contract: Contract) -> Iterator[Adjustment]:
    return shared_out("instructed", row.earned, _risen(contract.order(row.number)), contract.priced)


def _change(order: ChangeOrder) -> Decimal:
    included = order.after.quote.prices_include_tax
    return order.sum.total.change if included else order.sum.net.change


def _risen(order: ChangeOrder) -> dict[TaxSet, Decimal]:
    """Return by how much an order raises the lines of each tax set."""
    after = [(line.taxes, line.total) for line in order.after.lines if line.counted]
    before = [(line.taxes, -line.total) for line in order.before.lines if line.counted]
    return summed([*after, *before])
