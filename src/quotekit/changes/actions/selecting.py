"""`select`: an option that the client wants after all."""

from collections.abc import Iterator
from typing import ClassVar

from quotekit.changes.action import Action, Touch
from quotekit.changes.draft import Draft
from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import Quote, unknown_name
from quotekit.values import Slug


class Select(Action):
    """Select an option; the others of its group are deselected."""

    verb: ClassVar = "select"
    select: Slug

    def perform(self, draft: Draft) -> None:
        """Select the option and deselect its rivals."""
        options = draft.options()
        if self.select not in options:
            raise InvalidInputError(unknown_name("option", self.select, options, "select"))
        if self.select in draft.selected:
            fact = f'the option "{self.select}" is selected already'
            fault = Fault("selected_already", fact, "take this action out", value=self.select)
            raise InvalidInputError(fault.at("select"))
        draft.selected -= draft.rivals(self.select)
        draft.selected.add(self.select)

    def touches(self, quote: Quote) -> Iterator[Touch]:
        """Touch whether the option and its rivals are selected, and so what they consist of."""
        names = {self.select} | Draft(quote).rivals(self.select)
        for name in sorted(names):
            yield Touch("option", name, "selected")
        for task in quote.tasks:
            if task.option in names:
                yield Touch("task", task.id, "selected")
