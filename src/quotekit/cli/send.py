"""`quotekit send`: the quote goes out."""

from datetime import date

import click

import quotekit as qk
from quotekit.cli.pairs import as_pairs
from quotekit.cli.steps import evidence_option, how_option, stamp, step_options, tell


@click.command(epilog="Example: quotekit send --job bakery-website --on 2026-03-02")
@step_options
@click.option(
    "--waive", metavar="BLOCKER=REASON", multiple=True,
    callback=as_pairs("BLOCKER=REASON", "--waive unknown:photos='They come later'"),
    help="Send it although something is missing, and say why. Several times.",
)  # fmt: skip
@how_option
@evidence_option
def send(  # noqa: PLR0913 - one for each option
    *,
    job: str,
    on: date,
    by: str | None,
    waive: dict[str, str],
    how: str | None,
    evidence: tuple[str, ...],
) -> None:
    """Record that the quote goes out.

    The document is kept in sent/ as it goes to the client, and with the record all that its
    figures depend on. Send it again after a change, and the new revision takes the place of the
    one before. A quote in which something is missing stays here.
    """
    project = qk.Project(job)
    tell(project, project.send(stamp(on, by), waive=waive, method=how, evidence=evidence))
