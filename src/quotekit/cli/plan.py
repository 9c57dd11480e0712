"""`quotekit plan`: what a change costs, before anything is issued."""

from typing import Any

import click

import quotekit as qk
from quotekit.cli.dry_run import dry_run_options, price_requests, printed, put_orders


@click.command(
    epilog="Example: quotekit plan video-shoot/changes/longer-days.yaml --on 2026-04-22 "
    "--quote video-shoot"
)
@click.argument("requests", metavar="[REQUEST]...", nargs=-1, type=click.Path(readable=False))
@click.option(
    "--against", metavar="OLD", type=click.Path(readable=False),
    help="Show the bare difference of a quote to an older one.",
)  # fmt: skip
@dry_run_options
@click.pass_context
def plan(
    ctx: click.Context, /, requests: tuple[str, ...], against: str | None, **options: Any  # noqa: ANN401 - those of a dry run
) -> None:  # fmt: skip
    """Say what a change costs, and how much longer it takes.

    REQUEST is the file of a change request: without one, what you edited in contract.yaml is
    what is requested. Each is priced on what is agreed by the record, on top of the one before,
    as if that had been accepted; where nothing is recorded, the quote counts as agreed.

    With --against, REQUEST is a quote instead, or a folder with quote.yaml in it: without it, the
    job in this folder. Two quotes are compared then, without fees and terms.
    """
    if against is None:
        price_requests(ctx, requests, **options)
        return
    if len(requests) > 1:
        message = "--against compares one quote; name only one"
        raise click.UsageError(message, ctx)
    for name in ("quote", "job", "progress", "paid"):
        if options[name]:
            message = f"--{name} is about change requests; leave it out beside --against"
            raise click.UsageError(message, ctx)
    job = qk.Project(*requests)
    order = job.compared_with(qk.Project(against))
    put_orders(ctx, job, [order], printed(job, order, **options), **options)
