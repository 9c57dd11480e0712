"""`add`: a new task."""

from collections.abc import Iterator
from typing import ClassVar

from quotekit.changes.action import WHOLE, Action, Touch
from quotekit.changes.draft import Draft
from quotekit.quotes import Quote, Task
from quotekit.values import Slug


class Add(Action):
    """Add a task, `before` another one or at the end."""

    verb: ClassVar = "add"
    add: Task
    before: Slug | None = None

    def perform(self, draft: Draft) -> None:
        """Put the task in its place; its id must be new."""
        draft.insert(self.add, self.before, "add")

    def beside(self) -> Iterator[tuple[str, str]]:
        """Name the task that it is put before."""
        if self.before is not None:
            yield "task", self.before

    def touches(self, quote: Quote) -> Iterator[Touch]:  # noqa: ARG002 - as every action
        """Touch the task as a whole."""
        yield Touch("task", self.add.id, WHOLE)
