"""The shell around every command: what leaves it as text, and the exit codes.

0 done; 1 the answer is no; 2 the call or the input is wrong; 3 could not read, write or lock;
130 interrupted. Whatever goes wrong is said on stderr in one line each, never as a traceback:
an error of quotekit's own, which no input should cause, is one line and 3.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO, TextIOWrapper
from typing import Any

import click

import quotekit as qk
from quotekit.cli.output import visible

NO = 1
INVALID = 2
NO_ACCESS = 3
INTERRUPTED = 130


class Shell(click.Group):
    """Run a command, say what went wrong, and leave with its exit code."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run the command line and exit; nothing but `SystemExit` leaves it."""
        speak_utf8()
        extra = {"prog_name": "quotekit", **extra, "standalone_mode": False}
        try:
            outcome = super().main(*args, **extra)
        except (click.Abort, KeyboardInterrupt):
            say("quotekit: interrupted")
            outcome = INTERRUPTED
        except Exception as error:  # noqa: BLE001 - the last place that could turn it into words
            outcome = told(error)
        # A command that has nothing to say of its exit code returns None.
        sys.exit(outcome if isinstance(outcome, int) else 0)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """List the commands in the order of a job, not of the alphabet."""
        return list(self.commands)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: ANN401 - click's signature
        """Read the call; its help may be printed here."""
        with closed_pipe_as_end():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command that was called."""
        with closed_pipe_as_end():
            return super().invoke(ctx)


def speak_utf8() -> None:
    """Let everything that is not shown on a terminal leave as UTF-8 with plain line ends."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


@contextmanager
def closed_pipe_as_end() -> Iterator[None]:
    """Take it for the end, not for an error, when a reader such as `head` has read enough."""
    try:
        yield
    except BrokenPipeError:
        drop_stdout()
        raise click.exceptions.Exit(0) from None


def drop_stdout() -> None:
    """Send what is still buffered nowhere, so that no flush at exit fails over it again."""
    with suppress(AttributeError, OSError):  # None and what a test puts in its place have no file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def told(error: Exception) -> int:
    """Say an error on stderr and return its exit code."""
    if isinstance(error, click.ClickException):
        words = StringIO()
        error.show(words)
        for line in words.getvalue().expandtabs(2).splitlines():
            say(line)
        return INVALID
    if isinstance(error, qk.QuotekitError):
        for fault in error.faults:
            say(str(fault))
        return exit_code(error)
    if isinstance(error, MemoryError | RecursionError):
        say("quotekit: this input is too large to work on; divide it")
        return INVALID
    if isinstance(error, OSError):
        drop_stdout()
        say(f"quotekit: could not read or write: {error.strerror or error}; try again")
        return NO_ACCESS
    say(f"quotekit: internal error: {type(error).__name__}: {error}; please report it")
    return NO_ACCESS


def exit_code(error: "qk.QuotekitError") -> int:
    """Return the exit code that a refusal stands for."""
    if isinstance(error, qk.NotAllowedError):
        return NO
    return NO_ACCESS if isinstance(error, qk.FileAccessError) else INVALID


def say(line: str) -> None:
    """Say one line on stderr, with whatever could deceive a reader made visible."""
    with suppress(OSError):
        click.echo(visible(line), err=True)
