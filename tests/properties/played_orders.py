"""Drawn requests played through the engine, and what an order comes to as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quotekit.changes import ChangeOrder, ChangeRequest, Contract, issue
from quotekit.quotes import Agreement, Quote
from tests.properties.drawn_requests import Chain, Step
from tests.properties.order_oracle import ExpectedOrder
from tests.properties.order_oracle_reading import Reading

_KINDS = {
    "added": "task",
    "removed": "task",
    "revised": "task",
    "ended": "task",
    "discount": "discount",
    "concession": "discount",
    "surcharge": "surcharge",
    "fee": "surcharge",
    "rounding": "rounding",
}


@dataclass(frozen=True)
class Played:
    """A step of a chain with the order that the engine issued for it."""

    step: Step
    order: ChangeOrder
    before: Contract
    after: Contract


def played(chain: Chain) -> Iterator[Played]:
    """Issue an order for each request of a chain, and decide about it as was drawn."""
    quote = Quote.model_validate(chain.document)
    agreement = None if chain.agreement is None else Agreement.model_validate(chain.agreement)
    contract = Contract(quote, agreement=agreement)
    for step in chain.steps:
        request = ChangeRequest.model_validate(step.request)
        order = issue(contract, request, on=step.on, progress=step.progress, paid=step.paid)
        before, contract = contract, decided(contract.offer(order), order, step)
        yield Played(step, order, before, contract)


def decided(contract: Contract, order: ChangeOrder, step: Step) -> Contract:
    """Accept or decline an order, or leave it open."""
    if order.number is None or step.decision == "wait":
        return contract
    if step.decision == "decline":
        return contract.decline(order.number, on=step.on)
    return contract.accept(order.number, on=step.on)


def figures(order: ChangeOrder) -> dict[str, Any]:
    """Give every figure of an order as text, without rows that move nothing."""
    rows: dict[str, str] = {}
    for line in order.lines:
        name = "" if line.change == "rounding" else line.id
        if line.difference:
            rows[f"{_KINDS[line.change]}:{name}"] = f"{line.difference:f}"
    return {
        "rows": rows,
        **{
            key: (f"{steps.before:f}", f"{steps.after:f}")
            for key, steps in (
                ("net", order.sum.net),
                ("total", order.sum.total),
                ("payable", order.sum.payable),
            )
        },
        "taxes": {
            tax.name: (f"{tax.before:f}", f"{tax.after:f}")
            for tax in order.taxes
            if tax.before or tax.after
        },
        "days": (order.time.working_days.before, order.time.working_days.after),
        "finish": tuple(
            None if day is None else day.isoformat()
            for day in (order.time.finish_before, order.time.finish_after)
        ),
        "instalments": {
            part.id: tuple(
                None if amount is None else f"{amount:f}" for amount in (part.before, part.after)
            )
            for part in order.instalments
        },
        "rounds": order.rounds,
    }


def expected_figures(order: ExpectedOrder) -> dict[str, Any]:
    """Give every figure of an order as the oracle reads the rules."""
    sides = (order.before, order.after)
    totals = [side.totals for side in sides]
    text = order.after.money.text
    names = {tax.name for held in totals for tax in held.taxes}
    taxes = {name: tuple(_tax(side, name) for side in sides) for name in names}
    paid = [{row["id"]: row["amount"] for row in side.instalments} for side in sides]
    zero = text(sides[0].totals.net * 0)
    return {
        "rows": {f"{kind}:{name}": moved for (kind, name), moved in order.rows().items()},
        "net": tuple(text(held.net) for held in totals),
        "total": tuple(text(held.total) for held in totals),
        "payable": tuple(text(held.payable) for held in totals),
        "taxes": {name: pair for name, pair in taxes.items() if set(pair) != {zero}},
        "days": tuple(side.working_days for side in sides),
        "finish": tuple(_finish(side) for side in sides),
        "instalments": {
            name: (paid[0].get(name), paid[1].get(name)) for name in {**paid[0], **paid[1]}
        },
        "rounds": tuple(order.rounds or ()),
    }


def _tax(side: Reading, name: str) -> str:
    amounts = [tax for tax in side.totals.taxes if tax.name == name]
    if not amounts:
        return side.money.text(side.totals.net * 0)
    return side.money.text(amounts[0].amount, amounts[0].mode)


def _finish(side: Reading) -> str | None:
    finish = None if side.timeline is None else side.timeline.finish
    return None if finish is None else finish.isoformat()
