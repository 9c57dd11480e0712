"""The tasks of a quote, in chunks that copies share."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from quotekit.quotes.task import Task

CHUNK = 128


class TaskList(tuple[Task, ...]):
    """A tuple of tasks that knows itself in chunks of 128.

    Holding two long quotes against each other goes chunk by chunk, and a list made by
    `replacing` shares all chunks but one with the list it came from.
    """

    chunks: tuple[tuple[Task, ...], ...]

    def __new__(
        cls, tasks: Iterable[Task], chunks: tuple[tuple[Task, ...], ...] | None = None
    ) -> "TaskList":
        """Take the tasks, and their chunks where they are known already."""
        self = super().__new__(cls, tasks)
        if chunks is None:
            chunks = tuple(tuple(self[at : at + CHUNK]) for at in range(0, len(self), CHUNK))
        self.chunks = chunks
        return self

    def replacing(self, position: int, task: Task) -> "TaskList":
        """Return the list with another task at `position`."""
        at, within = divmod(position, CHUNK)
        old = self.chunks[at]
        chunk = (*old[:within], task, *old[within + 1 :])
        chunks = (*self.chunks[:at], chunk, *self.chunks[at + 1 :])
        return TaskList((task for chunk in chunks for task in chunk), chunks)


def _keep_chunks(tasks: Any, validate: ValidatorFunctionWrapHandler) -> TaskList:  # noqa: ANN401
    return tasks if isinstance(tasks, TaskList) else TaskList(validate(tasks))


Tasks = Annotated[tuple[Task, ...], WrapValidator(_keep_chunks)]
