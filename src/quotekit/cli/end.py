"""`quotekit end`: the job is over."""

from datetime import date

import click

import quotekit as qk
from quotekit.cli.steps import stamp, step_options, tell

CAUSES = ("completed", "client_convenience", "client_breach", "seller_withdraws", "agreement")


@click.command(
    epilog="Example: quotekit end --job bakery-website --cause completed --on 2026-05-29"
)
@step_options
@click.option("--cause", type=click.Choice(CAUSES), required=True, help="Why it ends.")
def end(*, job: str, on: date, by: str | None, cause: str) -> None:
    """Record that the job has ended.

    From then on only payments, messages, what the client still supplies and corrections of the
    record are recorded, unless it is reopened.
    """
    project = qk.Project(job)
    tell(project, project.end(stamp(on, by), cause))
