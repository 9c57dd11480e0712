"""How an agreed quote moves: actions, requests, change orders, and the contract."""

from quotekit.changes.action import Action
from quotekit.changes.actions import (
    Add,
    AddRate,
    Apply,
    Deselect,
    Order,
    Remove,
    RemoveRate,
    Revise,
    ReviseQuote,
    ReviseRate,
    Select,
)
from quotekit.changes.allowance import Rounds
from quotekit.changes.carrying_out import apply
from quotekit.changes.comparing import compare
from quotekit.changes.comparison import alike, difference
from quotekit.changes.contract import Contract
from quotekit.changes.engine_marks import mark_faults
from quotekit.changes.issuing import issue, reissue, restored
from quotekit.changes.order import (
    ChangeOrder,
    ContractSum,
    ContractTime,
    InstalmentChange,
    RoundingChange,
    RoundsUsed,
    Steps,
    TaxChange,
)
from quotekit.changes.order_line import FieldChange, OrderLine, Side
from quotekit.changes.progress import rescaled_percent, stated_progress
from quotekit.changes.register import Decision
from quotekit.changes.request import VERBS, ChangeRequest, Concession
from quotekit.changes.terms import GrantedException, in_force, terms_in_force

__all__ = [
    "VERBS",
    "Action",
    "Add",
    "AddRate",
    "Apply",
    "ChangeOrder",
    "ChangeRequest",
    "Concession",
    "Contract",
    "ContractSum",
    "ContractTime",
    "Decision",
    "Deselect",
    "FieldChange",
    "GrantedException",
    "InstalmentChange",
    "Order",
    "OrderLine",
    "Remove",
    "RemoveRate",
    "Revise",
    "ReviseQuote",
    "ReviseRate",
    "RoundingChange",
    "Rounds",
    "RoundsUsed",
    "Select",
    "Side",
    "Steps",
    "TaxChange",
    "alike",
    "apply",
    "compare",
    "difference",
    "in_force",
    "issue",
    "mark_faults",
    "reissue",
    "rescaled_percent",
    "restored",
    "stated_progress",
    "terms_in_force",
]
