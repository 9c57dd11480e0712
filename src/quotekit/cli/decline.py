"""`quotekit decline`: the client says no."""

from datetime import date

import click

import quotekit as qk
from quotekit.cli.steps import (
    evidence_option,
    how_option,
    reason_option,
    stamp,
    step_options,
    tell,
)


@click.command(
    epilog="Example: quotekit decline CO-001 --job bakery-website --on 2026-04-01 "
    '--reason "Too dear for this year"'
)
@click.argument("number", required=False)
@step_options
@reason_option
@how_option
@evidence_option
def decline(  # noqa: PLR0913 - one for each option
    *,
    number: str | None,
    job: str,
    on: date,
    by: str | None,
    reason: str | None,
    how: str | None,
    evidence: tuple[str, ...],
) -> None:
    """Record that the client declines the quote or a change order.

    NUMBER is that of the document: without it, the only one that waits for an answer.
    """
    project = qk.Project(job)
    done = project.decline(stamp(on, by), number, reason=reason, method=how, evidence=evidence)
    tell(project, done)
