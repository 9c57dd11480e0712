"""Which fields of a quote were edited, by the names they have in its file."""

import os
from collections.abc import Iterator

from quotekit.changes import (
    Action,
    Add,
    AddRate,
    Deselect,
    Order,
    Remove,
    RemoveRate,
    Revise,
    ReviseQuote,
    ReviseRate,
    Select,
    difference,
)
from quotekit.errors import QuotekitError
from quotekit.project.folder import QUOTE
from quotekit.project.recorded_job import RecordedJob
from quotekit.quotes import Quote, quote_digest

_PRIVATE = "private"


def edited_fields(old: Quote, new: Quote) -> tuple[str, ...]:
    """Return the fields in which two quotes differ, such as `screens.quantity`; none is private."""
    found = (name for action in difference(old, new) for name in _named(action))
    return tuple(dict.fromkeys(found))


def edited_since(job: RecordedJob) -> tuple[str, ...]:
    """Say what differs in the quote file from what was sent, to which no acceptance applies.

    A private note or a comment makes no difference.
    """
    sent = job.quote_sent
    file = os.fspath(job.folder / QUOTE)
    try:
        now: Quote = job.quote
    except QuotekitError:
        return (f"{file}: cannot be read as a quote; what is accepted is what was sent",)
    if sent is None or quote_digest(now) == quote_digest(sent):
        return ()
    fields = ", ".join(edited_fields(sent, now))
    return (f"{file}: differs from what was sent, which is what is accepted, in: {fields}",)


def _named(action: Action) -> Iterator[str]:
    if isinstance(action, Add):
        yield f"{action.add.id} (new)"
    elif isinstance(action, Remove):
        yield f"{action.remove} (gone)"
    elif isinstance(action, Revise):
        yield from (f"{action.revise}.{key}" for key in action.set.stated if key != _PRIVATE)
    elif isinstance(action, AddRate):
        yield f"rates.{action.add_rate.id} (new)"
    elif isinstance(action, RemoveRate):
        yield f"rates.{action.remove_rate} (gone)"
    elif isinstance(action, ReviseRate):
        keys = (key for key in action.set.stated if key != _PRIVATE)
        yield from (f"rates.{action.revise_rate}.{key}" for key in keys)
    elif isinstance(action, ReviseQuote):
        yield from (key for key in action.revise_quote.stated if key != _PRIVATE)
    elif isinstance(action, Select | Deselect):
        yield "selected"
    elif isinstance(action, Order):
        yield "order of the tasks"
