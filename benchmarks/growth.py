"""Growth: what a line costs in a quote of 100,000, against what it costs in one of 1,000."""

from collections.abc import Callable, Iterator

import quotekit as qk
from benchmarks.long_quote import quote_text
from benchmarks.measure import Effort, Row, cost_row, ratios

_FEW = 1_000
_MANY = 100_000
_MOST = 1.3


def growth_rows(effort: Effort) -> Iterator[Row]:
    """Measure loading with pricing, and rendering, as the work grows."""
    many = effort.lines(_MANY)
    yield _row("load and price", many, _load_priced, effort.pairs(5))
    yield _row("render", many, _render, effort.pairs(5))


def _row(what: str, many: int, prepare: Callable[[int], Callable[[], object]], pairs: int) -> Row:
    what = f"{what} {many:,} lines, per line"
    repeated = many // _FEW // 5
    measured = ratios({what: prepare(many)}, prepare(_FEW), pairs, peer_repeated=repeated)
    return cost_row(what, f"the same for {_FEW:,}", _MOST, measured[what] * _FEW / many)


def _load_priced(lines: int) -> Callable[[], object]:
    text = quote_text(lines)
    return lambda: qk.price(qk.parse_quote(text)).totals


def _render(lines: int) -> Callable[[], object]:
    priced = qk.price(qk.parse_quote(quote_text(lines)))
    # The digest is part of the document, and worked out only once.
    _ = priced.digest
    return lambda: qk.render(priced)
