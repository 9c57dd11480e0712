"""What every action on a quote can do: be carried out, and say what it touches."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from quotekit.changes.draft import Draft
from quotekit.quotes import Quote, Written
from quotekit.values import Title

WHOLE = "*"
"""Stands for every field of what an action touches."""
SHARED = "+"
"""Stands for what two actions may do one after the other without getting in each other's way.

Before a field (`+quantity`) it says that the action adds to what stands there.
"""


class Touch(NamedTuple):
    """Name what an action changes: a field of a task, rate or option, or a key of the quote."""

    kind: str
    name: str
    field: str

    def conflicts(self, other: "Touch") -> bool:
        """Say whether two actions that touch these cannot both stand as they were meant."""
        if (self.kind, self.name) != (other.kind, other.name):
            return False
        if WHOLE in {self.field, other.field}:
            return True
        if self.field.startswith(SHARED) and other.field.startswith(SHARED):
            return False
        return self.changed == other.changed

    @property
    def changed(self) -> str:
        """Return the field that changes, nothing where none does by itself."""
        return self.field.removeprefix(SHARED)


class Action(Written):
    """Stand below every kind of action.

    An action meets a draft of a quote, checks itself against it and changes it; it charges
    nothing. `because` is printed on the change order.
    """

    verb: ClassVar[str]
    because: Title | None = None

    def target(self, quote: Quote) -> str | None:  # noqa: ARG002 - some need it
        """Return the id of the task of a quote that the action is about, None for none."""
        return None

    def beside(self) -> Iterator[tuple[str, str]]:
        """Name the tasks and rates, each behind its kind, by which a place is named."""
        return iter(())

    @abstractmethod
    def perform(self, draft: Draft) -> None:
        """Change the draft; raises `InvalidInputError` where it has no such thing to change."""

    @abstractmethod
    def touches(self, quote: Quote) -> Iterator[Touch]:
        """Say what the action changes in a quote."""
