"""The written form of a quote as plain data, and the digest that identifies what is agreed."""

from typing import Any

from quotekit.quotes.model import Written
from quotekit.quotes.quote import Quote
from quotekit.values import digest


def written(document: Written) -> dict[str, Any]:
    """Return a document as plain data: what was stated, without keys at their default.

    Takes a quote, an agreement, a change request, or one of its actions. Numbers are text
    without trailing zeros or exponent, days are ISO text. Loading the result gives an equal
    model.
    """
    data: dict[str, Any] = document.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    kind = getattr(document, "quotekit", None)
    data.pop("quotekit", None)
    if isinstance(document, Quote):
        data.setdefault("tasks", [])
        if document.selected:
            data["selected"] = sorted(document.selected)
    for task in data.get("tasks", ()):
        _drop_single(task)
    for action in (data, *data.get("actions", ())):
        _tidy(action)
    return data if kind is None else {"quotekit": kind, **data}


def _tidy(action: dict[str, Any]) -> None:
    """Write the parts of an action in the order in which they are read."""
    for key in ("add", "set"):
        if isinstance(action.get(key), dict):
            _drop_single(action[key], stated=key == "set")
    if isinstance(action.get("add_rate"), dict):
        rate = action["add_rate"]
        action["add_rate"] = {"id": rate.pop("id"), **rate}
    if "because" in action:
        action["because"] = action.pop("because")


def _drop_single(task: dict[str, Any], *, stated: bool = False) -> None:
    """Leave out that a fixed price counts once, unless the task itself has it `stated`."""
    for priced in (*(() if stated else (task,)), *(task.get("if_changed") or ())):
        if "rate" not in priced and priced.get("quantity") == "1":
            del priced["quantity"]


def agreed_form(quote: Quote) -> dict[str, Any]:
    """Return what is agreed: the written form without anything private.

    The labels of `ids` and `pay_to` become lists of pairs, since canonical keys are ASCII.
    """
    data = written(quote)
    data.pop("private", None)
    if not data.get("schedule", True):
        # A schedule of defaults alone says no more than none.
        del data["schedule"]
    for part in (*data["tasks"], *data.get("rates", {}).values()):
        part.pop("private", None)
    for party in ("seller", "client"):
        for labels in ("ids", "pay_to"):
            if labels in data.get(party, {}):
                data[party][labels] = [list(pair) for pair in data[party][labels].items()]
    return data


def quote_digest(quote: Quote) -> str:
    """Return the SHA-256 of the canonical form of what is agreed."""
    return digest(agreed_form(quote))
