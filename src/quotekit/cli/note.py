"""`quotekit note`: what happened beside the documents."""

from datetime import date
from typing import Any

import click

import quotekit as qk
from quotekit.cli.steps import (
    evidence_option,
    how_option,
    reason_option,
    stamp,
    step_options,
    tell,
)

EVENTS = {
    "message": "message",
    "progress": "progress",
    "payment": "payment",
    "received": "received",
    "approved": "approved",
    "delivered": "delivered",
    "exception": "exception_granted",
    "close": "change_request_closed",
}
"""What each command records."""


def record(
    job: str,
    on: date,
    by: str | None,
    kind: str,
    evidence: tuple[str, ...] = (),
    **data: Any,  # noqa: ANN401 - what the event holds
) -> None:
    """Record that something of a kind happened, and say so."""
    project = qk.Project(job)
    tell(project, project.note(stamp(on, by), EVENTS[kind], data, evidence))


@click.group(
    epilog="Example: quotekit note progress screens 60 --job bakery-website --on 2026-04-10"
)
def note() -> None:
    """Record what happened: messages, progress, payments."""


@note.command(
    epilog='Example: quotekit note message "The blue is too cold" --about screens '
    "--minutes 20 --job bakery-website --on 2026-04-09"
)
@click.argument("summary", required=False)
@step_options
@click.option("--channel", metavar="TEXT", help="By which way: mail, call, chat.")
@click.option("--from", "sender", metavar="NAME", help="Who wrote or called.")
@click.option("--to", metavar="NAME", help="To whom.")
@click.option(
    "--about", metavar="TASK", multiple=True, help="Which task it is about. Several times."
)
@click.option("--minutes", type=click.IntRange(min=0), help="How long it took you.")
@click.option(
    "--initiated-by", type=click.Choice(["client", "seller"]), help="Who began it.",
)  # fmt: skip
@evidence_option
def message(  # noqa: PLR0913 - one for each option
    *,
    summary: str | None,
    job: str,
    on: date,
    by: str | None,
    sender: str | None,
    evidence: tuple[str, ...],
    **said: Any,  # noqa: ANN401 - the other options, as the event has them
) -> None:
    """Record that somebody wrote or called.

    SUMMARY is what was said, in your words. An update that you give is --initiated-by seller.
    """
    data = {"summary": summary, "from": sender, **said}
    record(job, on, by, "message", evidence, **data)


@note.command(
    epilog="Example: quotekit note progress screens 60 --job bakery-website --on 2026-04-10"
)
@click.argument("task")
@click.argument("percent")
@step_options
@reason_option
def progress(  # noqa: PLR0913 - one for each option
    *, task: str, percent: str, job: str, on: date, by: str | None, reason: str | None
) -> None:
    """Record how far a task has come, in percent of its quantity.

    Going down needs a reason.
    """
    record(job, on, by, "progress", task=task, percent=percent, reason=reason)


@note.command(
    epilog="Example: quotekit note payment 1500 --for deposit --job bakery-website --on 2026-03-16"
)
@click.argument("amount")
@step_options
@click.option("--for", "instalment", metavar="ID", help="Which instalment it pays.")
def payment(*, amount: str, job: str, on: date, by: str | None, instalment: str | None) -> None:
    """Record that money came.

    AMOUNT below zero is a refund: write it behind --, as in: quotekit note payment -- -50
    """
    data: dict[str, Any] = {"amount": amount, "for": instalment}
    record(job, on, by, "payment", **data)


@note.command(
    epilog='Example: quotekit note received "Logo als Vektordatei" --job bakery-website '
    "--on 2026-04-03"
)
@click.argument("item")
@step_options
def received(*, item: str, job: str, on: date, by: str | None) -> None:
    """Record that what the client was to supply has come.

    ITEM is that of the quote's scope.
    """
    record(job, on, by, "received", item=item)


@note.command(
    epilog="Example: quotekit note approved screens --how mail --job bakery-website --on 2026-04-17"
)
@click.argument("task", default="all")
@step_options
@how_option
@evidence_option
def approved(  # noqa: PLR0913 - one for each option
    *, task: str, job: str, on: date, by: str | None, how: str | None, evidence: tuple[str, ...]
) -> None:
    """Record that the client approved a task, or all of the work.

    It dates the instalments that are due after it.
    """
    record(job, on, by, "approved", evidence, task=task, method=how)


@note.command(epilog="Example: quotekit note delivered --job bakery-website --on 2026-05-22")
@step_options
@evidence_option
def delivered(*, job: str, on: date, by: str | None, evidence: tuple[str, ...]) -> None:
    """Record that the work was delivered.

    It dates the instalments that are due after delivery.
    """
    record(job, on, by, "delivered", evidence)


@note.command(
    epilog='Example: quotekit note exception changes.minimum 0 --reason "A good client" '
    "--job bakery-website --on 2026-04-02"
)
@click.argument("term")
@click.argument("value", required=False)
@step_options
@reason_option
@click.option("--expires", metavar="DATE", help="The last day on which it holds.")
def exception(  # noqa: PLR0913 - one for each option
    *,
    term: str,
    value: str | None,
    job: str,
    on: date,
    by: str | None,
    reason: str | None,
    expires: str | None,
) -> None:
    """Record that you depart from a term of the agreement.

    VALUE is what holds in its place: without it, nothing does. The next change order prints it.
    """
    record(job, on, by, "exception", term=term, value=value, reason=reason, expires=expires)


@note.command(
    epilog="Example: quotekit note request bakery-website/changes/1-blog-and-screens.yaml "
    "--job bakery-website"
)
@click.argument("file", type=click.Path(readable=False))
@step_options
@evidence_option
def request(*, file: str, job: str, on: date, by: str | None, evidence: tuple[str, ...]) -> None:
    """Record a change request without pricing it.

    FILE is the change request. It happened on the day that it names.
    """
    project = qk.Project(job)
    tell(project, project.note_request(stamp(on, by), file, evidence))


@note.command(
    epilog='Example: quotekit note close blog-and-screens --reason "Next year, perhaps" '
    "--job bakery-website --on 2026-03-31"
)
@click.argument("request_id", metavar="REQUEST")
@step_options
@reason_option
def close(*, request_id: str, job: str, on: date, by: str | None, reason: str | None) -> None:
    """Record that a change request is not followed up."""
    record(job, on, by, "close", request=request_id, reason=reason)
