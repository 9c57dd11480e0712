"""`revise`: other values for keys of a task."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import ValidationError

from quotekit.changes.action import Action, Touch
from quotekit.changes.draft import Draft
from quotekit.changes.fields import TaskFields
from quotekit.errors import InvalidInputError
from quotekit.quotes import Quote, Task, faults_of
from quotekit.values import Slug


class Revise(Action):
    """Set keys of a task; null clears one. What is not named stays as it is."""

    verb: ClassVar = "revise"
    revise: Slug
    set: TaskFields

    def target(self, quote: Quote) -> str:  # noqa: ARG002 - as every action
        """Return the id of the task."""
        return self.revise

    def perform(self, draft: Draft) -> None:
        """Replace the keys, and check the task anew."""
        task = draft.task(self.revise, "revise")
        draft.tasks[self.revise] = revised_task(task, self.set)

    def touches(self, quote: Quote) -> Iterator[Touch]:  # noqa: ARG002 - as every action
        """Touch each key that is set."""
        for key in self.set.stated:
            yield Touch("task", self.revise, key)


def revised_task(task: Task, fields: TaskFields) -> Task:
    """Return a task with other values for some keys.

    Raises `InvalidInputError` under `set`, where they do not go together.
    """
    stated = {name: task.__dict__[name] for name in task.model_fields_set}
    # A fixed price counts once without saying so: the one gives way to an estimate or a rate.
    if task.rate is None and task.quantity == 1:
        stated.pop("quantity", None)
    stated |= fields.stated
    stated = {name: value for name, value in stated.items() if value is not None}
    try:
        return Task.model_validate({"id": task.id, **stated})
    except ValidationError as error:
        faults = faults_of(error, Task)
        raise InvalidInputError(*(fault.at("set") for fault in faults)) from None
