"""Reading: from the text of a quote file to plain data, to a priced quote, to a fault."""

from collections.abc import Iterator
from functools import partial

import yaml

import quotekit as qk
from benchmarks.long_quote import quote_text
from benchmarks.measure import Effort, Row, Work, cost_row, ratios

# No door offers this step alone; it is measured to tell where the time of a load goes.
from quotekit.files.guarded_yaml import read_document

_MOST = {1_000: (0.45, 0.6, 0.9), 10_000: (0.25, 0.35, 0.5)}
_PAIRS = {1_000: 60, 10_000: 12}


def reading_rows(effort: Effort) -> Iterator[Row]:
    """Measure reading, loading and refusing quotes of 1,000 and 10,000 tasks."""
    for tasks, most in _MOST.items():
        text = quote_text(tasks)
        works: dict[str, Work] = {
            f"read {tasks:,} tasks to plain data": partial(read_document, text),
            f"load, validate and price {tasks:,}": partial(load_priced, text),
            f"find a bad field among {tasks:,}": partial(refuse, *with_bad_field(text)),
        }
        peer = partial(yaml.load, text, yaml.CSafeLoader)
        measured = ratios(works, peer, effort.pairs(_PAIRS[tasks]))
        for (what, ratio), bound in zip(measured.items(), most, strict=True):
            yield cost_row(what, "CSafeLoader on the same text", bound, ratio)


def load_priced(text: str) -> qk.Totals:
    """Load a quote and work out its totals."""
    return qk.price(qk.parse_quote(text)).totals


def refuse(text: str, line: int) -> str:
    """Return the words that refuse a quote with a fault in one line, and in no other."""
    try:
        qk.parse_quote(text)
    except qk.InvalidInputError as error:
        if [fault.line for fault in error.faults] == [line]:
            return str(error)
        raise
    message = f"nothing was found wrong in line {line}"
    raise AssertionError(message)


def with_bad_field(text: str) -> tuple[str, int]:
    """Return the text with a quantity in its middle that is no number, and the line of that."""
    at = text.index("quantity: ", len(text) // 2)
    end = text.index("\n", at)
    return f"{text[:at]}quantity: 12,50{text[end:]}", text.count("\n", 0, at) + 1
