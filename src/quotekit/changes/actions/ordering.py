"""`order`: another order of the tasks."""

from collections.abc import Iterator
from typing import ClassVar

from quotekit.changes.action import WHOLE, Action, Touch
from quotekit.changes.draft import Draft
from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import Quote, unknown_name
from quotekit.values import Slug


class Order(Action):
    """Put tasks in another order: those named take the places that they hold together.

    The tasks that are not named stay where they are.
    """

    verb: ClassVar = "order"
    order: tuple[Slug, ...]

    def perform(self, draft: Draft) -> None:
        """Rearrange the named tasks."""
        named: set[str] = set()
        faults: list[Fault] = []
        for at, name in enumerate(self.order):
            if name not in draft.tasks:
                faults.append(unknown_name("task", name, draft.tasks, "order", at))
            elif name in named:
                fault = Fault("duplicate_id", f'"{name}" stands there twice', "name it once")
                faults.append(fault.at("order", at))
            named.add(name)
        if faults:
            raise InvalidInputError(*faults)
        following = iter(self.order)
        draft.order = [next(following) if name in named else name for name in draft.order]

    def beside(self) -> Iterator[tuple[str, str]]:
        """Name every task whose place it is about."""
        for name in self.order:
            yield "task", name

    def touches(self, quote: Quote) -> Iterator[Touch]:  # noqa: ARG002 - as every action
        """Touch the order of the tasks."""
        yield Touch("quote", "order", WHOLE)
