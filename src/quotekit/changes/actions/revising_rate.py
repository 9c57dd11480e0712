"""`revise_rate`: other values for keys of a rate, for all that is priced with it."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import ValidationError

from quotekit.changes.action import Action, Touch
from quotekit.changes.draft import Draft
from quotekit.changes.fields import RateFields
from quotekit.errors import InvalidInputError
from quotekit.quotes import Quote, Rate, faults_of
from quotekit.values import Slug


class ReviseRate(Action):
    """Set keys of a rate; null clears one."""

    verb: ClassVar = "revise_rate"
    revise_rate: Slug
    set: RateFields

    def perform(self, draft: Draft) -> None:
        """Replace the keys, and check the rate anew."""
        rate = draft.rate(self.revise_rate, "revise_rate")
        stated = {key: rate.__dict__[key] for key in rate.model_fields_set} | self.set.stated
        stated = {key: value for key, value in stated.items() if value is not None}
        try:
            draft.rates[self.revise_rate] = Rate.model_validate(stated)
        except ValidationError as error:
            faults = faults_of(error, Rate)
            raise InvalidInputError(*(fault.at("set") for fault in faults)) from None

    def touches(self, quote: Quote) -> Iterator[Touch]:  # noqa: ARG002 - as every action
        """Touch each key that is set."""
        for key in self.set.stated:
            yield Touch("rate", self.revise_rate, key)
