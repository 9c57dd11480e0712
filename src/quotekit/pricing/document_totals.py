"""The totals of a whole quote, from the sums of its lines."""

from collections.abc import Sequence
from decimal import Decimal, localcontext

from quotekit.pricing.adjusting import NET, Applied, adjust
from quotekit.pricing.chunk import Chunk, Sums, sums_of
from quotekit.pricing.priced_line import Line, TaxSet
from quotekit.pricing.rules import Rules
from quotekit.pricing.sums import Phase, Totals
from quotekit.pricing.totalling import Parts, total_up
from quotekit.quotes import Adjustment, Quote
from quotekit.values import EXACT, ZERO


def totals_of(
    quote: Quote, chunks: Sequence[Chunk], sums: Sums, rules: Rules, bound: int = 0
) -> Totals:
    """Work out the totals at the likely (0), low (1) or high (2) quantities."""
    at_bound = {taxes: exact[bound] for taxes, exact in sums.items()}
    named = applied_lines(chunks, at_bound, bound)
    adjusted = adjust(at_bound, quote.discounts, quote.surcharges, named, rules)

    def parts() -> Parts:
        lines = [line for chunk in chunks for line in chunk.lines]
        counted = [line for line in lines if line.counted]
        shown = [
            line
            for line in lines
            if not line.open_ended or (line.option and line.option not in quote.selected)
        ]
        return Parts(shown, counted, phase_totals(quote, counted, rules))

    return total_up(sum(at_bound.values(), rules.zero), adjusted, rules, parts)


def applied_lines(chunks: Sequence[Chunk], all_lines: dict[TaxSet, Decimal], bound: int) -> Applied:
    """Return what finds the counted lines that an adjustment applies to."""

    def applied(adjustment: Adjustment) -> dict[TaxSet, Decimal]:
        if adjustment.of is None or adjustment.of == NET:
            return all_lines
        named = frozenset(adjustment.of)
        lines = (
            line
            for chunk in chunks
            for line in chunk.lines
            if line.task.id in named or line.task.phase in named
        )
        return {taxes: exact[bound] for taxes, exact in sums_of(lines).items()}

    return applied


def phase_totals(quote: Quote, lines: Sequence[Line], rules: Rules) -> tuple[Phase, ...]:
    """Return the subtotals of phases over such lines, in the order of the quote's phases."""
    sums: dict[str, Decimal] = {}
    with localcontext(EXACT):
        for line in lines:
            if line.phase is not None:
                sums[line.phase] = sums.get(line.phase, ZERO) + line.totals().total
        return tuple(
            Phase(name, title, rules.shown(sums[name]))
            for name, title in quote.phases.items()
            if name in sums
        )
