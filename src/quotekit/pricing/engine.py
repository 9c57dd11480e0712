"""The two entrances of pricing: `price` a quote, and `reprice` what changed in it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import localcontext
from itertools import compress, count
from operator import attrgetter, ne

from quotekit.errors import Fault, InvalidInputError, UnpriceableError
from quotekit.pricing.chunk import (
    Chunk,
    Sums,
    merge,
    minus,
    plus,
    price_chunk,
    reprice_chunk,
    sums_of,
)
from quotekit.pricing.line import price_line
from quotekit.pricing.priced_quote import PricedQuote
from quotekit.pricing.rules import Rules, rules_of
from quotekit.quotes import Plain, Quote, Task, TaskList, chunked, references
from quotekit.values import EXACT

_RULES = attrgetter(
    "rates", "taxes", "tax", "selected", "currency", "rounding", "tax_rounding",
    "prices_include_tax", "round_to",
)  # fmt: skip
"""Reads the keys that the price of a line can depend on, beside its task."""


def price(quote: Quote, *, holidays: Iterable[date] | None = None) -> PricedQuote:
    """Price a quote: every line, the totals, the instalments, and the timeline.

    `holidays` overrides the days off that were looked up when the quote was read. Raises
    `InvalidInputError` for references that name nothing, and `UnpriceableError` for instalments
    that cannot add up or regions whose holidays nobody has looked up.
    """
    with localcontext(EXACT):
        rules = rules_of(quote)
        return _priced(quote, _chunks(quote, rules), rules, holidays)


def reprice(
    priced: PricedQuote, new_quote: Quote, *, holidays: Iterable[date] | None = None
) -> PricedQuote:
    """Price a changed quote, computing only what changed.

    Gives exactly what `price(new_quote)` gives. Lines are kept where their task stayed what it
    was, unless a key that all lines depend on has changed (rates, taxes, selection, rounding).
    """
    old = priced.quote
    # The order of the taxes is that of their rows, and dicts are equal in any order.
    if _RULES(old) != _RULES(new_quote) or list(old.taxes) != list(new_quote.taxes):
        return price(new_quote, holidays=holidays)
    with localcontext(EXACT):
        rules = priced.rules
        if new_quote.tasks is old.tasks:
            return _priced(new_quote, priced.chunks, rules, holidays, priced.sums)
        try:
            if len(new_quote.tasks) != len(old.tasks):
                return _priced(new_quote, _moved(priced, new_quote, rules), rules, holidays)
            chunks, sums = _changed(priced, new_quote, rules)
        except KeyError as error:
            raise InvalidInputError(*references(new_quote)) from error
        return _priced(new_quote, chunks, rules, holidays, sums)


def _priced(
    quote: Quote,
    chunks: Sequence[Chunk],
    rules: Rules,
    holidays: Iterable[date] | None,
    sums: Sums | None = None,
) -> PricedQuote:
    if sums is None:
        sums = merge(chunk.sums for chunk in chunks)
    priced = PricedQuote(quote, tuple(chunks), sums, rules, _days_off(quote, holidays))
    if any(payment.amount is not None for payment in quote.payments):
        # Amounts may turn out not to add up, which is to be said now and not when they print.
        _ = priced.amounts
    return priced


def _chunks(quote: Quote, rules: Rules) -> list[Chunk]:
    try:
        return [
            price_chunk(tasks, plain, rules)
            for tasks, plain in zip(*_in_chunks(quote.tasks), strict=True)
        ]
    except KeyError as error:
        # A quote whose references were left unchecked names a rate that is not there.
        raise InvalidInputError(*references(quote)) from error


def _in_chunks(
    tasks: Sequence[Task],
) -> tuple[Sequence[tuple[Task, ...]], Sequence[tuple[Plain | None, ...]]]:
    # A quote copied without validation holds a plain tuple.
    listed = tasks if isinstance(tasks, TaskList) else TaskList(tasks)
    return listed.chunks, listed.plain


def _changed(priced: PricedQuote, new: Quote, rules: Rules) -> tuple[Sequence[Chunk], Sums]:
    chunks = list(priced.chunks)
    sums: Sums | None = priced.sums
    tasks = chunked(new.tasks)
    for at in _differing(priced.quote.tasks, new.tasks):
        before = chunks[at]
        chunks[at] = after = reprice_chunk(before, tasks[at], rules)
        if sums is not None and list(after.sums) == list(before.sums):
            for taxes, exact in after.sums.items():
                if exact is not before.sums[taxes]:
                    change = minus(exact, before.sums[taxes])
                    sums = {**sums, taxes: plus(sums[taxes], change)}
        else:
            sums = None
    return chunks, merge(chunk.sums for chunk in chunks) if sums is None else sums


def _differing(old: Sequence[Task], new: Sequence[Task]) -> Iterator[int]:
    """Return the positions of chunks in which some task is another one."""
    if isinstance(old, TaskList) and isinstance(new, TaskList):
        return compress(count(), map(ne, old.identities, new.identities))
    # Comparing tuples goes by identity first, and at the speed of C.
    return compress(count(), map(ne, chunked(old), chunked(new)))


def _moved(priced: PricedQuote, quote: Quote, rules: Rules) -> list[Chunk]:
    """Keep the lines of tasks that stayed what they were, wherever they now stand."""
    known = {id(line.task): line for line in priced.lines}
    chunks = []
    for tasks in chunked(quote.tasks):
        lines = [known.get(id(task)) or price_line(task, rules) for task in tasks]
        chunks.append(Chunk(tasks, tuple(lines), sums_of(lines)))
    return chunks


def _days_off(quote: Quote, holidays: Iterable[date] | None) -> frozenset[date]:
    if holidays is not None:
        return frozenset(holidays)
    schedule = quote.schedule
    if schedule is None or schedule.holidays is None or schedule.start is None:
        return frozenset()
    days = schedule.holidays.dates()
    if days is None:
        regions = ", ".join(schedule.holidays.regions)
        raise UnpriceableError(
            Fault(
                "holidays_unknown",
                f"nobody has looked up the holidays of {regions}",
                "read the quote with load_quote or parse_quote, or pass holidays=",
                value=regions,
            ).at("schedule", "holidays")
        )
    return days
