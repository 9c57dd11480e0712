"""The formats a document can be rendered in."""

from collections.abc import Sequence
from decimal import localcontext
from difflib import get_close_matches
from typing import Any

from quotekit.advice import (
    Assessment,
    Completeness,
    Exposure,
    Hindsight,
    RefusalLetter,
    Review,
    Settlement,
)
from quotekit.changes import ChangeOrder
from quotekit.errors import Fault, InvalidInputError, QuotekitError, UnknownNameError
from quotekit.pricing import PricedQuote, viability
from quotekit.quotes import Agreement, Quote, TermException
from quotekit.record import Answer, Happening, Status
from quotekit.rendering.advice_json import Advice, advice_json
from quotekit.rendering.answer_json import answer_json
from quotekit.rendering.csv_document import csv_quote
from quotekit.rendering.json_document import agreement_json, json_text, quote_json
from quotekit.rendering.letter import text_quote
from quotekit.rendering.log_json import log_json
from quotekit.rendering.order_json import order_json
from quotekit.rendering.status_json import status_json
from quotekit.rendering.text_agreement import text_agreement
from quotekit.rendering.text_answer import text_answer
from quotekit.rendering.text_assessment import text_assessment
from quotekit.rendering.text_exposure import text_exposure
from quotekit.rendering.text_log import text_log
from quotekit.rendering.text_order import text_order
from quotekit.rendering.text_refusal import text_refusal
from quotekit.rendering.text_review import text_review
from quotekit.rendering.text_settlement import text_settlement
from quotekit.rendering.text_status import text_status
from quotekit.values import EXACT, shown, visible

FORMATS = ("text", "json", "csv")

NARROWEST = 20
"""How many cells a line of text has at least."""

Told = Answer | tuple[Happening, ...] | Settlement | Exposure | Assessment | RefusalLetter
"""What needs no more to be told than words and a width."""

Document = PricedQuote | ChangeOrder | Agreement | Status | Told | Advice
"""What can be rendered."""


def render(  # noqa: PLR0911, PLR0913 - one for each kind of document, and each choice
    document: Document | QuotekitError,
    *,
    format: str = "text",
    language: str | None = None,
    width: int = 80,
    internal: bool = False,
    agreement: Agreement | None = None,
    granted: Sequence[TermException] = (),
    hindsight: Hindsight | None = None,
    explain: bool = False,
    colour: bool = False,
) -> str:
    """Render a document, what the record answers, or advice, as text, JSON or CSV.

    `language` is a locale such as `de_CH`; left out, it is the quote's own, English for an
    agreement and for what quotes leave open. `width` is in terminal cells, for text. `internal`
    adds cost, margin and the effective hourly rate of a quote, for the seller's eyes only.
    `agreement` is named in a quote, with the terms it makes exceptions to, and quoted in a change
    order where a fee comes from it; `granted` are departures from it that a change order tells of.
    `hindsight` adds to a status what was requested and what that came to; `explain` adds to what
    quotes leave open why each thing matters. A timeline is a tuple of what happened. An error
    renders as its lines, or as
    `faults/1`. Raises `UnknownNameError` for a format or language that is not there, and
    `InvalidInputError` for a width below 20.
    """
    _check(document, format, width)
    if isinstance(document, QuotekitError):
        return _said(document, format)
    # Bars are measured and numbers shaped in the engine's own decimal context, not the caller's.
    with localcontext(EXACT):
        if format == "json":
            return json_text(_plain(document, internal=internal, hindsight=hindsight))
        if isinstance(document, PricedQuote):
            if format == "csv":
                return csv_quote(document)
            return text_quote(
                document,
                language=language or document.quote.language,
                width=width,
                internal=internal,
                agreement=agreement,
                viability=viability(document) if internal else None,
                colour=colour,
            )
        if isinstance(document, ChangeOrder):
            return text_order(
                document,
                language=language or document.after.quote.language,
                width=width,
                agreement=agreement,
                granted=granted,
                colour=colour,
            )
        if isinstance(document, Agreement):
            return text_agreement(document, language=language or "en", width=width)
        if isinstance(document, Status):
            return text_status(
                document, language=language, width=width, hindsight=hindsight, colour=colour
            )
        if isinstance(document, Completeness | Review):
            return text_review(document, language=language or "en", explain=explain)
        return _told(document, language=language, width=width, colour=colour)


def _said(error: QuotekitError, format: str) -> str:
    if format == "json":
        return json_text(faults_json(error))
    return visible(str(error), keep="\n") + "\n"


def _told(document: Told, *, language: str | None, width: int, colour: bool) -> str:
    if isinstance(document, tuple):
        return text_log(document, language=language, width=width, colour=colour)
    own = _quote_of(document).language
    said: dict[str, Any] = {"language": language or own, "width": width, "colour": colour}
    if isinstance(document, Answer):
        return text_answer(document, **said)
    if isinstance(document, Settlement):
        return text_settlement(document, **said)
    if isinstance(document, Exposure):
        return text_exposure(document, **said)
    if isinstance(document, Assessment):
        return text_assessment(document, **said)
    return text_refusal(document.quote, on=document.on, **said)


def _quote_of(document: Answer | Settlement | Exposure | Assessment | RefusalLetter) -> Quote:
    if isinstance(document, RefusalLetter):
        return document.quote
    priced = document.contract if isinstance(document, Settlement | Exposure) else document.priced
    return priced.quote


def _plain(document: Document, *, internal: bool, hindsight: Hindsight | None) -> dict[str, Any]:
    if isinstance(document, PricedQuote):
        return quote_json(document, viability(document) if internal else None)
    if isinstance(document, ChangeOrder):
        return order_json(document)
    if isinstance(document, Agreement):
        return agreement_json(document)
    if isinstance(document, Status):
        return status_json(document, hindsight)
    if isinstance(document, Advice):
        return advice_json(document)
    if isinstance(document, Answer):
        return answer_json(document)
    assert not isinstance(document, RefusalLetter)  # noqa: S101 - its only format is text
    return log_json(document)


def faults_json(error: QuotekitError) -> dict[str, Any]:
    """Return an error as plain data (`faults/1`)."""
    keys = ("code", "file", "line", "column", "path", "value", "message", "remedy")
    return {
        "quotekit": "faults/1",
        "faults": [{key: getattr(fault, key) for key in keys} for fault in error.faults],
    }


def _formats_of(document: object) -> Sequence[str]:
    if isinstance(document, RefusalLetter):
        return FORMATS[:1]
    return FORMATS if isinstance(document, PricedQuote) else FORMATS[:2]


def _check(document: object, format: str, width: int) -> None:
    known = _formats_of(document)
    if format not in known:
        near = get_close_matches(format, known, n=1)
        remedy = f"did you mean {near[0]}?" if near else f"choose {' or '.join(known)}"
        fact = f"there is no format {shown(format)} for this"
        raise UnknownNameError(Fault("unknown_format", fact, remedy, value=format))
    if width < NARROWEST:
        fact = f"a document cannot be {width} columns wide"
        raise InvalidInputError(Fault("too_narrow", fact, f"make it {NARROWEST} or more"))
