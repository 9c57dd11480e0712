"""`quotekit reprice`: many jobs at once, and what has moved since."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

import click

import quotekit as qk
from quotekit.cli.output import put_json, put_table
from quotekit.cli.shell import INVALID

AMOUNTS = ("net", "total", "payable")

Result = Mapping[str, Any]


@click.command(epilog="Example: quotekit reprice . --format json")
@click.argument(
    "folders", metavar="FOLDER...", nargs=-1, required=True, type=click.Path(readable=False)
)
@click.option(
    "--since", metavar="EARLIER.json", type=click.Path(readable=False),
    help="What --format json printed earlier: show what has moved, and by how much.",
)  # fmt: skip
@click.option(
    "--format", "-f", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="What to print it as.",
)  # fmt: skip
@click.option(
    "--jobs", "-j", "processes", metavar="N", type=click.IntRange(1, 256), default=1,
    show_default=True, help="How many processes work on it.",
)  # fmt: skip
@click.pass_context
def reprice(
    ctx: click.Context, *, folders: tuple[str, ...], since: str | None, format: str, processes: int
) -> None:  # fmt: skip
    """Price every job below the folders anew.

    The table has a row for each job: number, net, total, payable, title; with --since the jobs
    that have moved come first, before, after and difference below one another. A job with a
    fault is a row that says so, and the exit code is 2 then.
    """
    before = {} if since is None else qk.load_repriced(since)
    found = {str(job.file): job for folder in folders for job in qk.Project.found_at(folder)}
    with ExitStack() as stack:
        progress = shown_progress(stack, len(found))
        results = qk.reprice_all(
            (found[name].texts(before.get(name)) for name in sorted(found)),
            executor=workers(stack, processes),
            progress=progress,
        )
    gone = sorted(before.keys() - found.keys())
    if format == "json":
        put_json({"quotekit": "repriced/1", "jobs": results, "gone": gone})
    else:
        put_table(rows(results, [before[name] for name in gone]), numbers=range(3, 6))
    ctx.exit(INVALID if any(result["faults"] for result in results) else 0)


def shown_progress(stack: ExitStack, length: int) -> Callable[[int], object] | None:
    """Show a bar on stderr while the work goes on, if a terminal is there to show it."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    bar = click.progressbar(length=length, label="Pricing", file=sys.stderr)
    return stack.enter_context(bar).update


def workers(stack: ExitStack, processes: int) -> Any:  # noqa: ANN401 - an executor, imported only if needed
    """Return an executor of so many processes, None where one, this one, is enough."""
    if processes == 1:
        return None
    import signal  # noqa: PLC0415 - help and completion do without it
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above

    # An interruption is for this process alone to hear: it ends the others.
    quiet = (signal.SIGINT, signal.SIG_IGN)
    pool = ProcessPoolExecutor(processes, initializer=signal.signal, initargs=quiet)
    return stack.enter_context(pool)


def rows(results: Sequence[Result], gone: Sequence[Result]) -> list[tuple[str, ...]]:
    """Return the rows of the table: what has moved, faults, the rest, and what is gone."""
    ordered = sorted(results, key=lambda result: (not result["moved"], not result["faults"]))
    table: list[tuple[str, ...]] = [("number", "currency", "", *AMOUNTS, "title")]
    for result in ordered:
        table += rows_of(result)
    for result in gone:
        table.append(row(result, "gone", result, result.get("title")))
    return table


def rows_of(result: Result) -> Iterator[tuple[str, ...]]:
    """Yield the row of one job; if it has moved, before, after and difference."""
    for fault in result["faults"]:
        yield row(result, "fault", result, one_line(fault))
    if result["faults"]:
        return
    if not result["moved"]:
        yield row(result, "", result, result["title"])
        return
    before = result["before"]
    yield row({**result, **before}, "before", before, result["title"])
    yield row(result, "after", result)
    if result["difference"] is not None:
        signed = {name: with_sign(text) for name, text in result["difference"].items()}
        yield row(result, "difference", signed)


def row(
    result: Result, label: str, amounts: Mapping[str, Any], last: str | None = None
) -> tuple[str, ...]:
    """Return one row: whose it is, what it shows, the amounts, and what stands last."""
    cells = (result.get("number"), result.get("currency"), label, *map(amounts.get, AMOUNTS), last)
    return tuple("" if cell is None else cell for cell in cells)


def one_line(fault: Mapping[str, Any]) -> str:
    """Say a fault as every command does: place, fact, remedy."""
    return str(qk.Fault(**fault))


def with_sign(amount: str) -> str:
    """Write a difference so that its direction is seen; zero has none."""
    return amount if amount.startswith("-") or not amount.strip("0.") else f"+{amount}"
