"""Whether to take a job, as text: the seller's own page, and nothing that a client is sent."""

from collections.abc import Iterator

from quotekit.advice import Assessment, Reason
from quotekit.rendering.blocks import GAP, Block, Field, Heading, Pair, Row, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.columns import columns_for, widest_amount
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.sheet import Sheet, sheet_of
from quotekit.rendering.text_assessment_conditions import condition_text
from quotekit.rendering.text_assessment_reasons import ReasonWords
from quotekit.rendering.text_internal import figures
from quotekit.rendering.typesetting import set_lines
from quotekit.rendering.wording import mark_in

_VERDICTS = {
    "take": mark_in("advice about a job", "Take the job."),
    "conditions": mark_in("advice about a job", "Take the job on the conditions below."),
    "decline": mark_in("advice about a job", "Decline the job."),
}


def text_assessment(
    assessment: Assessment, *, language: str, width: int, colour: bool = False
) -> str:
    """Write the advice about a job as text, no line wider than `width` cells.

    It is for the seller's eyes alone. Headings are bold where `colour` is wanted. Raises
    `UnknownNameError` for a language that is not there.
    """
    sheet = sheet_of(assessment.priced, None, language)
    blocks = list(_blocks(sheet, assessment))
    rows = RowSetter(columns_for(width, widest_amount(blocks)), colour=colour)
    return set_lines(blocks, rows, bullet=_bullet(sheet))


def _bullet(sheet: Sheet) -> str:
    return sheet.wording.say_in("before an item of a list", "- ")


def _blocks(sheet: Sheet, found: Assessment) -> Iterator[Block]:
    wording, formats, quote = sheet.wording, sheet.formats, sheet.quote
    title = wording.say("Whether to take the job: quote {number}", number=one_line(quote.number))
    yield Pair(title, "", strong=True)
    subject = "" if quote.title is None else one_line(quote.title)
    client = "" if quote.client is None else one_line(quote.client.name)
    if subject or client:
        yield Pair(subject or client, client if subject else "", strong=True)
    yield Words(wording.say("For the seller only: keep it to yourself."))
    yield GAP
    points = wording.say(
        "{points} of {most} points", points=formats.number(found.points), most=formats.number(100)
    )
    yield Pair(wording.say_in(*_VERDICTS[found.verdict]), points, strong=True)
    said = ReasonWords(sheet, found)
    against = [reason for reason in found.reasons if reason.weight]
    yield from _reasons(
        sheet, said, wording.say("What speaks for it"),
        [reason for reason in found.reasons if not reason.weight],
    )  # fmt: skip
    yield from _reasons(sheet, said, wording.say("What speaks against it"), against)
    if found.conditions:
        yield GAP
        declined = found.verdict == "decline"
        yield Heading(
            wording.say("Conditions, if you take it all the same")
            if declined
            else wording.say("Conditions")
        )
        for condition in found.conditions:
            yield Words(condition_text(sheet, found, condition), _bullet(sheet), indent=2)
    yield GAP
    yield Heading(wording.say("Figures"))
    yield from figures(sheet, found.viability)
    score = formats.percent(found.completeness.score)
    yield Field(wording.say("Completeness of the quote"), (score,), indent=2)
    yield GAP
    yield Words(
        wording.say("This is advice about a job and says nothing about a person. You decide.")
    )


def _reasons(
    sheet: Sheet, said: ReasonWords, heading: str, reasons: list[Reason]
) -> Iterator[Block]:
    """Write reasons with the points that each takes off, and what shows it."""
    if not reasons:
        return
    yield GAP
    yield Heading(heading)
    for reason in reasons:
        points = sheet.formats.signed_number(-reason.weight) if reason.weight else ""
        yield Row(said.of(reason), "", points, indent=2)
        if reason.evidence is not None:
            label = said.evidence_label(reason)
            text = sheet.wording.say_in(
                "a label with its text", "{label}: {text}",
                label=label, text=one_line(reason.evidence),
            )  # fmt: skip
            yield Words(text, indent=4, beside=True)
