"""What each part of a quote should say: parties and days, scope, tasks."""

from collections.abc import Iterator
from typing import Any

from quotekit.advice.finding import Finding
from quotekit.advice.question import HEAVY, LIGHT, MIDDLE, Question
from quotekit.quotes import Quote, ScopeItem, Task, blockers

_BINDING = frozenset({"seller", "client", "valid_until"})
"""What is missing in no offer that somebody could accept."""


def said_by_quote(quote: Quote) -> Iterator[Question]:
    """Ask who offers what to whom, and until when."""
    parties: list[tuple[str, Any, int, str, str]] = [
        ("seller", quote.seller, HEAVY, "nobody offers this",
         "A quote binds somebody: without a name it binds nobody."),
        ("client", quote.client, HEAVY, "this is offered to nobody",
         "Whoever accepts must be whom it was offered to."),
        ("title", quote.title, LIGHT, "the quote has no title",
         "A title is what both sides call the job in every mail after this."),
        ("date", quote.date, MIDDLE, "the quote has no date",
         "Its validity, and what was known when it was written, hang on its day."),
        ("valid_until", quote.valid_until, MIDDLE, "the quote is open for ever",
         "Prices and calendars change; an open quote is an option given away for nothing."),
    ]  # fmt: skip
    for key, value, weight, fact, why in parties:
        finding = None
        if value is None:
            finding = Finding(
                f"no_{key}",
                blocker=key in _BINDING,
                fact=fact,
                remedy=f"write {key}"
                + (", or valid_days in the agreement" * (key == "valid_until")),
                why=why,
                keys=(key,),
            )
        yield Question(weight, finding)
    yield Question(HEAVY, None if quote.tasks else _NO_TASK)


_NO_TASK = Finding(
    "no_tasks",
    blocker=True,
    fact="nothing is offered",
    remedy="write tasks",
    why="Whoever accepts must know what.",
    keys=("tasks",),
)


def said_by_scope(quote: Quote) -> Iterator[Question]:
    """Ask each question of scope: what is part of the work, and who supplies what by when."""
    if not quote.scope:
        finding = Finding(
            "no_scope",
            blocker=False,
            fact="the quote asks no question of scope",
            remedy="write scope: what is included, excluded, supplied by the client, assumed",
            why="What nobody asked, each side assumes in its own favour.",
            keys=("scope",),
        )
        yield Question(HEAVY, finding)
    codes = {blocker.keys[1]: blocker.code for blocker in blockers(quote)}
    tasks = {task.id: task for task in quote.tasks}
    for at, item in enumerate(quote.scope):
        yield Question(HEAVY, _scope_finding(item, at, codes.get(at, "unknown"), tasks))


def _scope_finding(item: ScopeItem, at: int, code: str, tasks: dict[str, Task]) -> Finding | None:
    if item.answer == "unknown":
        task = tasks.get(item.task or "")
        priced = task is not None and (task.estimate is not None or task.billed == "actual")
        return Finding(
            code,
            blocker=not priced,
            fact=f'nobody has said yet: "{item.item}"',
            remedy="answer it, or name the task that prices it with an estimate",
            why="What is not known is either asked, or priced with a range; else you pay for it.",
            keys=("scope", at, "answer"),
        )
    if item.answer == "client_supplies" and item.by is None:
        return Finding(
            "no_day",
            blocker=False,
            fact=f'the client supplies "{item.item}", and no day is named',
            remedy="write by: the day on which it is needed",
            why="Texts that never come stop the work, and only a day shows that they are late.",
            keys=("scope", at),
        )
    return None


def said_by_tasks(quote: Quote) -> Iterator[Question]:
    """Ask of each task what is received, when it is done, and what a change of it would cost."""
    for at, task in enumerate(quote.tasks):
        if task.ended is not None or task.id.startswith("CO-"):
            continue
        if task.expense is None and task.every is None:
            yield Question(MIDDLE, _unless(task.deliverables, _no_deliverable(task, at)))
            yield Question(MIDDLE, _unless(task.done_when, _no_criterion(task, at)))
        if _likely_to_change(task, quote):
            yield Question(LIGHT, _unless(task.if_changed, _no_price(task, at)))


def _unless(said: object, finding: Finding) -> Finding | None:
    return None if said else finding


def _likely_to_change(task: Task, quote: Quote) -> bool:
    """Say whether clients tend to want more of it: work by the hour or day, or an estimate."""
    if task.expense is not None:
        return False
    unit = quote.rates[task.rate].unit if task.rate is not None else task.unit
    return task.estimate is not None or unit in {"hour", "day", "page", "round"}


def _no_deliverable(task: Task, at: int) -> Finding:
    return Finding(
        "no_deliverable",
        blocker=False,
        fact=f'what the client receives from "{task.id}" is not said',
        remedy="write deliverables",
        why="What is handed over can be counted; work alone cannot.",
        keys=("tasks", at),
    )


def _no_criterion(task: Task, at: int) -> Finding:
    return Finding(
        "no_criterion",
        blocker=False,
        fact=f'when "{task.id}" is done is not said',
        remedy="write done_when: what both sides can see for themselves",
        why="Without an end that both can see, a task ends when the client is tired of it.",
        keys=("tasks", at),
    )


def _no_price(task: Task, at: int) -> Finding:
    return Finding(
        "no_announced_price",
        blocker=False,
        fact=f'what a change of "{task.id}" would cost is not announced',
        remedy="write if_changed, such as one more round of corrections",
        why="A price told up front is a decision of the client's; told afterwards it is a quarrel.",
        keys=("tasks", at),
    )
