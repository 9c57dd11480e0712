"""The tasks of a quote, in chunks that copies share."""

from array import array
from collections.abc import Iterable, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Annotated, Any, Self

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from quotekit.quotes.task import Task
from quotekit.values import ZERO

CHUNK = 128


Plain = tuple[str | None, Decimal, Decimal, tuple[str, ...] | None]
"""Rate, own price (zero with a rate), quantity and tax of a price times a quantity."""


class TaskList(tuple[Task, ...]):  # noqa: SLOT001 - a tuple cannot have slots of its own
    """A tuple of tasks that knows itself in chunks of 128, for the sake of long quotes.

    `identities` holds the object ids of each chunk as bytes: while two lists are alive, equal
    bytes mean the very same tasks, and comparing them costs next to nothing. `plain` holds what
    pricing needs of plain tasks (None for the others) close together in memory. A list made by
    `replacing` shares all chunks but one with the list it came from.
    """

    chunks: tuple[tuple[Task, ...], ...]
    identities: tuple[bytes, ...]
    plain: tuple[tuple[Plain | None, ...], ...]

    def __new__(cls, tasks: Iterable[Task]) -> Self:
        """Take the tasks and look through them once."""
        self = super().__new__(cls, tasks)
        self.chunks = chunks = chunked(tuple(self))
        self.identities = tuple([_identity(chunk) for chunk in chunks])
        self.plain = tuple([plain_facts(chunk) for chunk in chunks])
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Task, ...]]]:
        """Pickle and copy the tasks alone: object ids mean nothing anywhere else."""
        return type(self), (tuple(self),)

    def replacing(self, position: int, task: Task) -> "TaskList":
        """Return the list with another task at `position`."""
        at, within = divmod(position, CHUNK)
        old = self.chunks[at]
        chunk = (*old[:within], task, *old[within + 1 :])
        new = super().__new__(TaskList, (*self[:position], task, *self[position + 1 :]))
        new.chunks = (*self.chunks[:at], chunk, *self.chunks[at + 1 :])
        new.identities = (*self.identities[:at], _identity(chunk), *self.identities[at + 1 :])
        new.plain = (*self.plain[:at], plain_facts(chunk), *self.plain[at + 1 :])
        return new


def chunked(tasks: Sequence[Task]) -> tuple[tuple[Task, ...], ...]:
    """Return tasks in chunks of 128."""
    if isinstance(tasks, TaskList):
        return tasks.chunks
    return tuple([tuple(tasks[at : at + CHUNK]) for at in range(0, len(tasks), CHUNK)])


def _identity(tasks: Iterable[Task]) -> bytes:
    return array("Q", map(id, tasks)).tobytes()


_FACTS = itemgetter(
    "rate", "price", "quantity", "tax", "per", "option", "every", "discounts", "surcharges"
)


def plain_facts(tasks: Iterable[Task]) -> tuple[Plain | None, ...]:
    """Return what pricing needs of each plain task, and None for the others."""
    found: list[Plain | None] = []
    for task in tasks:
        # The model's dict is read at a third of what asking the model costs.
        rate, price, quantity, tax, per, option, every, discounts, surcharges = _FACTS(
            task.__dict__
        )
        plain = (
            quantity is not None
            and option is None
            and every is None
            and per is None
            and (rate is not None or price is not None)
            and not discounts
            and not surcharges
        )
        found.append((rate, ZERO if price is None else price, quantity, tax) if plain else None)
    return tuple(found)


def _keep_chunks(tasks: Any, validate: ValidatorFunctionWrapHandler) -> TaskList:  # noqa: ANN401
    return tasks if isinstance(tasks, TaskList) else TaskList(validate(tasks))


Tasks = Annotated[tuple[Task, ...], WrapValidator(_keep_chunks)]
