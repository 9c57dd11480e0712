"""`quotekit new`: a folder for a job that has just come in."""

import sys
from datetime import date

import click

import quotekit as qk
from quotekit.cli.output import visible
from quotekit.cli.shell import say

QUESTIONS = {
    "client": "Client",
    "seller": "You (name of freelancer or studio)",
    "title": "What the job is called",
    "currency": "Currency (ISO 4217)",
    "rate": "Price of an hour",
    "hours": "Hours",
}
"""What is asked at a terminal, by the key that states it in a script."""
OPEN = "`answer: unknown`"
"""How a question stands in the scope of a quote until somebody answers it."""


def as_values(
    _ctx: click.Context, _parameter: click.Parameter, pairs: tuple[str, ...]
) -> dict[str, str]:
    """Split each `key=value`; refuse what is none, and a key that stands twice."""
    values: dict[str, str] = {}
    for pair in pairs:
        key, found, value = pair.partition("=")
        if not found:
            message = f"{pair!r} is no key=value; write for example --set client=Sonnental"
            raise click.BadParameter(message)
        if key in values:
            raise click.BadParameter(f"{key!r} stands twice; keep one of them")
        values[key] = value
    return values


def as_questions(kind: str) -> "qk.QuestionSet | None":
    """Read the questions of a kind of work; say what is wrong so that a prompt asks again."""
    try:
        return qk.load_questions(kind.strip()) if kind.strip() else None
    except qk.QuotekitError as error:
        raise click.BadParameter(visible(str(error.faults[0]))) from None


@click.command(
    epilog="Example: quotekit new sonnental --language de --kind website --set client=Sonnental"
)
@click.argument("folder", type=click.Path(readable=False))
@click.option("--language", "-l", metavar="L", help="Locale of the document, such as de_CH.")
@click.option(
    "--kind", metavar="KIND",
    help="Kind of work, such as website, whose questions the scope asks; or a file of your own.",
)  # fmt: skip
@click.option(
    "--set", "values", metavar="KEY=VALUE", multiple=True, callback=as_values,
    help="State a value: number, title, client, seller, currency, rate, hours. Several times.",
)  # fmt: skip
def new(folder: str, language: str | None, kind: str | None, values: dict[str, str]) -> None:
    """Begin a job: a folder with a quote to fill in.

    It holds a quote that can be printed at once, and your standard terms. With --kind the quote
    also asks what a seasoned freelancer of that trade would ask, to be answered in its scope.

    At a terminal quotekit asks for what is not stated. A folder in which anything stands
    is left as it is.
    """
    stated = {"date": date.today().isoformat(), **values}  # noqa: DTZ011 - the user's own day
    if language is not None:
        stated["language"] = language
    qk.Project.refuse_used(folder)
    asked = None if kind is None else qk.load_questions(kind)
    if sys.stdin is not None and sys.stdin.isatty():
        defaults = qk.Project.DEFAULTS
        for key, question in QUESTIONS.items():
            if key not in stated:
                stated[key] = click.prompt(question, default=defaults[key], err=True)
        if kind is None:
            kinds = f"Kind of work ({', '.join(qk.kinds_of_work())}; empty for none)"
            asked = click.prompt(
                kinds, default="", show_default=False, value_proc=as_questions, err=True
            )
    job = qk.Project.create(folder, stated, asked)
    say(f"{job.file}: written; look at it with: quotekit show {job.folder}")
    if asked is not None:
        open_ones = len(asked.questions)
        left = "1 question of scope is" if open_ones == 1 else f"{open_ones} questions of scope are"
        say(f"{job.file}: {left} open; answer each {OPEN}, then: quotekit check {job.folder}")
