"""References between the parts of a quote: what names nothing, stands twice, or goes in circles."""

from collections.abc import Iterable, Iterator, Sequence, Set

from quotekit.errors import Fault, first_faults
from quotekit.quotes.adjustment import TaskAdjustment
from quotekit.quotes.adjustment_faults import adjustment_faults, option_faults
from quotekit.quotes.circles import circle_faults
from quotekit.quotes.faults import unknown_name
from quotekit.quotes.payment_faults import payment_faults
from quotekit.quotes.referring import RESERVED, Referring, repeated, reserved, tax_faults
from quotekit.quotes.task import AnnouncedChange, Task
from quotekit.quotes.terms import exception_faults


def quote_faults(quote: Referring) -> tuple[Fault, ...]:
    """Find the first faults of reference, in the order of the document."""
    return first_faults(_faults(quote))


def _faults(quote: Referring) -> Iterator[Fault]:
    names = dict.fromkeys(task.id for task in quote.tasks).keys()
    yield from _dates(quote)
    yield from _reserved_keys(quote)
    yield from _taxes(quote)
    yield from _tasks(quote, names)
    yield from adjustment_faults(quote, names)
    yield from option_faults(quote)
    yield from payment_faults(quote.payments, names)
    for at, item in enumerate(quote.scope):
        if item.task is not None and item.task not in names:
            yield unknown_name("task", item.task, names, "scope", at, "task")
    yield from exception_faults(quote.exceptions)


def _dates(quote: Referring) -> Iterator[Fault]:
    if quote.date is not None and quote.valid_until is not None and quote.valid_until < quote.date:
        yield Fault(
            "valid_before_date",
            f"the quote would be valid until {quote.valid_until}, before its date {quote.date}",
            "write a later day",
            value=str(quote.valid_until),
        ).at("valid_until")


def _reserved_keys(quote: Referring) -> Iterator[Fault]:
    named: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("rate", "rates", quote.rates),
        ("tax", "taxes", quote.taxes),
        ("phase", "phases", quote.phases),
        ("option", "option_titles", quote.option_titles),
    )
    for what, key, names in named:
        yield from reserved(((name, (key, name)) for name in names), what, on_key=True)


def _taxes(quote: Referring) -> Iterator[Fault]:
    if quote.prices_include_tax:
        for name, tax in quote.taxes.items():
            if tax.tiers and not tax.withheld:
                yield Fault(
                    "included_tiers",
                    "a tax with tiers cannot be included in prices",
                    "write net prices (prices_include_tax: false), or a tax without tiers",
                    value=name,
                ).at("taxes", name, "tiers")
    yield from tax_faults(quote.tax, quote.taxes, "tax")


def _tasks(quote: Referring, names: Set[str]) -> Iterator[Fault]:
    tasks = quote.tasks
    rates, taxes, phases = quote.rates, quote.taxes, quote.phases
    if len(names) < len(tasks):
        yield from repeated(
            ((task.id, ("tasks", at, "id")) for at, task in enumerate(tasks)), "tasks"
        )
    for at, task in enumerate(tasks):
        if task.rate is not None and task.rate not in rates:
            yield unknown_name("rate", task.rate, rates, "tasks", at, "rate")
        if task.phase is not None and task.phase not in phases:
            yield unknown_name("phase", task.phase, phases, "tasks", at, "phase")
        if task.tax:
            yield from tax_faults(task.tax, taxes, "tasks", at, "tax")
        if task.id in phases:
            yield Fault(
                "duplicate_id",
                f'a task and a phase bear the id "{task.id}"',
                "give one of them another",
                value=task.id,
            ).at("tasks", at, "id")
        if task.id in RESERVED:
            yield from reserved([(task.id, ("tasks", at, "id"))], "task")
        if task.option is not None:
            yield from reserved([(task.option, ("tasks", at, "option"))], "option")
        if task.if_changed or task.discounts or task.surcharges or task.after:
            yield from _inside_task(quote, task, names, at)
    yield from circle_faults(tasks, quote.selected)


def _inside_task(quote: Referring, task: Task, names: Set[str], at: int) -> Iterator[Fault]:
    for place, other in enumerate(task.after or ()):
        if other not in names:
            yield unknown_name("task", other, names, "tasks", at, "after", place)
    parts: tuple[tuple[str, str, Sequence[AnnouncedChange | TaskAdjustment]], ...] = (
        ("announced change", "if_changed", task.if_changed),
        ("discount", "discounts", task.discounts),
        ("surcharge", "surcharges", task.surcharges),
    )
    for what, key, here in parts:
        ids = [(part.id, ("tasks", at, key, place, "id")) for place, part in enumerate(here)]
        yield from repeated(ids, key)
        yield from reserved(ids, what)
    for place, change in enumerate(task.if_changed):
        if change.rate is not None and change.rate not in quote.rates:
            keys = ("tasks", at, "if_changed", place, "rate")
            yield unknown_name("rate", change.rate, quote.rates, *keys)
