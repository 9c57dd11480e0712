"""`quotekit proceed`: begun before it is agreed."""

from datetime import date

import click

import quotekit as qk
from quotekit.cli.steps import evidence_option, how_option, stamp, step_options, tell


@click.command(
    epilog="Example: quotekit proceed CO-001 --job bakery-website --on 2026-04-01 --limit 500"
)
@click.argument("number", required=False)
@step_options
@click.option("--limit", metavar="AMOUNT", help="Up to which amount, in the quote's currency.")
@how_option
@evidence_option
def proceed(  # noqa: PLR0913 - one for each option
    *,
    number: str | None,
    job: str,
    on: date,
    by: str | None,
    limit: str | None,
    how: str | None,
    evidence: tuple[str, ...],
) -> None:
    """Record that the client wants work begun before it is agreed.

    NUMBER is that of the change order: without it, the only one that waits for an answer. The
    order itself stays undecided.
    """
    project = qk.Project(job)
    done = project.proceed(stamp(on, by), number, limit=limit, method=how, evidence=evidence)
    tell(project, done)
