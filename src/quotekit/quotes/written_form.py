"""The written form of a quote as plain data, and the digest that identifies what is agreed."""

from typing import Any

from quotekit.quotes.agreement import Agreement
from quotekit.quotes.quote import Quote
from quotekit.values import digest


def written(document: Quote | Agreement) -> dict[str, Any]:
    """Return a document as plain data: what was stated, without keys at their default.

    Numbers are text without trailing zeros or exponent, days are ISO text. Loading the result
    gives an equal model.
    """
    data: dict[str, Any] = document.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data.pop("quotekit", None)
    if isinstance(document, Quote):
        data.setdefault("tasks", [])
        if document.selected:
            data["selected"] = sorted(document.selected)
        for task in data["tasks"]:
            for priced in (task, *task.get("if_changed", ())):
                if "rate" not in priced and priced.get("quantity") == "1":
                    del priced["quantity"]
    return {"quotekit": document.quotekit, **data}


def agreed_form(quote: Quote) -> dict[str, Any]:
    """Return what is agreed: the written form without anything private.

    The labels of `ids` and `pay_to` become lists of pairs, since canonical keys are ASCII.
    """
    data = written(quote)
    data.pop("private", None)
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
