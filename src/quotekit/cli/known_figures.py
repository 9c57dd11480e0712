"""What the commands about leaving have in common: how far the work is, and what was paid."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from quotekit.cli.pairs import as_pairs

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--progress", metavar="ID=PERCENT", multiple=True,
        callback=as_pairs("ID=PERCENT", "--progress screens=60"),
        help="How much of a task is done, whatever is recorded of it. Several times.",
    ),
    click.option(
        "--paid", metavar="AMOUNT", multiple=True,
        help="A payment beside those recorded; a refund is below zero. Several times.",
    ),
)  # fmt: skip


def figure_options(command: Command) -> Command:
    """Give a command the options that state what the record does not know."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
