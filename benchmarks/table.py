"""The one table that a run prints."""

from collections.abc import Iterable

from benchmarks.measure import Row

_HEAD = ("what", "against", "at most", "measured", "")


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table, in columns that also read well as text."""
    cells = [
        _HEAD,
        *((row.what, row.against, row.at_most, row.measured, row.outcome) for row in rows),
    ]
    widths = [max(len(row[at]) for row in cells) for at in range(len(_HEAD))]
    lines = [_line(row, widths) for row in cells]
    lines.insert(1, _line(["-" * width for width in widths], widths))
    return "\n".join(lines)


def _line(row: Iterable[str], widths: Iterable[int]) -> str:
    return f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
