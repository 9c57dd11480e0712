"""The two entrances of pricing: `price` a quote, and `reprice` what changed in it."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import localcontext

from quotekit.errors import Fault, InvalidInputError, UnpriceableError
from quotekit.pricing.chunk import Chunk, Sums, merge, minus, plus, price_chunk, reprice_chunk
from quotekit.pricing.paying import pay
from quotekit.pricing.priced_quote import PricedQuote, document_totals
from quotekit.pricing.rules import Rules, rules_of
from quotekit.quotes import CHUNK, Quote, Task, TaskList, references
from quotekit.values import EXACT

_RULES = (
    "rates", "taxes", "tax", "selected", "currency", "rounding", "tax_rounding",
    "prices_include_tax", "round_to",
)  # fmt: skip
"""The keys that the price of a line can depend on, beside its task."""


def price(quote: Quote, *, holidays: Iterable[date] | None = None) -> PricedQuote:
    """Price a quote: every line, the totals, the instalments, and the timeline.

    `holidays` overrides the days off that were looked up when the quote was read. Raises
    `InvalidInputError` for references that name nothing, and `UnpriceableError` for instalments
    that cannot add up or regions whose holidays nobody has looked up.
    """
    with localcontext(EXACT):
        rules = rules_of(quote)
        return _priced(quote, _chunks(quote.tasks, rules, quote), rules, holidays)


def reprice(
    priced: PricedQuote, new_quote: Quote, *, holidays: Iterable[date] | None = None
) -> PricedQuote:
    """Price a changed quote, computing only what changed.

    Gives exactly what `price(new_quote)` gives. Lines are kept where their task stayed what it
    was, unless a key that all lines depend on has changed (rates, taxes, selection, rounding).
    """
    old = priced.quote
    if any(
        getattr(old, key) is not getattr(new_quote, key)
        and getattr(old, key) != getattr(new_quote, key)
        for key in _RULES
    ):
        return price(new_quote, holidays=holidays)
    with localcontext(EXACT):
        rules = priced.rules
        if new_quote.tasks is old.tasks:
            return _priced(new_quote, priced.chunks, rules, holidays, priced.sums)
        if len(new_quote.tasks) != len(old.tasks):
            return _priced(new_quote, _moved(priced, new_quote, rules), rules, holidays)
        chunks, sums = _changed(priced, new_quote, rules)
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
    totals = document_totals(quote, chunks, sums, rules)
    return PricedQuote(
        quote=quote,
        totals=totals,
        amounts=pay(quote.payments, totals.payable, rules.unit),
        chunks=tuple(chunks),
        sums=sums,
        rules=rules,
        holidays=_days_off(quote, holidays),
    )


def _chunks(tasks: Sequence[Task], rules: Rules, quote: Quote) -> list[Chunk]:
    try:
        return [price_chunk(part, rules) for part in _in_chunks(tasks)]
    except KeyError as error:
        # A quote whose references were left unchecked names a rate that is not there.
        raise InvalidInputError(*references(quote)) from error


def _in_chunks(tasks: Sequence[Task]) -> Sequence[tuple[Task, ...]]:
    if isinstance(tasks, TaskList):
        return tasks.chunks
    return [tuple(tasks[at : at + CHUNK]) for at in range(0, len(tasks), CHUNK)]


def _changed(priced: PricedQuote, quote: Quote, rules: Rules) -> tuple[Sequence[Chunk], Sums]:
    chunks = list(priced.chunks)
    sums: Sums | None = priced.sums
    for at, tasks in enumerate(_in_chunks(quote.tasks)):
        before = chunks[at]
        if tasks is before.tasks or tasks == before.tasks:
            continue
        after = reprice_chunk(before, tasks, rules)
        chunks[at] = after
        if sums is not None and list(after.sums) == list(before.sums):
            moved = {
                taxes: plus(sums[taxes], minus(after.sums[taxes], before.sums[taxes]))
                for taxes in after.sums
            }
            sums = {**sums, **moved}
        else:
            sums = None
    return chunks, merge(chunk.sums for chunk in chunks) if sums is None else sums


def _moved(priced: PricedQuote, quote: Quote, rules: Rules) -> list[Chunk]:
    """Keep the lines of tasks that stayed what they were, wherever they now stand."""
    return _chunks(quote.tasks, rules, quote)


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
