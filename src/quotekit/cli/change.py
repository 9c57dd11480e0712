"""`quotekit change`: change orders from change requests."""

from typing import Any

import click

from quotekit.cli.dry_run import dry_run_options, job_of, price_requests, put_all
from quotekit.cli.steps import stamp, tell


@click.command(
    epilog="Example: quotekit change video-shoot/changes/longer-days.yaml --dry-run "
    "--quote video-shoot --on 2026-04-22"
)
@click.argument("requests", metavar="[REQUEST]...", nargs=-1, type=click.Path(readable=False))
@dry_run_options
@click.option("--by", metavar="NAME", help="Who issues it: without it, you.")
@click.option("--dry-run", is_flag=True, help="Only price them; nothing is issued.")
@click.pass_context
def change(
    ctx: click.Context,
    /,
    requests: tuple[str, ...],
    *,
    by: str | None,
    dry_run: bool,
    **options: Any,  # noqa: ANN401 - those of a dry run
) -> None:
    """Price change requests and issue a change order for each.

    REQUEST is the file of a change request: without one, what you edited in contract.yaml is
    what is requested. Each is recorded and priced on the quote that is agreed, with the progress
    and the payments of the record, and its change order is kept in sent/ as it goes to the
    client. With --dry-run nothing is issued, and each is priced on top of the one before, as if
    that had been accepted.
    """
    if dry_run:
        price_requests(ctx, requests, **options)
        return
    if options["quote"] is not None:
        message = "--quote needs --dry-run: a quote file records no acceptance"
        raise click.UsageError(message, ctx)
    job = job_of(ctx, requests, **options)
    issues = job.change(
        stamp(options["on"], by), requests, progress=options["progress"], paid=options["paid"]
    )
    for one in issues:
        tell(job, one.recorded)
    put_all(ctx, job, [one.order for one in issues], recorded=True, **options)
