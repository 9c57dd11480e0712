"""`quotekit settle`: what leaving a job costs or returns."""

from datetime import date
from typing import Any

import click

import quotekit as qk
from quotekit.cli.answering import answer_options, put_answer
from quotekit.cli.clock import as_day
from quotekit.cli.end import CAUSES
from quotekit.cli.known_figures import figure_options
from quotekit.cli.steps import job_option


@click.command(
    epilog="Example: quotekit settle --job bakery-website --cause client_convenience "
    "--on 2026-04-20"
)
@job_option
@click.option("--cause", type=click.Choice(CAUSES), required=True, help="Why the job ends.")
@click.option(
    "--on", metavar="DATE", callback=as_day, help="By the end of which day: without it, today."
)
@figure_options
@answer_options
def settle(
    *,
    job: str,
    cause: Any,  # noqa: ANN401 - one of the causes
    on: date,
    progress: dict[str, str],
    paid: tuple[str, ...],
    **options: Any,  # noqa: ANN401 - those of an answer
) -> None:
    """Work out what leaving a job costs or returns.

    What is earned, task by task; the fee that the agreement names for the cause; what was paid;
    and what is due, or goes back, with its tax. Nothing is recorded: quotekit end does that.
    """
    project = qk.Project(job)
    put_answer(project, project.settle(cause, on, progress=progress, paid=paid), **options)
