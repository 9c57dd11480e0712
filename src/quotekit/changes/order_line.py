"""One line of a change order: what changes, from what, to what, and by how much."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

Change = Literal[
    "added", "removed", "revised", "ended", "discount", "surcharge", "fee", "concession", "rounding"
]


@dataclass(frozen=True, slots=True)
class Side:
    """Show a line as it was, or as it will be.

    `quantity` and `price` are None for what is no task. The total of a discount or concession is
    below zero.
    """

    quantity: Decimal | None
    price: Decimal | None
    total: Decimal


@dataclass(frozen=True, slots=True)
class FieldChange:
    """Show one key of a task as it was and as it will be, as plain data; None is not stated."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class OrderLine:
    """Say what becomes of one task, discount or surcharge, or what fee is charged.

    `difference` is what the contract sum moves by: nothing for what does not count in it. A fee
    has its `term`, the dotted name of the term of the agreement it comes from, and where it is a
    percent the `base` that it is a percent of. `announced` names the `if_changed` price that
    applies.
    """

    id: str
    title: str | None
    change: Change
    before: Side | None
    after: Side | None
    difference: Decimal
    percent: Decimal | None = None
    base: Decimal | None = None
    fields: tuple[FieldChange, ...] = ()
    because: str | None = None
    announced: str | None = None
    term: str | None = None
