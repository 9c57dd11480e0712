"""`quotekit void`: an entry that should not be there."""

from datetime import date

import click

import quotekit as qk
from quotekit.cli.steps import evidence_option, reason_option, stamp, step_options, tell


@click.command(
    epilog="Example: quotekit void 3 --job bakery-website --on 2026-04-10 "
    '--reason "Another client called"'
)
@click.argument("seq", type=click.IntRange(min=1))
@step_options
@reason_option
@evidence_option
def void(  # noqa: PLR0913 - one for each option
    *,
    seq: int,
    job: str,
    on: date,
    by: str | None,
    reason: str | None,
    evidence: tuple[str, ...],
) -> None:
    """Record that an entry counts as not having happened.

    SEQ is its number in the log. Nothing is taken out: the entry stays, and so does this one. It
    is refused while a later entry rests on it.
    """
    project = qk.Project(job)
    tell(project, project.void(stamp(on, by), seq, reason=reason, evidence=evidence))
