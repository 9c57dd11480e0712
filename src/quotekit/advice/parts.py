"""What each part of a quote should say: parties and days, scope, tasks, payment."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from quotekit.advice.finding import Finding
from quotekit.advice.question import Question
from quotekit.pricing import PricedQuote
from quotekit.quotes import Agreement, Quote, ScopeItem, Task, blockers
from quotekit.values import ZERO, plain

_HEAVY, _MIDDLE, _LIGHT = 3, 2, 1


def said_by_quote(quote: Quote) -> Iterator[Question]:
    """Ask who offers what to whom, and until when."""
    parties: list[tuple[str, Any, int, str, str]] = [
        ("seller", quote.seller, _HEAVY, "nobody offers this",
         "A quote binds somebody: without a name it binds nobody."),
        ("client", quote.client, _HEAVY, "this is offered to nobody",
         "Whoever accepts must be whom it was offered to."),
        ("title", quote.title, _LIGHT, "the quote has no title",
         "A title is what both sides call the job in every mail after this."),
        ("date", quote.date, _MIDDLE, "the quote has no date",
         "Its validity, and what was known when it was written, hang on its day."),
        ("valid_until", quote.valid_until, _MIDDLE, "the quote is open for ever",
         "Prices and calendars change; an open quote is an option given away for nothing."),
    ]  # fmt: skip
    for key, value, weight, fact, why in parties:
        finding = None
        if value is None:
            finding = Finding(
                f"no_{key}",
                blocker=True,
                fact=fact,
                remedy=f"write {key}"
                + (", or valid_days in the agreement" * (key == "valid_until")),
                why=why,
                keys=(key,),
            )
        yield Question(weight, finding)


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
        yield Question(_HEAVY, finding)
    codes = {blocker.keys[1]: blocker.code for blocker in blockers(quote)}
    tasks = {task.id: task for task in quote.tasks}
    for at, item in enumerate(quote.scope):
        yield Question(_HEAVY, _scope_finding(item, at, codes.get(at, "unknown"), tasks))


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
            yield Question(_MIDDLE, _unless(task.deliverables, _no_deliverable(task, at)))
            yield Question(_MIDDLE, _unless(task.done_when, _no_criterion(task, at)))
        if _likely_to_change(task, quote):
            yield Question(_LIGHT, _unless(task.if_changed, _no_price(task, at)))


def _unless(said: object, finding: Finding) -> Finding | None:
    return None if said else finding


def _likely_to_change(task: Task, quote: Quote) -> bool:
    """Say whether clients tend to want more of it: work by the hour or day, or an estimate."""
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


def said_by_agreement(priced: PricedQuote, agreement: Agreement | None) -> Iterator[Question]:
    """Ask for what the agreement asks of a quote: a deposit, the smallest job; and for payment."""
    quote = priced.quote
    if not quote.payments:
        finding = Finding(
            "no_payments",
            blocker=False,
            fact="when what is to be paid is not said",
            remedy="write payments, with a deposit",
            why="What is due at no date is paid at no date.",
            keys=("payments",),
        )
        yield Question(_MIDDLE, finding)
    if agreement is None:
        return
    asked = agreement.quotes.deposit
    if asked is not None:
        yield Question(_HEAVY, _deposit_finding(priced, asked))
    least = agreement.quotes.minimum_total
    if least is not None:
        yield Question(_MIDDLE, _minimum_finding(priced, least))


def _deposit_finding(priced: PricedQuote, asked: Decimal) -> Finding | None:
    total = ZERO
    for part in priced.instalments:
        if part.due is not None and (part.due.after == "acceptance" or part.due.before == "start"):
            total += part.amount
    payable = priced.totals.payable
    if payable <= 0 or total * 100 >= payable * asked:
        return None
    return Finding(
        "deposit",
        blocker=True,
        fact=f"the agreement asks for a deposit of {plain(asked)} %, and less is due before work",
        remedy="write a payment that is due after acceptance, or an exception to quotes.deposit",
        why="A deposit pays for the days you keep free, and tells who means it.",
        keys=("payments",),
    )


def _minimum_finding(priced: PricedQuote, least: Decimal) -> Finding | None:
    if priced.totals.total >= least:
        return None
    return Finding(
        "below_minimum",
        blocker=False,
        fact=f"the total is below {plain(least)}, the smallest job that the agreement knows",
        remedy="raise it, or make an exception to quotes.minimum_total",
        why="Every job costs mails, an invoice and a day's attention before it pays anything.",
        keys=("tasks",),
    )
