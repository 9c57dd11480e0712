"""Data on stdout: a document as it was rendered, plain data as JSON, rows as a table."""

import os
import sys
from collections.abc import Collection, Sequence

import click

import quotekit as qk


def _as_file(_ctx: click.Context, _option: click.Parameter, out: str | None) -> str | None:
    """Take a hyphen for standard output, as every command does."""
    return None if out == "-" else out


output_option = click.option(
    "--output", "-o", metavar="OUT", type=click.Path(readable=False), callback=_as_file,
    help="Write to a file; a hyphen is standard output.",
)  # fmt: skip


def put(text: str) -> None:
    """Print a text just as it is."""
    click.echo(text, nl=False, color=True)


def put_json(data: object) -> None:
    """Print plain data as JSON, text as it is."""
    import json  # noqa: PLC0415 - help and completion do without it

    put(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def put_table(rows: Sequence[Sequence[str]], numbers: Collection[int]) -> None:
    """Print rows in columns, those of numbers at the right.

    Only the last column may hold what is not ASCII: nothing stands behind it, so nothing can be
    pushed out of line.
    """
    rows = [[visible(cell) for cell in row] for row in rows]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [
            cell.rjust(width) if at in numbers else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=False))
        ]
        put("  ".join([*cells, row[-1]]).rstrip() + "\n")


def visible(text: str) -> str:
    """Make whatever could deceive a reader visible, in one line."""
    # What is printable needs no floor of quotekit loaded, and help stays fast.
    return text if text.isprintable() else qk.visible(text)


def in_colour() -> bool:
    """Say whether stdout is a terminal that shows colours, and nobody asked for none."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout is not None and sys.stdout.isatty()
