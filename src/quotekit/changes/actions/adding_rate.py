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
    """Add a rate, for tasks to name, `before` another one or at the end of the card."""

    verb: ClassVar = "add_rate"
    add_rate: NamedRate
    before: Slug | None = None

    def perform(self, draft: Draft) -> None:
        """Put the rate in its place on the card; its id must be new."""
        name = self.add_rate.id
        if name in draft.rates:
            fact = f'there is a rate "{name}" already'
            fault = Fault("duplicate_id", fact, "revise_rate it, or choose another id", value=name)
            raise InvalidInputError(fault.at("add_rate", "id"))
        if self.before is not None:
            draft.rate(self.before, "before")
        stated = {key: self.add_rate.__dict__[key] for key in self.add_rate.model_fields_set}
        del stated["id"]
        names = list(draft.rates)
        place = len(names) if self.before is None else names.index(self.before)
        rates = {**draft.rates, name: Rate.model_validate(stated)}
        draft.rates = {one: rates[one] for one in (*names[:place], name, *names[place:])}

    def beside(self) -> Iterator[tuple[str, str]]:
        """Name the rate that it is put before."""
        if self.before is not None:
            yield "rate", self.before

    def touches(self, quote: Quote) -> Iterator[Touch]:  # noqa: ARG002 - as every action
        """Touch the rate as a whole."""
        yield Touch("rate", self.add_rate.id, WHOLE)
