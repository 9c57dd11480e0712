"""Tasks stopped before they are done: what is done stays, and is marked as ended."""

from decimal import Decimal
from typing import Any

from quotekit.changes.action import Action
from quotekit.changes.actions import Apply, Deselect, Remove, Select
from quotekit.changes.draft import Draft
from quotekit.changes.engine_marks import keep_marks
from quotekit.changes.progress import Progress, done_quantity, part
from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes import Task, TaskAdjustment, counts
from quotekit.values import writable


class Stopping:
    """Perform actions so that what is begun and no longer wanted keeps the part that is done."""

    def __init__(self, number: str, progress: Progress) -> None:
        """Take the number of the order that stops the tasks, and how far they have come."""
        self._number = number
        self._progress = progress

    def perform(self, action: Action, draft: Draft) -> None:
        """Perform an action; a begun task that would go, or count no more, is ended instead.

        Raises `InvalidInputError` as the action does, and where it is about such a task.
        """
        self._leave_ended(action, draft)
        if isinstance(action, Select):
            _expect_tasks(action, draft)
        if isinstance(action, Remove) and self._stops(draft.task(action.remove, "remove"), draft):
            self._end(draft, action.remove)
            return
        selected = set(draft.selected)
        action.perform(draft)
        keep_marks(action, draft)
        if isinstance(action, Select | Deselect):
            self._end_options(draft, selected - draft.selected)

    def _leave_ended(self, action: Action, draft: Draft) -> None:
        name = action.apply if isinstance(action, Apply) else action.target(draft.quote)
        task = None if name is None else draft.tasks.get(name)
        if task is not None and task.ended == self._number:
            fact = f'"{task.id}" is stopped by an action before this one'
            fault = Fault("ended", fact, "take one of the two out", value=task.id)
            raise InvalidInputError(fault.at(action.verb))

    def _stops(self, task: Task, draft: Draft) -> bool:
        # What recurs without end has no part that is done: it simply recurs no longer. Nor has
        # what was no part of the contract, an option that nobody had selected.
        agreed = _agreed(task, draft)
        begun = self._progress.get(task.id, 0) > 0
        return begun and task.ended is None and counts(agreed, draft.quote.selected)

    def _end_options(self, draft: Draft, gone: set[str]) -> None:
        for task in list(draft.tasks.values()):
            if task.option in gone and self._stops(task, draft):
                self._end(draft, task.id)

    def _end(self, draft: Draft, name: str) -> None:
        percent = self._progress[name]
        # Progress is that of the contract, whatever this request did to the quantity before.
        agreed = _agreed(draft.tasks[name], draft)
        quantity = done_quantity(agreed, percent, draft.quote.rates)
        draft.tasks[name] = _ended(agreed, percent, quantity, self._number)


def _agreed(task: Task, draft: Draft) -> Task:
    """Return a task as the contract has it; one that a request adds, as it is."""
    return next((one for one in draft.quote.tasks if one.id == task.id), task)


def _expect_tasks(action: Select, draft: Draft) -> None:
    """Refuse an option of which nothing is left that could be selected."""
    options = draft.options()
    if action.select in options and all(
        task.option != action.select for task in draft.tasks.values()
    ):
        fact = f'nothing is left of the option "{action.select}"'
        fault = Fault("no_tasks", fact, "add its tasks, or take this action out")
        raise InvalidInputError(fault.at("select"))


def _ended(task: Task, percent: Decimal, quantity: Decimal, number: str) -> Task:
    stated: dict[str, Any] = {name: task.__dict__[name] for name in task.model_fields_set}
    stated |= {"id": task.id, "ended": number, "option": None}
    if task.expense is None:
        stated |= {"quantity": quantity, "estimate": None}
        for name in ("days", "effort"):
            if stated.get(name) is not None:
                stated[name] = writable(part(stated[name], percent))
        for name in ("discounts", "surcharges"):
            stated[name] = tuple(_scaled(each, percent) for each in getattr(task, name))
    return Task.model_validate({key: value for key, value in stated.items() if value is not None})


def _scaled(adjustment: TaskAdjustment, percent: Decimal) -> TaskAdjustment:
    stated = {name: adjustment.__dict__[name] for name in adjustment.model_fields_set}
    for name in ("amount", "base", "quantity"):
        if stated.get(name) is not None:
            stated[name] = writable(part(stated[name], percent))
    return TaskAdjustment.model_validate(stated)
