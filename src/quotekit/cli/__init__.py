"""The command line: what `quotekit` does in a terminal or a script."""

from quotekit.cli.commands import main

__all__ = ["main"]
