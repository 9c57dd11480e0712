"""The kinds of action on a quote, one file each."""

from quotekit.changes.actions.adding import Add
from quotekit.changes.actions.adding_rate import AddRate
from quotekit.changes.actions.announced import Apply
from quotekit.changes.actions.deselecting import Deselect
from quotekit.changes.actions.ordering import Order
from quotekit.changes.actions.removing import Remove
from quotekit.changes.actions.removing_rate import RemoveRate
from quotekit.changes.actions.revising import Revise
from quotekit.changes.actions.revising_quote import ReviseQuote
from quotekit.changes.actions.revising_rate import ReviseRate
from quotekit.changes.actions.selecting import Select

__all__ = [
    "Add",
    "AddRate",
    "Apply",
    "Deselect",
    "Order",
    "Remove",
    "RemoveRate",
    "Revise",
    "ReviseQuote",
    "ReviseRate",
    "Select",
]
