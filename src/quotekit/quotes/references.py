"""References between the parts of a quote: what names nothing, stands twice, or goes in circles."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Protocol

from quotekit.errors import Fault
from quotekit.quotes.adjustment import Adjustment
from quotekit.quotes.agreement import TermException
from quotekit.quotes.circles import circle_faults
from quotekit.quotes.faults import unknown_name
from quotekit.quotes.payment import Payment
from quotekit.quotes.payment_faults import payment_faults
from quotekit.quotes.rate import Rate
from quotekit.quotes.scope import ScopeItem
from quotekit.quotes.task import Task
from quotekit.quotes.tax import Tax
from quotekit.quotes.terms import exception_faults

RESERVED = frozenset({"none", "net", "start", "acceptance", "delivery"})


class Referring(Protocol):
    """What of a quote takes part in references."""

    # fmt: off
    @property
    def date(self) -> datetime.date | None: ...
    @property
    def valid_until(self) -> datetime.date | None: ...
    @property
    def rates(self) -> Mapping[str, Rate]: ...
    @property
    def taxes(self) -> Mapping[str, Tax]: ...
    @property
    def tax(self) -> tuple[str, ...] | None: ...
    @property
    def prices_include_tax(self) -> bool: ...
    @property
    def phases(self) -> Mapping[str, str]: ...
    @property
    def tasks(self) -> Sequence[Task]: ...
    @property
    def discounts(self) -> Sequence[Adjustment]: ...
    @property
    def surcharges(self) -> Sequence[Adjustment]: ...
    @property
    def alternatives(self) -> Mapping[str, Sequence[str]]: ...
    @property
    def selected(self) -> Set[str]: ...
    @property
    def option_titles(self) -> Mapping[str, str]: ...
    @property
    def payments(self) -> Sequence[Payment]: ...
    @property
    def scope(self) -> Sequence[ScopeItem]: ...
    @property
    def exceptions(self) -> Sequence[TermException]: ...
    # fmt: on


def quote_faults(quote: Referring) -> tuple[Fault, ...]:
    """Find every fault of reference, in the order of the document."""
    names = frozenset(task.id for task in quote.tasks)
    found = [
        *_dates(quote),
        *_taxes(quote),
        *_reserved(quote.phases, "phase", "phases"),
        *_tasks(quote, names),
        *_adjustments(quote, names),
        *_options(quote),
        *payment_faults(quote.payments, names),
    ]
    for at, item in enumerate(quote.scope):
        if item.task is not None and item.task not in names:
            found.append(unknown_name("task", item.task, names, "scope", at, "task"))
    found += exception_faults(quote.exceptions)
    return tuple(found)


def repeated(items: Iterable[tuple[str, tuple[str | int, ...]]], what: str) -> Iterator[Fault]:
    """Find ids that stand twice; each item is an id and the keys that lead to it."""
    seen: dict[str, tuple[str | int, ...]] = {}
    for name, keys in items:
        if name in seen:
            yield Fault(
                "duplicate_id", f'two {what} bear the id "{name}"', "give one of them another", value=name
            ).at(*keys)
        seen.setdefault(name, keys)


def _dates(quote: Referring) -> Iterator[Fault]:
    if quote.date is not None and quote.valid_until is not None and quote.valid_until < quote.date:
        yield Fault(
            "valid_before_date",
            f"the quote would be valid until {quote.valid_until}, before its date {quote.date}",
            "write a later day",
            value=str(quote.valid_until),
        ).at("valid_until")


def _reserved(names: Iterable[str], what: str, *keys: str | int) -> Iterator[Fault]:
    for name in names:
        if name in RESERVED:
            yield Fault(
                "reserved", f'no {what} may be called "{name}"', "choose another id", value=name
            ).at(*keys, name)


def _taxes(quote: Referring) -> Iterator[Fault]:
    yield from _reserved(quote.taxes, "tax", "taxes")
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


def tax_faults(
    stated: tuple[str, ...] | None, taxes: Mapping[str, Tax], *keys: str | int
) -> Iterator[Fault]:
    """Find names of taxes that are not among `taxes`."""
    for name in stated or ():
        if name not in taxes:
            yield unknown_name("tax", name, [*taxes, "none"], *keys)


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
                "duplicate_id", f'a task and a phase bear the id "{task.id}"', "give one of them another",
                value=task.id,
            ).at("tasks", at, "id")  # fmt: skip
        if task.id in RESERVED:
            yield Fault(
                "reserved", f'no task may be called "{task.id}"', "choose another id", value=task.id
            ).at("tasks", at, "id")
        if task.if_changed or task.discounts or task.surcharges or task.after:
            yield from _inside_task(quote, task, names, at)
    yield from circle_faults(tasks, quote.selected)


def _inside_task(quote: Referring, task: Task, names: Set[str], at: int) -> Iterator[Fault]:
    for place, other in enumerate(task.after or ()):
        if other not in names:
            yield unknown_name("task", other, names, "tasks", at, "after", place)
    for key, parts in (
        ("if_changed", task.if_changed),
        ("discounts", task.discounts),
        ("surcharges", task.surcharges),
    ):
        yield from repeated(
            ((part.id, ("tasks", at, key, place, "id")) for place, part in enumerate(parts)), key
        )
    for place, change in enumerate(task.if_changed):
        if change.rate is not None and change.rate not in quote.rates:
            keys = ("tasks", at, "if_changed", place, "rate")
            yield unknown_name("rate", change.rate, quote.rates, *keys)


def _adjustments(quote: Referring, names: Set[str]) -> Iterator[Fault]:
    open_ended = {task.id for task in quote.tasks if task.every and task.times is None}
    for key, adjustments in (("discounts", quote.discounts), ("surcharges", quote.surcharges)):
        yield from repeated(
            ((part.id, (key, at, "id")) for at, part in enumerate(adjustments)), key
        )
        for at, adjustment in enumerate(adjustments):
            yield from tax_faults(adjustment.tax, quote.taxes, key, at, "tax")
            if adjustment.of == ("net",) and key == "surcharges":
                continue
            for place, name in enumerate(adjustment.of or ()):
                if name == "net":
                    yield Fault(
                        "of_net", "net is for a surcharge, and stands alone", "name tasks or phases",
                        value=name,
                    ).at(key, at, "of", place)  # fmt: skip
                elif name in open_ended:
                    yield Fault(
                        "of_open_ended",
                        f'"{name}" recurs without end and has no part in the totals',
                        "name other tasks, or give it times",
                        value=name,
                    ).at(key, at, "of", place)
                elif name not in names and name not in quote.phases:
                    yield unknown_name(
                        "task or phase", name, [*names, *quote.phases], key, at, "of", place
                    )


def _options(quote: Referring) -> Iterator[Fault]:
    options = {task.option for task in quote.tasks if task.option is not None}
    for group, members in quote.alternatives.items():
        for place, name in enumerate(members):
            if name not in options:
                yield unknown_name("option", name, options, "alternatives", group, place)
        chosen = [name for name in members if name in quote.selected]
        if len(chosen) > 1:
            yield Fault(
                "alternatives",
                f'{" and ".join(chosen)} are both selected, but "{group}" allows one',
                "select one of them",
            ).at("selected")
    for name in sorted(quote.selected):
        if name not in options:
            yield unknown_name("option", name, options, "selected")
    for name in quote.option_titles:
        if name not in options:
            yield unknown_name("option", name, options, "option_titles", name)
