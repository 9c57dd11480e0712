"""What a change costs, without a record: what `plan` and `change --dry-run` have in common."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

import click

import quotekit as qk
from quotekit.cli.output import in_colour, put
from quotekit.cli.shell import NO, say

Command = TypeVar("Command", bound=Callable[..., Any])


def as_day(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> date:
    """Read a day; today, where none is stated."""
    if text is None:
        return date.today()  # noqa: DTZ011 - the user's own day
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # Python also reads 20260302 and 2026-W10-1, which a quote file does not.
    if day is None or day.isoformat() != text:
        message = f"{text!r} is no day of the calendar; write it like 2026-03-02"
        raise click.BadParameter(message)
    return day


def as_progress(
    _ctx: click.Context, _parameter: click.Parameter, pairs: tuple[str, ...]
) -> dict[str, str]:
    """Split each `id=percent`; refuse what is none, and a task that stands twice."""
    stated: dict[str, str] = {}
    for pair in pairs:
        task, found, percent = pair.partition("=")
        if not found:
            message = f"{pair!r} is no ID=PERCENT; write for example --progress screens=60"
            raise click.BadParameter(message)
        if task in stated:
            raise click.BadParameter(f"{task!r} stands twice; keep one of them")
        stated[task] = percent
    return stated


_OPTIONS = (
    click.option(
        "--quote", metavar="FILE", type=click.Path(),
        help="The quote that is agreed: without it, the job in this folder.",
    ),
    click.option(
        "--on", metavar="DATE", callback=as_day, help="Day of the change order: without it, today.",
    ),
    click.option(
        "--progress", metavar="ID=PERCENT", multiple=True, callback=as_progress,
        help="How much of a task is done, of its quantity. Several times.",
    ),
    click.option(
        "--paid", metavar="ID", multiple=True,
        help="An instalment that is invoiced or paid, and so stays as it is. Several times.",
    ),
    click.option(
        "--format", "-f", type=click.Choice(["text", "json"]), default="text", show_default=True,
        help="What to print it as.",
    ),
    click.option(
        "--language", "-l", metavar="L", help="Locale such as de_CH, instead of the quote's."
    ),
    click.option(
        "--width", "-w", metavar="N", type=click.IntRange(20, 1000), default=80,
        show_default=True, help="Columns of the text.",
    ),
    click.option("--exit-code", is_flag=True, help="Leave with 1 where anything changes."),
    click.option("--output", "-o", metavar="OUT", type=click.Path(), help="Write to a file."),
)  # fmt: skip


def dry_run_options(command: Command) -> Command:
    """Give a command the options of a change that is only priced."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def price_requests(ctx: click.Context, requests: Sequence[str], **options: Any) -> None:  # noqa: ANN401 - those above
    """Print what requests cost, each on top of the one before; leave with the exit code."""
    if not requests:
        message = "name a change request, such as changes/add-blog.yaml"
        raise click.UsageError(message, ctx)
    job = qk.Project(options["quote"] or ".")
    orders = job.plan(
        requests, on=options["on"], progress=options["progress"], paid=options["paid"]
    )
    texts = [printed(job, order, **options) for order in orders]
    put_orders(
        ctx,
        job,
        orders,
        as_list(texts) if options["format"] == "json" else "\n".join(texts),
        **options,
    )


def as_list(texts: Sequence[str]) -> str:
    """Write JSON objects as the list of them."""
    import json  # noqa: PLC0415 - help and completion do without it

    return json.dumps([json.loads(text) for text in texts], ensure_ascii=False, indent=2) + "\n"


def printed(job: "qk.Project", order: "qk.ChangeOrder", **options: Any) -> str:  # noqa: ANN401 - as above
    """Return a change order as the options want it printed."""
    return job.printed(
        order,
        format=options["format"],
        language=options["language"],
        width=options["width"],
        colour=options["output"] is None and in_colour(),
    )


def put_orders(
    ctx: click.Context,
    job: "qk.Project",
    orders: Sequence["qk.ChangeOrder"],
    text: str,
    **options: Any,  # noqa: ANN401 - as above
) -> None:
    """Print the orders, warn of tasks that lost their ids, and leave with the exit code."""
    for order in orders:
        for old, new in qk.alike(order.before.quote, order.after.quote):
            fact = f'the task "{new}" is the removed "{old}" but for its id'
            say(f'{fact}; keep the id "{old}", and only what changes is priced')
    if options["output"] is None:
        put(text)
    else:
        job.write(options["output"], text)
    changed = any(order.base != order.revised for order in orders)
    ctx.exit(NO if changed and options["exit_code"] else 0)
