"""`quotekit change`: change orders from change requests."""

from typing import Any

import click

from quotekit.cli.dry_run import dry_run_options, price_requests


@click.command(
    epilog="Example: quotekit change video-shoot/changes/longer-days.yaml --dry-run "
    "--quote video-shoot --on 2026-04-22"
)
@click.argument("requests", metavar="[REQUEST]...", nargs=-1, type=click.Path())
@dry_run_options
@click.option("--dry-run", is_flag=True, help="Only price them; nothing is issued.")
@click.pass_context
def change(
    ctx: click.Context,
    /,
    requests: tuple[str, ...],
    *,
    dry_run: bool,
    **options: Any,  # noqa: ANN401 - those of a dry run
) -> None:
    """Price change requests and issue a change order for each.

    REQUEST is the file of a change request. A change order is issued only for a quote whose
    acceptance is recorded; with --dry-run it is priced, and nothing else: each request on top of
    the one before, as if that had been accepted.
    """
    if not dry_run:
        message = (
            "--quote needs --dry-run: a quote file records no acceptance"
            if options["quote"]
            else "a change order is issued only for a quote whose acceptance is recorded, and none "
            "is; add --dry-run to see what the change costs"
        )
        raise click.UsageError(message, ctx)
    price_requests(ctx, requests, **options)
