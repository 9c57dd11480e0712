"""`apply`: a change whose price was announced in `if_changed`."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import ValidationError

from quotekit.changes.action import SHARED, Action, Touch
from quotekit.changes.draft import Draft
from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import AnnouncedChange, Estimate, Quote, Task, faults_of, unknown_name
from quotekit.values import EXACT, Positive, Slug

_PRICE = ("rate", "price", "expense", "markup", "unit", "per")


class Apply(Action):
    """Order an announced change, `quantity` times: `screens.screen` is one of `screens`.

    It becomes a task of its own behind that task, with its phase, tax and option; ordered again,
    quantity and days add up.
    """

    verb: ClassVar = "apply"
    apply: Slug
    quantity: Positive = Decimal(1)

    def target(self, quote: Quote) -> str | None:
        """Return the id of the task whose change was announced."""
        names = (
            task.id
            for task in quote.tasks
            for change in task.if_changed
            if self.apply == f"{task.id}.{change.id}"
        )
        return next(names, None)

    def perform(self, draft: Draft) -> None:
        """Add the task, or raise the quantity of the one that is there."""
        task, change = self._named(draft)
        known = draft.tasks.get(self.apply)
        if known is None:
            place = draft.order.index(task.id) + 1
            draft.tasks[self.apply] = self._task(task, change, None)
            draft.order.insert(place, self.apply)
        else:
            if any(getattr(known, key) != getattr(change, key) for key in _PRICE):
                fact = f'"{self.apply}" has been ordered at another price than is announced now'
                fault = Fault("announced_price", fact, "add a task at the price you mean")
                raise InvalidInputError(fault.at("apply"))
            draft.tasks[self.apply] = self._task(task, change, known)

    def _named(self, draft: Draft) -> tuple[Task, AnnouncedChange]:
        # Ids may hold dots themselves, so the whole names are compared.
        known = {
            f"{task.id}.{change.id}": (task, change)
            for task in draft.tasks.values()
            for change in task.if_changed
        }
        if self.apply in known:
            return known[self.apply]
        raise InvalidInputError(unknown_name("announced change", self.apply, known, "apply"))

    def _task(self, task: Task, change: AnnouncedChange, known: Task | None) -> Task:
        stated = {
            name: getattr(change, name)
            for name in AnnouncedChange.model_fields
            if getattr(change, name) is not None
        }
        amounts = self._amounts(change, known)
        stated |= amounts
        stated |= {"id": self.apply, "phase": task.phase, "tax": task.tax, "option": task.option}
        if known is not None:
            # What else was agreed about the ordered task since stays with it.
            before = {name: known.__dict__[name] for name in known.model_fields_set}
            stated = {**stated, **before, **amounts}
        stated = {name: value for name, value in stated.items() if value is not None}
        try:
            return Task.model_validate(stated)
        except ValidationError as error:
            faults = faults_of(error, Task)
            raise InvalidInputError(*(fault.at("apply") for fault in faults)) from None

    def _amounts(self, change: AnnouncedChange, known: Task | None) -> dict[str, Any]:
        """Return quantity or estimate, and days, of so many changes beside those there are."""
        found: dict[str, Any] = {}
        for key in ("quantity", "days"):
            one, there = getattr(change, key), getattr(known, key, None)
            if one is not None:
                more = EXACT.multiply(one, self.quantity)
                found[key] = more if there is None else EXACT.add(there, more)
        one, there = change.estimate, getattr(known, "estimate", None)
        if one is not None:
            bounds = {}
            for name in Estimate.model_fields:
                more = EXACT.multiply(getattr(one, name), self.quantity)
                bounds[name] = more if there is None else EXACT.add(getattr(there, name), more)
            found["estimate"] = bounds
        return found

    def touches(self, quote: Quote) -> Iterator[Touch]:
        """Touch both tasks, so that neither may have gone, and how much is ordered.

        Ordering twice is no conflict: the amounts add up.
        """
        yield Touch("task", self.apply, SHARED)
        for key in ("quantity", "estimate", *self._days(quote)):
            yield Touch("task", self.apply, f"{SHARED}{key}")
        for task in quote.tasks:
            if self.apply.startswith(f"{task.id}."):
                yield Touch("task", task.id, SHARED)

    def _days(self, quote: Quote) -> Iterator[str]:
        """Name the key of the days, where the change was announced with some."""
        for task in quote.tasks:
            for change in task.if_changed:
                if self.apply == f"{task.id}.{change.id}" and change.days is not None:
                    yield "days"
