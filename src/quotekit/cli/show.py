"""`quotekit show`: the document as it goes to the client."""

from functools import partial
from pathlib import Path

import click

import quotekit as qk
from quotekit.cli.output import in_colour, output_option, put


@click.command(epilog="Example: quotekit show bakery-website --language en")
@click.argument("file", metavar="[FILE|NUMBER]", default=".", type=click.Path(readable=False))
@click.option(
    "--format", "-f", type=click.Choice(["text", "json", "csv"]), default="text",
    show_default=True, help="What to print it as.",
)  # fmt: skip
@click.option("--language", "-l", metavar="L", help="Locale such as de_CH, instead of the quote's.")
@click.option(
    "--width", "-w", metavar="N", type=click.IntRange(20, 1000), default=80, show_default=True,
    help="Columns of the text.",
)  # fmt: skip
@click.option("--internal", is_flag=True, help="Add cost, margin and hourly rate, for you alone.")
@output_option
def show(  # noqa: PLR0913 - one for each option
    *, file: str, format: str, language: str | None, width: int, internal: bool, output: str | None
) -> None:  # fmt: skip
    """Print a quote, a service agreement or a change order.

    FILE is a document, or a folder with quote.yaml in it: without FILE, the job in this folder.
    NUMBER is that of a change order of this job, such as CO-001, or of the quote as it was sent.
    """
    job, here = qk.Project(file), qk.Project()
    printed = job.printed
    if not Path(file).exists() and (file.startswith("CO-") or here.has_sent(file)):
        job, printed = here, partial(here.printed_number, file)
    text = printed(
        format=format,
        language=language,
        width=width,
        internal=internal,
        colour=output is None and in_colour(),
    )
    if output is None:
        put(text)
    else:
        job.write(output, text)
