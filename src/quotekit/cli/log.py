"""`quotekit log`: what happened."""

from typing import Any

import click

import quotekit as qk
from quotekit.cli.answering import answer_options, put_answer
from quotekit.cli.steps import job_option


@click.command(epilog="Example: quotekit log --job bakery-website --about screens")
@job_option
@click.option("--about", metavar="TASK", help="Only what is about a task.")
@answer_options
def log(*, job: str, about: str | None, **options: Any) -> None:  # noqa: ANN401 - those of an answer
    """Show what happened, in the order in which it was recorded."""
    project = qk.Project(job)
    put_answer(project, project.log(about), **options)
