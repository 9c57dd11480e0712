"""Documents: a text, with the files it names, as a validated model."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from pydantic import ValidationError

from quotekit.errors import Fault, InvalidInputError, UnpriceableError
from quotekit.files.disk import read_text
from quotekit.files.fault_order import together
from quotekit.files.guarded_yaml import Document, read_document
from quotekit.files.kind_line import kind_faults
from quotekit.files.named_file import jobs_folder, read_named
from quotekit.files.positions import placed
from quotekit.files.public_holidays import holiday_dates
from quotekit.files.studio_merge import Merged, merge, studio_faults
from quotekit.pricing import price
from quotekit.quotes import Agreement, Quote, agreement_faults, currency_faults, faults_of
from quotekit.values import calendar_day, shown

Opener = Callable[[str, Document], Document | Agreement | None]
"""Opens what a key (`studio` or `agreement`) of a document names, None where it names nothing."""


def load_quote(path: str | os.PathLike[str]) -> Quote:
    """Read a quote from its file, with the studio file and the agreement it names.

    Where the quote states no `valid_until`, its date and the agreement's `valid_days` give it.
    Raises `InvalidInputError` with every fault of all three files, and `FileAccessError` where
    one of them cannot be read.
    """
    file = os.fspath(path)

    def open_named(key: str, by: Document) -> Document | None:
        stated = by.data.get(key)
        if stated is None or by.file is None:
            return None
        return read_document(*read_named(key, stated, by.file, jobs_folder(file)))

    return _assemble(read_document(read_text(file, file), file), open_named)


def parse_quote(
    text: str,
    studio: str | None = None,
    agreement: str | Agreement | None = None,
    *,
    source: str | None = None,
) -> Quote:
    """Read a quote from its text, and the texts of the files it names; the disk is not touched.

    `source` is the name of the text in errors. Raises `InvalidInputError` as `load_quote` does,
    and where the quote names a studio file that is not passed.
    """
    texts = {"studio": studio, "agreement": agreement}

    def open_named(key: str, by: Document) -> Document | Agreement | None:
        stated = by.data.get(key)
        given = texts[key]
        if isinstance(given, str):
            return read_document(given, stated if isinstance(stated, str) else key)
        if given is None and stated is not None and key == "studio":
            fact = f"the studio file {shown(stated)} is not at hand"
            remedy = "pass its text: parse_quote(text, studio=…)"
            raise InvalidInputError(Fault("no_studio", fact, remedy, value=stated).at(key))
        return given

    return _assemble(read_document(text, source), open_named)


def load_agreement(path: str | os.PathLike[str]) -> Agreement:
    """Read a service agreement from its file.

    Raises `InvalidInputError` with every fault of it, and `FileAccessError` where it cannot be
    read.
    """
    file = os.fspath(path)
    return _agreement(read_document(read_text(file, file), file))


def parse_agreement(text: str, *, source: str | None = None) -> Agreement:
    """Read a service agreement from its text; `source` is its name in errors.

    Raises `InvalidInputError` with every fault of it.
    """
    return _agreement(read_document(text, source))


def _assemble(document: Document, open_named: Opener) -> Quote:
    faults = [*document.faults, *kind_faults(document, "quote/1")]
    try:
        studio = _studio(document, open_named)
    except InvalidInputError as error:
        raise together(faults, error.faults) from None
    merged = merge(document, studio)
    faults += studio.faults if studio is not None else ()
    agreement: Agreement | None = None
    try:
        agreement = _named_agreement(merged, open_named)
        data = _valid_until_filled(merged, agreement)
    except InvalidInputError as error:
        faults += error.faults
        data = merged.data
    context = {"holidays": holiday_dates, "references": not faults, "beside": ("studio",)}
    try:
        quote = Quote.model_validate(data, context=context)
    except InvalidInputError as error:
        raise together(faults, merged.placed(error.faults)) from None
    if agreement is not None and not faults:
        faults += merged.placed(currency_faults(agreement, quote.currency))
    if faults:
        raise together(faults)
    try:
        _try_payments(quote)
    except UnpriceableError as error:
        raise together((), merged.placed(error.faults)) from None
    return quote


def _try_payments(quote: Quote) -> None:
    """Price a quote whose payments state amounts: whether they add up, only the price tells."""
    if any(payment.amount is not None for payment in quote.payments):
        price(quote)


def _studio(document: Document, open_named: Opener) -> Document | None:
    stated = document.data.get("studio")
    if stated is not None and not isinstance(stated, str):
        fault = Fault("not_text", "a list or map is no path", "write the path of one file")
        raise InvalidInputError(*placed([fault.at("studio")], document))
    try:
        studio = open_named("studio", document)
    except InvalidInputError as error:
        raise InvalidInputError(*placed(error.faults, document)) from None
    if not isinstance(studio, Document):
        return None
    found = (*studio.faults, *kind_faults(studio, "studio/1"), *studio_faults(studio))
    return replace(studio, faults=found)


def _named_agreement(merged: Merged, open_named: Opener) -> Agreement | None:
    by, _ = merged.origin(("agreement",))
    if not isinstance(by.data.get("agreement", ""), str):
        return None  # The model refuses it.
    try:
        opened = open_named("agreement", by)
    except InvalidInputError as error:
        raise InvalidInputError(*placed(error.faults, by)) from None
    return _agreement(opened) if isinstance(opened, Document) else opened


def _agreement(document: Document) -> Agreement:
    faults = [*document.faults, *kind_faults(document, "agreement/1")]
    try:
        agreement = Agreement.model_validate(document.data)
    except ValidationError as error:
        raise together(faults, placed(faults_of(error, Agreement), document)) from None
    found = placed(agreement_faults(agreement), document)
    if faults or found:
        raise together(faults, found)
    return agreement


def _valid_until_filled(merged: Merged, agreement: Agreement | None) -> dict[str, Any]:
    data = merged.data
    days = agreement.quotes.valid_days if agreement is not None else None
    if days is None or "valid_until" in data or "date" not in data:
        return data
    try:
        until = calendar_day(data["date"]) + timedelta(days=days)
    except ValueError:
        return data  # The model says what is wrong with the date.
    except OverflowError:
        fact = f"the {days} days that quotes stay open lead past the year 9999"
        fault = Fault("no_such_day", fact, "write valid_until, or fewer valid_days")
        raise InvalidInputError(*merged.placed([fault.at("date")])) from None
    return {**data, "valid_until": until.isoformat()}
