"""What the commands that record a step have in common: its options, and what they say of it."""

import getpass
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

import quotekit as qk
from quotekit.cli.clock import as_day, now
from quotekit.cli.shell import say

Command = TypeVar("Command", bound=Callable[..., Any])

job_option = click.option(
    "--job", metavar="FOLDER", default=".", type=click.Path(readable=False),
    help="The job: without it, the one in this folder.",
)  # fmt: skip
evidence_option = click.option(
    "--evidence", metavar="FILE", multiple=True, type=click.Path(readable=False),
    help="A mail, a chat or a signed paper that proves it; it is copied. Several times.",
)  # fmt: skip
how_option = click.option(
    "--how", metavar="TEXT", help="By which way: mail, letter, signature, call."
)
reason_option = click.option("--reason", metavar="TEXT", help="Why.")

_STEP = (
    job_option,
    click.option(
        "--on", metavar="DATE", callback=as_day, help="Day it happened: without it, today."
    ),
    click.option(
        "--by", metavar="NAME", help="Who did it: without it, the client or you, as it fits."
    ),
)


def step_options(command: Command) -> Command:
    """Give a command the options of every step: which job, when, and by whom."""
    for option in reversed(_STEP):
        command = option(command)
    return command


def stamp(on: date, by: str | None) -> "qk.Stamp":
    """Return when a step happened and who took it, written now by the user of this machine."""
    return qk.Stamp(on=on, at=now(), recorded_by=user(), by=by)


def user() -> str:
    """Return the name by which the system knows the user."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


def tell(job: "qk.Project", done: "qk.Recorded") -> None:
    """Say what a step has written, or that it says nothing new."""
    for notice in done.notices:
        say(notice)
    entry = done.entry
    if done.is_new:
        say(f"{job.journal_file}: entry {entry.seq} written: {entry.event}")
    else:
        say(f"{job.journal_file}: entry {entry.seq} says this already; nothing is written")
    if done.document is not None:
        say(f"{done.document}: written; this is what goes to the client")
