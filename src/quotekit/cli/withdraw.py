"""`quotekit withdraw`: the seller takes it back."""

from datetime import date

import click

import quotekit as qk
from quotekit.cli.steps import reason_option, stamp, step_options, tell


@click.command(
    epilog="Example: quotekit withdraw CO-001 --job bakery-website --on 2026-04-01 "
    '--reason "Priced at the wrong rate"'
)
@click.argument("number", required=False)
@step_options
@reason_option
def withdraw(*, number: str | None, job: str, on: date, by: str | None, reason: str | None) -> None:
    """Record that you withdraw the quote or a change order.

    NUMBER is that of the document: without it, the only one that waits for an answer.
    """
    project = qk.Project(job)
    tell(project, project.withdraw(stamp(on, by), number, reason=reason))
