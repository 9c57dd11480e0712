"""`quotekit proceed`: begun before it is agreed."""

from datetime import date

import click

import quotekit as qk
from quotekit.cli.steps import stamp, step_options, tell


@click.command(
    epilog="Example: quotekit proceed CO-001 --job bakery-website --on 2026-04-01 --limit 500"
)
@click.argument("number", required=False)
@step_options
@click.option("--limit", metavar="AMOUNT", help="Up to which amount, in the quote's currency.")
def proceed(*, number: str | None, job: str, on: date, by: str | None, limit: str | None) -> None:
    """Record that the client wants work begun before it is agreed.

    NUMBER is that of the change order: without it, the only one that waits for an answer. The
    order itself stays undecided.
    """
    project = qk.Project(job)
    tell(project, project.proceed(stamp(on, by), number, limit=limit))
