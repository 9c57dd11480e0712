"""What the record keeps of a request and of a change order, and how both come back."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from quotekit.changes import ChangeOrder, ChangeRequest, Contract, restored
from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import written
from quotekit.values import calendar_day, plain

_HELD_BY = ("add", "set", "add_rate", "revise_quote")
_LABELS = ("ids", "pay_to")
_ORDERED = ("taxes", "phases", "alternatives", "option_titles")
_PARTIES = ("seller", "client")


def kept_request(request: ChangeRequest) -> dict[str, Any]:
    """Return a request as the record keeps it: as it was written, with nothing private in it.

    The labels of `ids` and `pay_to` are lists of pairs, since canonical keys are ASCII, and so are
    the maps that print in the order in which they are written, which canonical keys do not keep.
    """
    data = written(request)
    actions = []
    for action in data["actions"]:
        inner = {key: action[key] for key in _HELD_BY if isinstance(action.get(key), dict)}
        for key, part in inner.items():
            part.pop("private", None)
            if key == "revise_quote":
                _change_labels(part, _pairs)
        # What set nothing but private notes has nothing left to say.
        if all(inner.values()):
            actions.append(action)
    return {**data, "actions": actions}


def request_kept(kept: Mapping[str, Any]) -> ChangeRequest:
    """Return the request of a record, less what was private."""
    actions = []
    for action in kept["actions"]:
        if "revise_quote" in action:
            keys = {**action["revise_quote"]}
            _change_labels(keys, dict)
            actions.append({**action, "revise_quote": keys})
        else:
            actions.append(action)
    return ChangeRequest.model_validate({**kept, "actions": actions})


def _pairs(labels: Mapping[str, Any]) -> list[list[Any]]:
    return [list(pair) for pair in labels.items()]


def _change_labels(keys: dict[str, Any], change: Any) -> None:  # noqa: ANN401 - a function of labels
    for name in _ORDERED:
        if keys.get(name):
            keys[name] = change(keys[name])
    for name in _PARTIES:
        party = keys.get(name)
        if isinstance(party, dict):
            changed = {key: change(party[key]) for key in _LABELS if party.get(key)}
            keys[name] = {**party, **changed}


def kept_order(order: ChangeOrder) -> dict[str, Any]:
    """Return what the record keeps of an order: all that it was priced with, and its outcome."""
    assert order.request is not None  # noqa: S101 - only an order of a request is recorded
    assert order.issued is not None  # noqa: S101 - as above
    return {
        "request": kept_request(order.request),
        "title": order.title,
        "issued": order.issued.isoformat(),
        "valid_until": None if order.valid_until is None else order.valid_until.isoformat(),
        "base": order.base,
        "revised": order.revised,
        "progress": _percents(order.progress),
        "late_progress": _percents(order.late_progress),
        "rush": order.rush,
        "paid": list(order.paid),
        "quantities": _quantities(order),
        "change": {
            "net": f"{order.sum.net.change:f}",
            "total": f"{order.sum.total.change:f}",
            "working_days": order.time.working_days.change,
        },
    }


def _quantities(order: ChangeOrder) -> dict[str, list[str]]:
    """Return the quantity before and after of each task whose quantity changes."""
    found = {}
    for line in order.lines:
        sides = [side.quantity for side in (line.before, line.after) if side is not None]
        old, new = (*sides, None, None)[:2]
        if old is not None and new is not None and old != new:
            found[line.id] = [plain(old), plain(new)]
    return found


def _percents(progress: Mapping[str, Decimal]) -> dict[str, str]:
    return {name: plain(percent) for name, percent in progress.items()}


def order_kept(contract: Contract, data: Mapping[str, Any]) -> ChangeOrder:
    """Price an order of the record once more, on the contract as it stood.

    `data` is that of the entry. Raises `InvalidInputError` where it does not come out as it was
    recorded: the journal then holds what this version of quotekit prices differently.
    """
    kept = data["order"]
    issued: date = calendar_day(kept["issued"])
    order = restored(
        contract,
        request_kept(kept["request"]),
        number=data["number"],
        on=issued,
        progress=kept["progress"],
        late_progress=kept["late_progress"],
        rush=kept["rush"],
        paid=kept["paid"],
        supersedes=data.get("supersedes"),
    )
    if order.revised != data["digest"]:
        fact = f"{data['number']} does not come out as it was recorded"
        remedy = "use the version of quotekit that recorded it, and report this"
        raise InvalidInputError(Fault("other_outcome", fact, remedy, value=data["number"]))
    return order
