"""`remove`: a task that is no longer wanted."""

from collections.abc import Iterator
from typing import ClassVar

from quotekit.changes.action import WHOLE, Action, Touch
from quotekit.changes.draft import Draft
from quotekit.quotes import Quote
from quotekit.values import Slug


class Remove(Action):
    """Remove a task."""

    verb: ClassVar = "remove"
    remove: Slug

    def target(self, quote: Quote) -> str:  # noqa: ARG002 - as every action
        """Return the id of the task."""
        return self.remove

    def perform(self, draft: Draft) -> None:
        """Take the task out; what still names it is found once all actions are done."""
        draft.task(self.remove, "remove")
        draft.remove(self.remove)

    def touches(self, quote: Quote) -> Iterator[Touch]:  # noqa: ARG002 - as every action
        """Touch the task as a whole."""
        yield Touch("task", self.remove, WHOLE)
