"""The priced quote: the quote, and everything that follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext
from functools import cached_property
from itertools import chain

from quotekit.pricing.adjusting import Adjusted
from quotekit.pricing.chunk import Chunk, Sums
from quotekit.pricing.document_totals import phase_totals, totals_of
from quotekit.pricing.due_dates import due_date
from quotekit.pricing.line import final_quantity, likely_quantity, line_sum, unit_price
from quotekit.pricing.paying import pay
from quotekit.pricing.plan import AnnouncedPrice, Instalment, Timeline
from quotekit.pricing.priced_line import Line, TaxSet
from quotekit.pricing.rules import Rules
from quotekit.pricing.sums import Bound, Option, Phase, Range, Recurring, Totals
from quotekit.pricing.timing import timeline_of
from quotekit.pricing.totalling import Parts, total_up
from quotekit.quotes import Quote, Task, minor_units, quote_digest
from quotekit.values import EXACT, ZERO

PERIODS = ("month", "quarter", "year")


@dataclass(frozen=True, eq=False)
class PricedQuote:
    """Hold a quote with its lines, totals, instalments and timeline.

    Made by `price` and `reprice` only. All amounts have the decimals of the currency and are
    final; nothing is left to round. What is not asked for is not worked out.
    """

    quote: Quote
    chunks: tuple[Chunk, ...] = field(repr=False)
    sums: Sums = field(repr=False)
    rules: Rules = field(repr=False)
    holidays: frozenset[date] = field(repr=False)

    def __eq__(self, other: object) -> bool:
        """Say whether both hold the same quote with the same figures."""
        if not isinstance(other, PricedQuote):
            return NotImplemented
        return (
            self.quote == other.quote
            and self.totals == other.totals
            and self.lines == other.lines
            and self.recurring == other.recurring
            and self.range == other.range
            and self.instalments == other.instalments
            and self.timeline == other.timeline
        )

    __hash__ = None  # type: ignore[assignment]

    @property
    def number(self) -> str:
        """Return the number of the quote."""
        return self.quote.number

    @property
    def currency(self) -> str:
        """Return the ISO 4217 code of the currency."""
        return self.quote.currency.code

    @property
    def decimals(self) -> int:
        """Return how many decimals amounts have."""
        return minor_units(self.quote.currency)

    @cached_property
    def totals(self) -> Totals:
        """Return the sums of the quote: net, taxes, total, withheld, payable."""
        with localcontext(EXACT):
            return totals_of(self.quote, self.chunks, self.sums, self.rules)

    @cached_property
    def amounts(self) -> tuple[Decimal, ...]:
        """Return what each payment comes to; raises `UnpriceableError` if they cannot add up."""
        with localcontext(EXACT):
            return pay(self.quote.payments, self.totals.payable, self.rules.unit)

    @cached_property
    def digest(self) -> str:
        """Return the digest of what the quote agrees on."""
        return quote_digest(self.quote)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return a line for each task, in the order of the tasks."""
        return tuple(chain.from_iterable(chunk.lines for chunk in self.chunks))

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """Return the subtotal of each phase that a counted line belongs to."""
        counted = [line for line in self.lines if line.counted]
        return phase_totals(self.quote, counted, self.rules)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """Return what each option comes to, in the order the tasks first name them."""
        groups: dict[str, list[Line]] = {}
        for line in self.lines:
            if line.option is not None:
                groups.setdefault(line.option, []).append(line)
        with localcontext(EXACT):
            return tuple(self._option(name, group) for name, group in groups.items())

    def _option(self, name: str, group: list[Line]) -> Option:
        title = self.quote.option_titles.get(name)
        if title is None:
            title = (len(group) == 1 and group[0].title) or name
        once = [line for line in group if not line.open_ended] or group
        total = sum((line.totals().total for line in once), ZERO)
        return Option(name, title, name in self.quote.selected, self.rules.shown(total))

    @cached_property
    def recurring(self) -> tuple[Recurring, ...]:
        """Return the totals of what recurs without end, for each period."""
        found = []
        with localcontext(EXACT):
            for every in PERIODS:
                lines = [line for line in self.recurring_lines if line.every == every]
                if lines:
                    found.append(Recurring(every, self._totals_of(lines)))
        return tuple(found)

    @property
    def recurring_lines(self) -> list[Line]:
        """Return the lines that recur without end, but for options that are not selected."""
        selected = self.quote.selected
        return [
            line
            for line in self.lines
            if line.open_ended and (line.option is None or line.option in selected)
        ]

    def _totals_of(self, lines: Sequence[Line]) -> Totals:
        sums: dict[TaxSet, Decimal] = {}
        for line in lines:
            sums[line.taxes] = sums.get(line.taxes, self.rules.zero) + line.totals().total
        adjusted = Adjusted(sums, self.rules.zero, self.rules.zero)
        phases = phase_totals(self.quote, lines, self.rules)
        parts = Parts(lines, lines, phases)
        return total_up(sum(sums.values(), ZERO), adjusted, self.rules, lambda: parts)

    @cached_property
    def range(self) -> Range | None:
        """Return net and total at the bounds of the estimates, None without an estimate."""
        if not any(line.counted and line.low is not None for line in self.lines):
            return None
        with localcontext(EXACT):
            low = totals_of(self.quote, self.chunks, self.sums, self.rules, 1)
            high = totals_of(self.quote, self.chunks, self.sums, self.rules, 2)
        return Range(Bound(low.net, low.total), Bound(high.net, high.total))

    @cached_property
    def timeline(self) -> Timeline | None:
        """Return when the work is done, None where there is neither work nor a start."""
        with localcontext(EXACT):
            return timeline_of(self.quote, self.lines, self.holidays)

    @cached_property
    def instalments(self) -> tuple[Instalment, ...]:
        """Return the parts of the payable amount with their planned dates; they add up to it."""
        payments = self.quote.payments
        timeline = self.timeline if any(payment.due for payment in payments) else None
        return tuple(
            Instalment(
                id=payment.id,
                title=payment.title,
                percent=payment.percent,
                amount=amount,
                due=payment.due,
                early=payment.early,
                date=due_date(at, payment.due, self.quote.schedule, timeline),
            )
            for at, (payment, amount) in enumerate(zip(payments, self.amounts, strict=True))
        )

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        """Hold each task by its id."""
        return {task.id: task for task in self.quote.tasks}

    def announced(self, task_id: str) -> tuple[AnnouncedPrice, ...]:
        """Return what the announced changes of a task cost; raises `KeyError` for no task."""
        with localcontext(EXACT):
            found = []
            for change in self._tasks[task_id].if_changed:
                rate = self.rules.rates[change.rate] if change.rate is not None else None
                quantity = final_quantity(change, rate, likely_quantity(change))
                value = line_sum(change, rate, unit_price(change, rate), quantity)
                amount = self.rules.arising(value)
                found.append(
                    AnnouncedPrice(change.id, change.title, self.rules.shown(amount), change.days)
                )
            return tuple(found)
