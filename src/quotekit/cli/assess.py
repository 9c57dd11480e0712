"""`quotekit assess`: whether to take a job."""

from datetime import date
from typing import Any

import click

import quotekit as qk
from quotekit.cli.answering import answer_options, put_answer
from quotekit.cli.clock import as_day


@click.command(epilog="Example: quotekit assess bakery-website --format json")
@click.argument("file", metavar="[FILE]", default=".", type=click.Path())
@click.option(
    "--on", metavar="DATE", callback=as_day, help="By the end of which day: without it, today."
)
@answer_options
def assess(*, file: str, on: date, **options: Any) -> None:  # noqa: ANN401 - those of an answer
    """Say whether to take a job: take it, take it on conditions, or decline.

    What an hour brings in is held against the lowest rate of private, beside the margin, what the
    quote leaves open, its terms, and what has happened: by the record where there is one, else as
    private.signals states it. It is advice for you alone, and reaches no document.

    FILE is a quote, or a folder with quote.yaml in it: without FILE, the job in this folder.
    """
    project = qk.Project(file)
    put_answer(project, project.assess(on), **options)
