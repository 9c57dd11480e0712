"""`quotekit withdraw`: the seller takes it back."""

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
    epilog="Example: quotekit withdraw CO-001 --job bakery-website --on 2026-04-01 "
    '--reason "Priced at the wrong rate"'
)
@click.argument("number", required=False)
@step_options
@reason_option
@how_option
@evidence_option
def withdraw(  # noqa: PLR0913 - one for each option
    *,
    number: str | None,
    job: str,
    on: date,
    by: str | None,
    reason: str | None,
    how: str | None,
    evidence: tuple[str, ...],
) -> None:
    """Record that you withdraw the quote or a change order.

    NUMBER is that of the document: without it, the only one that waits for an answer.
    """
    project = qk.Project(job)
    done = project.withdraw(stamp(on, by), number, reason=reason, method=how, evidence=evidence)
    tell(project, done)
