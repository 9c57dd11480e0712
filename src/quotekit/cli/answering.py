"""What the commands that ask the record have in common: how its answer is printed."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

import quotekit as qk
from quotekit.cli.output import in_colour, output_option, put

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--format", "-f", type=click.Choice(["text", "json"]), default="text", show_default=True,
        help="What to print it as.",
    ),
    click.option(
        "--language", "-l", metavar="L", help="Locale such as de_CH, instead of the quote's."
    ),
    click.option(
        "--width", "-w", metavar="N", type=click.IntRange(20, 1000), default=80,
        show_default=True, help="Columns of the text.",
    ),
    output_option,
)  # fmt: skip


def answer_options(command: Command) -> Command:
    """Give a command the options by which an answer is printed."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def put_answer(job: "qk.Project", answer: Any, *, output: str | None, **options: Any) -> None:  # noqa: ANN401 - whatever the record answers, and how it is printed
    """Print what the record answers, or write it to a file."""
    text = job.answered(answer, colour=output is None and in_colour(), **options)
    if output is None:
        put(text)
    else:
        job.write(output, text)
