"""`deselect`: an option that the client no longer wants."""

from collections.abc import Iterator
from typing import ClassVar

from quotekit.changes.action import WHOLE, Action, Touch
from quotekit.changes.draft import Draft
from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import Quote, unknown_name
from quotekit.values import Slug


class Deselect(Action):
    """Deselect an option."""

    verb: ClassVar = "deselect"
    deselect: Slug

    def perform(self, draft: Draft) -> None:
        """Deselect the option, which must be selected."""
        if self.deselect not in draft.selected:
            options = draft.options()
            if self.deselect not in options:
                raise InvalidInputError(unknown_name("option", self.deselect, options, "deselect"))
            fact = f'the option "{self.deselect}" is not selected'
            fault = Fault("not_selected", fact, "take this action out", value=self.deselect)
            raise InvalidInputError(fault.at("deselect"))
        draft.selected.remove(self.deselect)

    def touches(self, quote: Quote) -> Iterator[Touch]:
        """Touch the option and each of its tasks as a whole."""
        yield Touch("option", self.deselect, WHOLE)
        for task in quote.tasks:
            if task.option == self.deselect:
                yield Touch("task", task.id, WHOLE)
