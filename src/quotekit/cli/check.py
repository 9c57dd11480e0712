"""`quotekit check`: whether documents are sound, and what a quote leaves open."""

import click

import quotekit as qk
from quotekit.cli.output import put
from quotekit.cli.shell import NO, exit_code, say


@click.command(epilog="Example: quotekit check bakery-website video-shoot/quote.yaml")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(readable=False))
@click.option("--explain", is_flag=True, help="Say of everything that is missing why it matters.")
@click.option(
    "--language", "-l", metavar="L", default="en", show_default=True,
    help="Locale such as de_CH, in which it is said what a quote leaves open.",
)  # fmt: skip
@click.option(
    "--format", "-f", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="What is found as lines on stderr, or as JSON on stdout.",
)  # fmt: skip
@click.pass_context
def check(
    ctx: click.Context, *, files: tuple[str, ...], explain: bool, language: str, format: str
) -> None:
    """Say whether documents are sound, and what a quote leaves open.

    Every key, value and reference is checked, and that the quote can be priced and printed; of a
    change request its keys and values. A sound quote is then read for what it leaves open: its
    score is how much of what should be said is said, and no score hides a blocker, with which it
    does not go out.

    FILE is a document, a folder with quote.yaml in it, or a folder of such folders: without
    FILE, the job in this folder. Everything found is one line: place, fact, remedy. Of several
    jobs, those with exceptions to the agreement are named as well.
    """
    refusals: list[qk.QuotekitError] = []
    found: list[qk.Completeness] = []
    for file in files or (".",):
        try:
            jobs = qk.Project.found_at(file)
        except qk.QuotekitError as error:
            refusals.append(error)
            continue
        for job in jobs:
            try:
                found += judged(job)
            except qk.QuotekitError as error:
                refusals.append(error)
    faults = [fault for refusal in refusals for fault in refusal.faults]
    review = qk.Review(tuple(found))
    if format == "json":
        put(qk.render(qk.QuotekitError(*faults) if faults else review, format="json"))
    else:
        for line in qk.render(review, language=language, explain=explain).splitlines():
            say(line)
        for fault in faults:
            say(str(fault))
    # A fault in a document outweighs a file that could not be read: trying again mends only that.
    code = min(map(exit_code, refusals), default=0)
    ctx.exit(code or (NO if review.blockers else 0))


def judged(job: "qk.Project") -> list["qk.Completeness"]:
    """Return what the quote of a job leaves open; what is no quote leaves nothing open.

    Raises where the document is not sound.
    """
    # A change request is judged by its shape; what it meets, quotekit plan says.
    if not isinstance(job.document, qk.ChangeRequest):
        job.printed()
    if isinstance(job.document, qk.PricedQuote):
        return [job.completeness()]
    say(f"{job.file}: ok")
    return []
