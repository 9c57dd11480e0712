"""`quotekit exposure`: what is paid and not earned, and what to keep aside of it."""

from datetime import date
from typing import Any

import click

import quotekit as qk
from quotekit.cli.answering import answer_options, put_answer
from quotekit.cli.clock import as_day
from quotekit.cli.known_figures import figure_options
from quotekit.cli.steps import job_option


@click.command(
    epilog="Example: quotekit exposure --job bakery-website --on 2026-04-20 --reserve 1500"
)
@job_option
@click.option(
    "--on", metavar="DATE", callback=as_day, help="By the end of which day: without it, today."
)
@click.option("--reserve", metavar="AMOUNT", help="What you have set aside for this job.")
@figure_options
@answer_options
def exposure(
    *,
    job: str,
    on: date,
    reserve: str | None,
    progress: dict[str, str],
    paid: tuple[str, ...],
    **options: Any,  # noqa: ANN401 - those of an answer
) -> None:
    """Show what is paid and not earned, and what to keep aside.

    Now, and day by day as work and payments are planned. As long as that much is kept, you can
    afford to leave: it is what would have to be given back.
    """
    project = qk.Project(job)
    found = project.exposure(on, reserve=reserve, progress=progress, paid=paid)
    put_answer(project, found, **options)
