"""A small agreed quote, the agreement it stands under, and requests on it, from plain data."""

from datetime import date
from typing import Any

import pytest

from quotekit.changes import ChangeOrder, ChangeRequest, Contract, issue
from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import Agreement, Quote, TermException
from tests.written_quotes import quote

ASKED = date(2026, 3, 20)
"""The Friday on which everything is requested and issued."""

RATES: dict[str, Any] = {
    "design": {"price": 85, "unit": "hour", "increment": "0.25"},
    "development": {"price": 95, "unit": "hour"},
    "translation": {"price": 140, "unit": "word", "per": 1000},
}
TAXES: dict[str, Any] = {"vat": {"percent": 19}, "reduced": {"percent": 7}}
SCREENS: dict[str, Any] = {"id": "screens", "rate": "design", "quantity": 24}
FRONTEND: dict[str, Any] = {"id": "frontend", "rate": "development", "quantity": 40}
TEXTS: dict[str, Any] = {
    "id": "texts-en",
    "rate": "translation",
    "quantity": 3500,
    "tax": ["reduced"],
}
FONTS: dict[str, Any] = {"id": "fonts", "expense": 120}
BLOG: dict[str, Any] = {"id": "blog", "rate": "development", "quantity": 10}
SHOP: dict[str, Any] = {"id": "shop", "price": 2400, "option": "shop"}
PARTS = [
    {"id": "deposit", "percent": 30},
    {"id": "middle", "percent": 30},
    {"id": "rest", "balance": True},
]
MORE: dict[str, Any] = {"revise": "screens", "set": {"quantity": 30}}
SOON: dict[str, Any] = {"wanted_by": "2026-03-24"}
TERMS: dict[str, Any] = {
    "handling_fee": 60,
    "minimum": 100,
    "rush": {"within_days": 3, "percent": 50},
    "late": [{"from": 50, "percent": 15}, {"from": 90, "percent": 30}],
    "removal": {"credit": 100},
    "valid_days": 10,
}


def agreed(**keys: Any) -> Quote:
    """Return the agreed quote, with other values for some keys."""
    document = {
        "rates": RATES,
        "taxes": TAXES,
        "tax": ["vat"],
        "tasks": [SCREENS, FRONTEND, TEXTS, FONTS],
        "schedule": {"hours_per_day": 6},
    }
    return quote(**{**document, **keys})


def of(*tasks: dict[str, Any], **keys: Any) -> Quote:
    """Return the agreed quote with these tasks instead."""
    return agreed(tasks=[*tasks], **keys)


def agreement(**terms: Any) -> Agreement:
    """Return an agreement with these terms of change and no other."""
    return Agreement.model_validate({"changes": terms})


def contract(
    agreed_quote: Quote | None = None,
    terms: dict[str, Any] | None = None,
    exceptions: tuple[TermException, ...] = (),
) -> Contract:
    """Return the contract of a quote, under terms of change where some are stated."""
    known = None if terms is None else agreement(**terms)
    return Contract(agreed() if agreed_quote is None else agreed_quote, known, exceptions)


def request(*actions: Any, **keys: Any) -> ChangeRequest:
    """Return a request for these actions, asked for on the Friday."""
    document = {"id": "change", "requested_on": ASKED, "actions": list(actions)}
    return ChangeRequest.model_validate({**document, **keys})


def order(
    agreement_of_both: Contract,
    *actions: Any,
    progress: dict[str, Any] | None = None,
    paid: tuple[str, ...] = (),
    on: date = ASKED,
    **keys: Any,
) -> ChangeOrder:
    """Issue a request for these actions."""
    return issue(agreement_of_both, request(*actions, **keys), on=on, progress=progress, paid=paid)


def accepted(
    agreement_of_both: Contract,
    *actions: Any,
    progress: dict[str, Any] | None = None,
    paid: tuple[str, ...] = (),
    on: date = ASKED,
    **keys: Any,
) -> Contract:
    """Issue a request for these actions, offer it and accept it on the same day."""
    made = order(agreement_of_both, *actions, progress=progress, paid=paid, on=on, **keys)
    return agreement_of_both.offer(made).accept(str(made.number), on=on)


def refusals(agreement_of_both: Contract, *actions: Any, **keys: Any) -> tuple[Fault, ...]:
    """Return the faults for which a request is refused."""
    with pytest.raises(InvalidInputError) as refusal:
        order(agreement_of_both, *actions, **keys)
    return refusal.value.faults


def said(agreement_of_both: Contract, *actions: Any, **keys: Any) -> list[str]:
    """Return what is said to a request that is refused, a line for each fault."""
    return [str(fault) for fault in refusals(agreement_of_both, *actions, **keys)]


def differences(made: ChangeOrder) -> dict[str, str]:
    """Return by how much each line of an order moves the sum."""
    return {line.id: f"{line.difference:f}" for line in made.lines}


def fees(made: ChangeOrder) -> dict[str, str]:
    """Return the fees of an order and its concession, without the order's number."""
    prefix = f"{made.number}."
    charged = [line for line in made.lines if line.change in {"fee", "concession"}]
    return {line.id.removeprefix(prefix): f"{line.difference:f}" for line in charged}


def task_of(found: Quote, name: str) -> dict[str, Any]:
    """Return the keys that a task of a quote states, as plain data."""
    one = next(task for task in found.tasks if task.id == name)
    return one.model_dump(mode="json", exclude_defaults=True)


def names_of(found: Quote) -> list[str]:
    """Return the ids of the tasks of a quote."""
    return [task.id for task in found.tasks]


def under(
    quote_keys: dict[str, Any] | None = None, *tasks: dict[str, Any], **terms: Any
) -> Contract:
    """Return a contract under these terms and no other."""
    listed = tasks or (SCREENS, FRONTEND, TEXTS, FONTS)
    return contract(of(*listed, **(quote_keys or {})), terms)


def taxes_of_fees(base: Contract, *actions: Any, **keys: Any) -> dict[str, tuple[str, ...] | None]:
    """Return the tax set of each fee and concession of an order."""
    quote = order(base, *actions, **keys).after.quote
    return {one.id: one.tax for one in (*quote.surcharges, *quote.discounts)}
