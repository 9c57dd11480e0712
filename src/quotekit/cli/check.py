"""`quotekit check`: whether documents are sound."""

import click

import quotekit as qk
from quotekit.cli.output import put
from quotekit.cli.shell import exit_code, say


@click.command(epilog="Example: quotekit check bakery-website video-shoot/quote.yaml")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@click.option(
    "--format", "-f", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Faults as lines on stderr, or all of them as JSON on stdout.",
)  # fmt: skip
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...], format: str) -> None:
    """Say whether documents are sound, and what to mend.

    Every key, value and reference is checked, and that the quote can be priced and printed; of a
    change request its keys and values.

    FILE is a document, a folder with quote.yaml in it, or a folder of such folders: without
    FILE, the job in this folder. Every fault is one line: place, fact, remedy.
    """
    refusals: list[qk.QuotekitError] = []
    for file in files or (".",):
        try:
            jobs = qk.Project.found_at(file)
        except qk.QuotekitError as error:
            refusals.append(error)
        else:
            refusals += filter(None, map(refusal_of, jobs))
    faults = [fault for refusal in refusals for fault in refusal.faults]
    if format == "json":
        put(qk.render(qk.QuotekitError(*faults), format="json"))
    else:
        for fault in faults:
            say(str(fault))
    # A fault in a document outweighs a file that could not be read: trying again mends only that.
    ctx.exit(min(map(exit_code, refusals), default=0))


def refusal_of(job: "qk.Project") -> "qk.QuotekitError | None":
    """Return why a job's document is not sound; where it is, say so."""
    try:
        # A change request is judged by its shape; what it meets, quotekit plan says.
        if not isinstance(job.document, qk.ChangeRequest):
            job.printed()
    except qk.QuotekitError as error:
        return error
    say(f"{job.file}: ok")
    return None
