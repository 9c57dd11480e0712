"""`revise_quote`: other values for keys of the quote as a whole."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from pydantic import field_validator

from quotekit.changes.action import WHOLE, Action, Touch
from quotekit.changes.draft import Draft
from quotekit.changes.fields import QuoteFields
from quotekit.quotes import Quote
from quotekit.values import refuse

_OWN_ACTIONS = {
    "tasks": "add, revise, remove or order",
    "rates": "add_rate, revise_rate or remove_rate",
    "selected": "select or deselect",
}


class ReviseQuote(Action):
    """Set keys of the quote, such as discounts, payments or schedule; null clears one."""

    verb: ClassVar = "revise_quote"
    revise_quote: QuoteFields

    @field_validator("revise_quote", mode="before")
    @classmethod
    def _own_actions(cls, keys: Any) -> Any:  # noqa: ANN401 - whatever was written
        for key, actions in _OWN_ACTIONS.items():
            if isinstance(keys, Mapping) and key in keys:
                fact = f"{key} has actions of its own"
                raise refuse("own_action", fact, f"write {actions}")
        return keys

    def perform(self, draft: Draft) -> None:
        """Replace the keys."""
        draft.keys |= self.revise_quote.stated

    def touches(self, quote: Quote) -> Iterator[Touch]:  # noqa: ARG002 - as every action
        """Touch each key that is set."""
        for key in self.revise_quote.stated:
            yield Touch("quote", key, WHOLE)
