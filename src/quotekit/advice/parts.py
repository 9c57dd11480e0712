"""What each part of a quote should say: parties and days, scope, tasks."""

from collections.abc import Iterator

from quotekit.advice.finding import Finding
from quotekit.advice.open_scope import open_scope
from quotekit.advice.question import HEAVY, LIGHT, MIDDLE, Question
from quotekit.quotes import Quote, ScopeItem, Task

_SAID_OF_QUOTE = {
    "seller": HEAVY, "client": HEAVY, "title": LIGHT, "date": MIDDLE, "valid_until": MIDDLE,
}  # fmt: skip
"""What a quote says of itself, by what it weighs."""
_BINDING = frozenset({"seller", "client", "valid_until"})
"""What is missing in no offer that somebody could accept."""


def said_by_quote(quote: Quote) -> Iterator[Question]:
    """Ask who offers what to whom, and until when."""
    for key, weight in _SAID_OF_QUOTE.items():
        finding = None
        if getattr(quote, key) is None:
            finding = Finding(f"no_{key}", blocker=key in _BINDING, keys=(key,))
        yield Question(weight, finding)
    nothing = Finding("no_tasks", blocker=True, keys=("tasks",))
    yield Question(HEAVY, None if quote.tasks else nothing)


def said_by_scope(quote: Quote) -> Iterator[Question]:
    """Ask each question of scope: what is part of the work, and who supplies what by when."""
    if not quote.scope:
        yield Question(HEAVY, Finding("no_scope", blocker=False, keys=("scope",)))
    codes = open_scope(quote)
    for at, item in enumerate(quote.scope):
        yield Question(HEAVY, _scope_finding(item, at, codes.get(at)))


def _scope_finding(item: ScopeItem, at: int, code: str | None) -> Finding | None:
    if code is not None:
        # A task that is named prices it: as an allowance, or with a range.
        keys = ("scope", at, "answer")
        return Finding(code, blocker=item.task is None, keys=keys, about=item.item)
    if item.answer == "client_supplies" and item.by is None:
        return Finding("no_day", blocker=False, keys=("scope", at), about=item.item)
    return None


def said_by_tasks(quote: Quote) -> Iterator[Question]:
    """Ask of each task what is received, when it is done, and what a change of it would cost."""
    for at, task in enumerate(quote.tasks):
        if task.ended is not None or task.id.startswith("CO-"):
            continue
        if task.expense is None and task.every is None:
            yield Question(MIDDLE, _unless(task.deliverables, _of(task, at, "no_deliverable")))
            yield Question(MIDDLE, _unless(task.done_when, _of(task, at, "no_criterion")))
        if _likely_to_change(task, quote):
            yield Question(LIGHT, _unless(task.if_changed, _of(task, at, "no_announced_price")))


def _unless(said: object, finding: Finding) -> Finding | None:
    return None if said else finding


def _likely_to_change(task: Task, quote: Quote) -> bool:
    """Say whether clients tend to want more of it: work by the hour or day, or an estimate."""
    if task.expense is not None:
        return False
    unit = quote.rates[task.rate].unit if task.rate is not None else task.unit
    return task.estimate is not None or unit in {"hour", "day", "page", "round"}


def _of(task: Task, at: int, code: str) -> Finding:
    return Finding(code, blocker=False, keys=("tasks", at), about=task.id)
