"""The formats a document can be rendered in."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from quotekit.changes import ChangeOrder
from quotekit.errors import Fault, QuotekitError, UnknownNameError
from quotekit.pricing import PricedQuote, viability
from quotekit.quotes import Agreement
from quotekit.rendering.csv_document import csv_quote
from quotekit.rendering.json_document import agreement_json, json_text, quote_json
from quotekit.rendering.letter import text_quote
from quotekit.rendering.order_json import order_json
from quotekit.rendering.text_agreement import text_agreement
from quotekit.rendering.text_order import text_order
from quotekit.values import shown, visible

FORMATS = ("text", "json", "csv")


def render(  # noqa: PLR0913 - one for each thing a caller may ask of a document
    document: PricedQuote | ChangeOrder | Agreement | QuotekitError,
    *,
    format: str = "text",
    language: str | None = None,
    width: int = 80,
    internal: bool = False,
    agreement: Agreement | None = None,
    colour: bool = False,
) -> str:
    """Render a document as text, JSON or CSV, ending with a line end.

    `language` is a locale such as `de_CH`; left out, it is the quote's own, English for an
    agreement. `width` is in terminal cells, for text. `internal` adds cost, margin and the
    effective hourly rate of a quote, for the seller's eyes only. `agreement` is named in a quote,
    with the terms it makes exceptions to, and quoted in a change order where a fee comes from it.
    An error renders as its lines, or as `faults/1`. Raises `UnknownNameError` for a format or
    language that is not there.
    """
    if format not in _formats_of(document):
        raise _unknown_format(format, _formats_of(document))
    if isinstance(document, PricedQuote):
        own = viability(document) if internal else None
        if format == "json":
            return json_text(quote_json(document, own))
        if format == "csv":
            return csv_quote(document)
        return text_quote(
            document,
            language=language or document.quote.language,
            width=width,
            internal=internal,
            agreement=agreement,
            viability=own,
            colour=colour,
        )
    if isinstance(document, QuotekitError):
        if format == "json":
            return json_text(faults_json(document))
        return visible(str(document), keep="\n") + "\n"
    if format == "json":
        return json_text(_plain(document))
    if isinstance(document, Agreement):
        return text_agreement(document, language=language or "en", width=width)
    return text_order(
        document,
        language=language or document.after.quote.language,
        width=width,
        agreement=agreement,
        colour=colour,
    )


def _plain(document: ChangeOrder | Agreement) -> dict[str, Any]:
    return order_json(document) if isinstance(document, ChangeOrder) else agreement_json(document)


def faults_json(error: QuotekitError) -> dict[str, Any]:
    """Return an error as plain data (`faults/1`)."""
    keys = ("code", "file", "line", "column", "path", "value", "message", "remedy")
    return {
        "quotekit": "faults/1",
        "faults": [{key: getattr(fault, key) for key in keys} for fault in error.faults],
    }


def _formats_of(document: object) -> Sequence[str]:
    return FORMATS if isinstance(document, PricedQuote) else FORMATS[:2]


def _unknown_format(name: str, known: Sequence[str]) -> UnknownNameError:
    near = get_close_matches(name, known, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"choose {' or '.join(known)}"
    return UnknownNameError(
        Fault("unknown_format", f"there is no format {shown(name)} for this", remedy, value=name)
    )
