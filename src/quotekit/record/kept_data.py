"""What events keep whole: a request, an order, the snapshot of a quote, its totals.

Each is plain data that its own model can read: an event that holds anything else is refused.
"""

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, ValidationError

from quotekit.changes import ChangeRequest
from quotekit.errors import Fault, QuotekitError
from quotekit.quotes import Agreement, Quote, Written, faults_of
from quotekit.record.orders_kept import request_kept
from quotekit.record.quotes_kept import snapshot_agreement, snapshot_quote
from quotekit.values import Day, Number, Slug, Title, Truth, exact, refuse

Plain = dict[str, Any]

_REMEDY = "keep it as quotekit does"


def _read(read: Callable[[], object], root: type[Written], what: str) -> None:
    """Read plain data; refuse it with the first thing that is wrong in it."""
    try:
        read()
    except ValidationError as error:
        raise _refused(faults_of(error, root)[0]) from None
    except QuotekitError as error:
        raise _refused(error.faults[0]) from None
    except (AttributeError, LookupError, TypeError, ValueError):
        raise refuse("not_kept", f"this is no {what}", _REMEDY) from None


def _refused(fault: Fault) -> Exception:
    fact = f"{fault.path}: {fault.message}" if fault.path else fault.message
    return refuse(fault.code, fact, fault.remedy)


def _request(kept: Plain) -> Plain:
    _read(lambda: request_kept(kept), ChangeRequest, "change request")
    return kept


def _order(kept: Plain) -> Plain:
    _read(lambda: _Order.model_validate(kept), _Order, "change order")
    return kept


def _snapshot(kept: Plain) -> Plain:
    _read(lambda: snapshot_quote(kept), Quote, "snapshot of a quote")
    _read(lambda: snapshot_agreement(kept), Agreement, "snapshot of an agreement")
    return kept


def _totals(kept: Plain) -> Plain:
    for amount in kept.values():
        exact(amount)
    return kept


KeptRequest: TypeAlias = Annotated[Plain, AfterValidator(_request)]
KeptOrder: TypeAlias = Annotated[Plain, AfterValidator(_order)]
Snapshot: TypeAlias = Annotated[Plain, AfterValidator(_snapshot)]
Totals: TypeAlias = Annotated[Plain, AfterValidator(_totals)]


class _Change(Written):
    net: Number
    total: Number
    working_days: int


class _Order(Written):
    request: KeptRequest
    title: Title | None
    issued: Day
    valid_until: Day | None
    base: Title
    revised: Title
    progress: dict[str, Number]
    late_progress: dict[str, Number]
    rush: Truth
    paid: tuple[Slug, ...]
    quantities: dict[str, tuple[Number, Number]]
    change: _Change
