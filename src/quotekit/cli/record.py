"""`quotekit record`: the file of the record itself."""

import click

import quotekit as qk
from quotekit.cli.clock import now
from quotekit.cli.shell import NO, say
from quotekit.cli.steps import job_option, user


@click.group(epilog="Example: quotekit record repair --job bakery-website")
def record() -> None:
    """Repair the record, or join two copies of it."""


@record.command(epilog="Example: quotekit record repair --job bakery-website")
@job_option
@click.option(
    "--from", "other", metavar="OTHER", type=click.Path(readable=False),
    help="Another copy of the record, to be joined: a synced folder's conflict copy.",
)  # fmt: skip
@click.pass_context
def repair(ctx: click.Context, /, *, job: str, other: str | None) -> None:
    """Make the record usable again; nothing that was recorded is lost.

    What a cut-off write has left at the end is moved to a file of its own. With --from, what the
    other copy has beside is added, and what is not allowed here is named and left out.
    """
    project = qk.Project(job)
    done = project.repair(other, at=now(), recorded_by=user())
    file = project.journal_file
    if done.aside is not None:
        say(f"{file}: {done.torn} bytes of a cut-off entry are moved to {done.aside}")
    joined = done.joined
    if joined is not None:
        if joined.added or joined.refused:
            say(f"{file}: {other} is another branch of it; both begin with {joined.shared} entries")
        for entry in joined.added:
            say(f"{file}: entry {entry.seq} added: {entry.event}")
        for entry, faults in joined.refused:
            for fault in faults:
                say(f"{other}: entry {entry.seq} left out: {entry.event}: {fault}")
    say(f"{file}: {len(done.journal.entries)} entries in one chain")
    ctx.exit(NO if joined is not None and joined.refused else 0)
