"""`quotekit verify`: whether the record is whole."""

import click

import quotekit as qk
from quotekit.cli.output import put
from quotekit.cli.shell import say
from quotekit.cli.steps import job_option


@click.command(epilog="Example: quotekit verify --job bakery-website")
@job_option
@click.option(
    "--expect", metavar="SEQ:HASH",
    help="What a document bears of the record: 16 digits of the hash, or more.",
)  # fmt: skip
def verify(*, job: str, expect: str | None) -> None:
    """Say whether the record is whole, and print what it ends with.

    Every entry is held against its hash and the entry before it, and every paper that the record
    names against its digest. That no entry was cut off at the end is certain only where --expect
    says what a document bears. A hash shows that nothing was changed since, not who wrote it.
    """
    project = qk.Project(job)
    found = project.verify(expect)
    for paper in found.missing:
        say(f"{project.folder / paper}: is gone, and the record names it")
    for notice in project.edited():
        say(notice)
    count = len(found.journal.entries)
    say(f"{project.journal_file}: {count} {'entry' if count == 1 else 'entries'} in one chain")
    if found.journal.mark is not None:
        put(found.journal.mark.replace(" · ", ":") + "\n")
