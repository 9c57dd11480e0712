"""`quotekit agreed`: what was agreed, by whom, and what proves it."""

from datetime import date
from typing import Any

import click

import quotekit as qk
from quotekit.cli.answering import answer_options, put_answer
from quotekit.cli.clock import as_day
from quotekit.cli.steps import job_option


@click.command(epilog="Example: quotekit agreed screens --job bakery-website --on 2026-03-31")
@click.argument("subject", required=False)
@job_option
@click.option(
    "--on", metavar="DATE", callback=as_day, help="By the end of which day: without it, today."
)
@answer_options
def agreed(*, subject: str | None, job: str, on: date, **options: Any) -> None:  # noqa: ANN401 - those of an answer
    """Show what was agreed, who accepted it, and what proves it.

    It is what was agreed by the end of a day; what came later is told beside it. SUBJECT is a
    task, an option, or a term of the agreement such as changes.handling_fee: without it, all
    that was agreed.
    """
    project = qk.Project(job)
    put_answer(project, project.agreed(subject, on), **options)
