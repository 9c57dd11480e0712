"""`quotekit assess`: whether to take a job."""

from datetime import date
from typing import Any

import click

import quotekit as qk
from quotekit.cli.answering import answer_options, put_answer
from quotekit.cli.clock import as_day


@click.command(epilog="Example: quotekit assess bakery-website --on 2026-03-02")
@click.argument("file", metavar="[FILE]", default=".", type=click.Path(readable=False))
@click.option(
    "--on", metavar="DATE", callback=as_day, help="By the end of which day: without it, today."
)
@click.option("--letter", is_flag=True, help="Print a letter to the client that declines the job.")
@answer_options
def assess(*, file: str, on: date, letter: bool, **options: Any) -> None:  # noqa: ANN401 - those of an answer
    """Say whether to take a job, and on which conditions.

    The answer is to take it, to take it on conditions, or to decline, each with its reasons. What
    an hour brings in is held against the lowest rate of private, beside the margin, what the
    quote leaves open, its terms, and what has happened: by the record where there is one, else as
    private.signals states it. It is advice for you alone, and reaches no document: the letter of
    --letter is courteous, gives no reason, and is in the client's language.

    FILE is a quote, or a folder with quote.yaml in it: without FILE, the job in this folder.
    """
    project = qk.Project(file)
    put_answer(project, project.refusal(on) if letter else project.assess(on), **options)
