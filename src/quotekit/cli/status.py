"""`quotekit status`: where a job stands."""

from datetime import date
from typing import Any

import click

import quotekit as qk
from quotekit.cli.answering import answer_options, put_answer
from quotekit.cli.clock import as_day
from quotekit.cli.shell import say
from quotekit.cli.steps import job_option


@click.command(epilog="Example: quotekit status --job bakery-website --on 2026-04-01")
@job_option
@click.option(
    "--on", metavar="DATE", callback=as_day, help="By the end of which day: without it, today."
)
@click.option(
    "--changes",
    is_flag=True,
    help="Add every change that was requested, and what the changes came to.",
)
@answer_options
def status(*, job: str, on: date, changes: bool, **options: Any) -> None:  # noqa: ANN401 - those of an answer
    """Show where a job stands.

    Contract sum and time, change orders that wait for an answer, free rounds of corrections,
    progress, payments, what the client still owes the job, and contact against the agreement.
    """
    project = qk.Project(job)
    seen = project.hindsight(on) if changes else None
    put_answer(project, project.status(on), hindsight=seen, **options)
    for notice in project.edited():
        say(notice)
