"""Work that is free: priced like any other, and credited on its own task."""

from decimal import Decimal

from quotekit.changes.added_work import AddedWork
from quotekit.changes.draft import Draft
from quotekit.quotes import Quote, Task, TaskAdjustment
from quotekit.values import writable


def credited(number: str, work: AddedWork) -> Quote:
    """Return the revised quote with a discount on each task that would have cost more.

    The discount, `CO-001.free`, is exactly the rise of the task's total.
    """
    draft = Draft(work.after.quote)
    for name, rise in work.rises.items():
        draft.tasks[name] = _with_discount(draft.tasks[name], f"{number}.free", writable(rise))
    return draft.finished()


def _with_discount(task: Task, name: str, amount: Decimal) -> Task:
    stated = {key: task.__dict__[key] for key in task.model_fields_set}
    credit = TaskAdjustment.model_validate({"id": name, "amount": amount})
    discounts = (*task.discounts, credit)
    return Task.model_validate({**stated, "id": task.id, "discounts": discounts})
