"""`add_rate`: a new rate on the rate card."""

from collections.abc import Iterator
from typing import ClassVar

from quotekit.changes.action import WHOLE, Action, Touch
from quotekit.changes.draft import Draft
from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import Quote, Rate
from quotekit.values import Slug


class NamedRate(Rate):
    """Give a rate together with its id."""

    id: Slug


class AddRate(Action):
    """Add a rate, for tasks to name."""

    verb: ClassVar = "add_rate"
    add_rate: NamedRate

    def perform(self, draft: Draft) -> None:
        """Put the rate on the card; its id must be new."""
        name = self.add_rate.id
        if name in draft.rates:
            fact = f'there is a rate "{name}" already'
            fault = Fault("duplicate_id", fact, "revise_rate it, or choose another id", value=name)
            raise InvalidInputError(fault.at("add_rate", "id"))
        stated = {key: self.add_rate.__dict__[key] for key in self.add_rate.model_fields_set}
        del stated["id"]
        draft.rates[name] = Rate.model_validate(stated)

    def touches(self, quote: Quote) -> Iterator[Touch]:  # noqa: ARG002 - as every action
        """Touch the rate as a whole."""
        yield Touch("rate", self.add_rate.id, WHOLE)
