"""`quotekit reopen`: the job goes on."""

from datetime import date

import click

import quotekit as qk
from quotekit.cli.steps import reason_option, stamp, step_options, tell


@click.command(epilog="Example: quotekit reopen --job bakery-website --on 2026-06-02")
@step_options
@reason_option
def reopen(*, job: str, on: date, by: str | None, reason: str | None) -> None:
    """Record that a job which had ended goes on."""
    project = qk.Project(job)
    tell(project, project.reopen(stamp(on, by), reason=reason))
