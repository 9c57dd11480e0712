"""The options of quotekit's commands, parsed by click and left alone."""

import click

_FORMAT = click.Choice(["text", "json", "csv"])


@click.group()
@click.version_option("1")
def main() -> None:
    """Parse what quotekit parses."""


@main.command()
@click.argument("folder", type=click.Path())
@click.option("--language", "-l", help="Locale.")
@click.option("--set", "values", multiple=True, help="Value.")
def new(**_: object) -> None:
    """Parse the options of `new`."""


@main.command()
@click.argument("file", default=".", type=click.Path())
@click.option("--format", "-f", type=_FORMAT, default="text", help="Format.")
@click.option("--language", "-l", help="Locale.")
@click.option("--width", "-w", type=click.IntRange(20, 1000), default=80, help="Width.")
@click.option("--internal", is_flag=True, help="Internal.")
@click.option("--output", "-o", type=click.Path(), help="File.")
def show(**_: object) -> None:
    """Parse the options of `show`."""


@main.command()
@click.argument("files", nargs=-1, type=click.Path())
@click.option("--format", "-f", type=_FORMAT, default="text", help="Format.")
def check(**_: object) -> None:
    """Parse the options of `check`."""


@main.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path())
@click.option("--since", type=click.Path(), help="File.")
@click.option("--format", "-f", type=_FORMAT, default="text", help="Format.")
@click.option("--jobs", "-j", "processes", type=click.IntRange(1, 256), default=1, help="Number.")
def reprice(**_: object) -> None:
    """Parse the options of `reprice`."""


@main.command()
@click.argument("name", required=False)
def schema(**_: object) -> None:
    """Parse the options of `schema`."""
