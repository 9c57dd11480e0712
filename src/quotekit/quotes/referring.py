# ruff: noqa: D102 - the properties are the keys of the quote, explained there
"""What of a quote takes part in references."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Protocol

from quotekit.errors import Fault
from quotekit.quotes.adjustment import Adjustment
from quotekit.quotes.agreement import TermException
from quotekit.quotes.faults import unknown_name
from quotekit.quotes.payment import Payment
from quotekit.quotes.rate import Rate
from quotekit.quotes.scope import ScopeItem
from quotekit.quotes.task import Task
from quotekit.quotes.tax import Tax


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


def repeated(items: Iterable[tuple[str, tuple[str | int, ...]]], what: str) -> Iterator[Fault]:
    """Find ids that stand twice; each item is an id and the keys that lead to it."""
    seen: dict[str, tuple[str | int, ...]] = {}
    for name, keys in items:
        if name in seen:
            yield Fault(
                "duplicate_id",
                f'two {what} bear the id "{name}"',
                "give one of them another",
                value=name,
            ).at(*keys)
        seen.setdefault(name, keys)


RESERVED = ("none", "net", "start", "acceptance", "delivery")
"""Words that mean something themselves where an id may stand."""


def reserved(
    items: Iterable[tuple[str, tuple[str | int, ...]]], what: str, *, on_key: bool = False
) -> Iterator[Fault]:
    """Find ids that are words with a meaning of their own; the items are those of `repeated`."""
    for name, keys in items:
        if name in RESERVED:
            yield Fault(
                "reserved",
                f'no {what} may be called "{name}"',
                f"choose another id; {', '.join(RESERVED)} are reserved",
                value=name,
                on_key=on_key,
            ).at(*keys)


def tax_faults(
    stated: tuple[str, ...] | None, taxes: Mapping[str, Tax], *keys: str | int
) -> Iterator[Fault]:
    """Find names of taxes that are not among `taxes`."""
    for name in stated or ():
        if name not in taxes:
            yield unknown_name("tax", name, [*taxes, "none"], *keys)
