"""The change request: what a client asks for, as a file or as a program builds it."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Tag

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
from quotekit.quotes import Written
from quotekit.values import Amount, Day, Slug, Text, Title, Whole, refuse, shown

VERBS = (
    "add", "revise", "apply", "remove", "select", "deselect", "add_rate", "revise_rate",
    "remove_rate", "revise_quote", "order",
)  # fmt: skip
"""The key that says which kind of action an item is."""

_KNOWN = f"write one of {', '.join(VERBS)}"


def _one_verb(item: Any) -> Any:  # noqa: ANN401 - whatever was written
    if not isinstance(item, Mapping):
        if hasattr(type(item), "verb"):
            return item
        what = "a list" if isinstance(item, list | tuple) else shown(item)
        raise refuse("no_action", f"{what} is no action", _KNOWN)
    found = [verb for verb in VERBS if verb in item]
    if not found:
        near = [verb for key in item for verb in get_close_matches(str(key), VERBS, n=1)]
        remedy = f"did you mean {near[0]}? ({_KNOWN})" if near else _KNOWN
        raise refuse("no_action", "there is no action here", remedy)
    if len(found) > 1:
        fact = f"{' and '.join(found)} are two actions"
        raise refuse("two_actions", fact, f"give each a dash of its own ({_KNOWN})")
    return item


def _tag(item: Any) -> str:  # noqa: ANN401 - as above
    if isinstance(item, Mapping):
        return next(f"[{verb}]" for verb in VERBS if verb in item)
    return f"[{item.verb}]"


AnyAction = Annotated[
    Annotated[Add, Tag("[add]")]
    | Annotated[Revise, Tag("[revise]")]
    | Annotated[Apply, Tag("[apply]")]
    | Annotated[Remove, Tag("[remove]")]
    | Annotated[Select, Tag("[select]")]
    | Annotated[Deselect, Tag("[deselect]")]
    | Annotated[AddRate, Tag("[add_rate]")]
    | Annotated[ReviseRate, Tag("[revise_rate]")]
    | Annotated[RemoveRate, Tag("[remove_rate]")]
    | Annotated[ReviseQuote, Tag("[revise_quote]")]
    | Annotated[Order, Tag("[order]")],
    Discriminator(_tag),
    BeforeValidator(_one_verb),
]
"""An action of any kind; the one key of `VERBS` in it tells which."""


class Concession(Written):
    """Take off what was agreed below what was asked."""

    amount: Amount
    reason: Title | None = None


class ChangeRequest(Written):
    """Hold what is to change, who asked for it, when, why, and by when it is wanted.

    `kind` says how it is charged: `scope`, `revision` (a round of corrections), `clarification`
    or `defect`; `reason` says whose doing it is. `contradicts` is the number of the entry of the
    record that it goes against, `value` how the seller sees it; neither is printed.
    """

    quotekit: Literal["change/1"] = "change/1"
    id: Slug
    quote: Slug | None = None
    title: Title | None = None
    requested_by: Title | None = None
    requested_on: Day | None = None
    source: Text | None = None
    kind: Literal["scope", "revision", "clarification", "defect"] = "scope"
    reason: Literal["client", "client_delay", "seller", "third_party", "unforeseen"] = "client"
    wanted_by: Day | None = None
    concession: Concession | None = None
    contradicts: Whole | None = None
    value: Literal["constructive", "preference"] | None = None
    actions: tuple[AnyAction, ...]
