"""Two priced quotes held against each other: contract sum, taxes, time, instalments."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from quotekit.changes.action import Action
from quotekit.changes.comparison import difference
from quotekit.changes.fees import Fee
from quotekit.changes.instalments import instalment_changes
from quotekit.changes.order import (
    ChangeOrder,
    ContractSum,
    ContractTime,
    RoundingChange,
    Steps,
    TaxChange,
)
from quotekit.changes.order_rows import OrderRows
from quotekit.errors import Fault, InvalidInputError
from quotekit.pricing import PricedQuote, TaxAmount, price, reprice
from quotekit.quotes import Quote
from quotekit.values import EXACT, ZERO, quantum

_ONE_SUM = ("currency", "prices_include_tax")


def compare(old: Quote, new: Quote) -> ChangeOrder:
    """Return the bare difference of two quotes: no number, no fees, no policy.

    Raises `InvalidInputError` where their sums cannot be held against each other: in another
    currency, or with tax included in one of them only.
    """
    for key in _ONE_SUM:
        if getattr(old, key) != getattr(new, key):
            fact = f"{key} is not the same in both quotes, so that no sum can be compared"
            raise InvalidInputError(Fault("not_comparable", fact, "write both alike").at(key))
    before = price(old)
    return figures(before, before, reprice(before, new), difference(old, new))


def figures(  # noqa: PLR0913 - three quotes, and what explains their difference
    original: PricedQuote,
    before: PricedQuote,
    after: PricedQuote,
    actions: Sequence[Action],
    *,
    fees: Sequence[Fee] = (),
    reason: str | None = None,
    paid: Iterable[str] = (),
    **order: Any,  # noqa: ANN401 - the keys of a change order that are no figures
) -> ChangeOrder:
    """Put together a change order of three priced quotes; nothing is priced here."""
    paid = tuple(paid)
    empty: dict[str, Any] = dict.fromkeys(
        ("number", "title", "issued", "valid_until", "request", "allowance")
    )
    keys = {**empty, **order}
    return ChangeOrder(
        **keys,
        actions=tuple(actions),
        lines=OrderRows(before, after, actions, fees, reason).lines(),
        taxes=tuple(_taxes(before, after)),
        sum=ContractSum(
            *(_steps(name, original, before, after) for name in ("net", "total", "payable"))
        ),
        rounding_rows=tuple(_rounding(before, after)),
        time=_time(original, before, after),
        instalments=instalment_changes(before, after, paid),
        original=original,
        before=before,
        after=after,
        paid=paid,
    )


def _steps(
    name: str, original: PricedQuote, before: PricedQuote, after: PricedQuote
) -> Steps[Decimal]:
    first, old, new = (getattr(priced.totals, name) for priced in (original, before, after))
    return Steps(first, EXACT.subtract(old, first), old, EXACT.subtract(new, old), new)


def _taxes(before: PricedQuote, after: PricedQuote) -> Iterable[TaxChange]:
    old = {tax.name: tax for tax in before.totals.taxes}
    new = {tax.name: tax for tax in after.totals.taxes}
    for name in dict.fromkeys((*after.quote.taxes, *old)):
        tax = new.get(name) or old.get(name)
        if tax is not None:
            was, now = _amount(old.get(name), after), _amount(new.get(name), after)
            moved = EXACT.subtract(now, was)
            yield TaxChange(name, tax.title, tax.percent, tax.withheld, was, now, moved)


def _amount(tax: TaxAmount | None, after: PricedQuote) -> Decimal:
    return ZERO.quantize(quantum(after.decimals)) if tax is None else tax.amount


def _rounding(before: PricedQuote, after: PricedQuote) -> Iterable[RoundingChange]:
    old, new = (
        {row.between: row.amount for row in priced.totals.rounding_rows}
        for priced in (before, after)
    )
    zero = ZERO.quantize(quantum(after.decimals))
    for whole in dict.fromkeys((*new, *old)):
        amounts = old.get(whole, zero), new.get(whole, zero)
        yield RoundingChange(whole, *amounts, EXACT.subtract(amounts[1], amounts[0]))


def _time(original: PricedQuote, before: PricedQuote, after: PricedQuote) -> ContractTime:
    first, old, new = map(_working_days, (original, before, after))
    return ContractTime(
        Steps(first, old - first, old, new - old, new), _finish(before), _finish(after)
    )


def _working_days(priced: PricedQuote) -> int:
    return 0 if priced.timeline is None else priced.timeline.working_days


def _finish(priced: PricedQuote) -> date | None:
    return None if priced.timeline is None else priced.timeline.finish
