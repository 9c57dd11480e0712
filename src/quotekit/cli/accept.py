"""`quotekit accept`: the client agrees."""

from datetime import date

import click

import quotekit as qk
from quotekit.cli.steps import evidence_option, how_option, stamp, step_options, tell


@click.command(epilog="Example: quotekit accept --job bakery-website --on 2026-03-09 --how mail")
@click.argument("number", required=False)
@step_options
@click.option(
    "--select", metavar="OPTION", multiple=True,
    help="An option of the quote that the client takes. Several times.",
)  # fmt: skip
@how_option
@evidence_option
@click.option(
    "--honour-expired", metavar="REASON", help="Why it counts although its last day is over."
)
def accept(  # noqa: PLR0913 - one for each option
    *,
    number: str | None,
    job: str,
    on: date,
    by: str | None,
    select: tuple[str, ...],
    how: str | None,
    evidence: tuple[str, ...],
    honour_expired: str | None,
) -> None:
    """Record that the client accepts the quote or a change order.

    NUMBER is that of the document: without it, the only one that waits for an answer. What was
    sent is what is agreed then, whatever quote.yaml says by now; contract.yaml is written anew.
    """
    project = qk.Project(job)
    done = project.accept(
        stamp(on, by),
        number,
        select=select,
        method=how,
        evidence=evidence,
        honour_expired=honour_expired,
    )
    tell(project, done)
