"""What a change costs: what `plan` and `change` have in common."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

import quotekit as qk
from quotekit.cli.clock import as_day
from quotekit.cli.output import in_colour, output_option, put
from quotekit.cli.pairs import as_pairs
from quotekit.cli.shell import NO, say

Command = TypeVar("Command", bound=Callable[..., Any])


_OPTIONS = (
    click.option(
        "--quote", metavar="FILE", type=click.Path(readable=False),
        help="A quote that counts as agreed, whatever is recorded.",
    ),
    click.option(
        "--job", metavar="FOLDER", type=click.Path(readable=False),
        help="The job: without it, the one in this folder.",
    ),
    click.option(
        "--on", metavar="DATE", callback=as_day, help="Day of the change order: without it, today.",
    ),
    click.option(
        "--progress", metavar="ID=PERCENT", multiple=True,
        callback=as_pairs("ID=PERCENT", "--progress screens=60"),
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
    output_option,
)  # fmt: skip


def dry_run_options(command: Command) -> Command:
    """Give a command the options of a change that is only priced."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def price_requests(ctx: click.Context, requests: Sequence[str], **options: Any) -> None:  # noqa: ANN401 - those above
    """Print what requests cost, each on top of the one before; leave with the exit code."""
    job = job_of(ctx, requests, **options)
    recorded = options["quote"] is None and job.is_agreed
    orders = job.plan(
        requests,
        on=options["on"],
        progress=options["progress"],
        paid=options["paid"],
        recorded=recorded,
    )
    put_all(ctx, job, orders, recorded=recorded, **options)


def job_of(ctx: click.Context, requests: Sequence[str], **options: Any) -> "qk.Project":  # noqa: ANN401 - as above
    """Return the job that a change is about; refuse a call that names nothing to price."""
    if options["quote"] is not None and options["job"] is not None:
        message = "--quote and --job name two quotes; leave one of them out"
        raise click.UsageError(message, ctx)
    job = qk.Project(options["quote"] or options["job"] or ".")
    if not requests and (options["quote"] is not None or not job.is_agreed):
        message = "name a change request, such as changes/add-blog.yaml"
        raise click.UsageError(message, ctx)
    return job


def put_all(
    ctx: click.Context,
    job: "qk.Project",
    orders: Sequence["qk.ChangeOrder"],
    /,
    **options: Any,  # noqa: ANN401 - as above
) -> None:
    """Print orders one after the other, or as a list; leave with the exit code."""
    texts = [printed(job, order, **options) for order in orders]
    if not texts:
        say(f"{job.folder / 'contract.yaml'}: says what is agreed; edit it to plan a change")
    together = as_list(texts) if options["format"] == "json" else "\n".join(texts)
    put_orders(ctx, job, orders, together, **options)


def as_list(texts: Sequence[str]) -> str:
    """Write JSON objects as the list of them."""
    import json  # noqa: PLC0415 - help and completion do without it

    return json.dumps([json.loads(text) for text in texts], ensure_ascii=False, indent=2) + "\n"


def printed(
    job: "qk.Project",
    order: "qk.ChangeOrder",
    /,
    *,
    recorded: bool = False,
    **options: Any,  # noqa: ANN401 - as above
) -> str:
    """Return a change order as the options want it printed, by the agreement that it is under."""
    show = job.printed_order if recorded else job.printed
    return show(
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
    /,
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
