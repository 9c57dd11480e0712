"""Change requests: a text as a validated request, and the places of what is wrong with it."""

import os
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError

from quotekit.changes import ChangeRequest
from quotekit.errors import Fault, InvalidInputError, QuotekitError
from quotekit.files.disk import read_text
from quotekit.files.fault_order import together
from quotekit.files.guarded_yaml import NULL, Document, read_document
from quotekit.files.kind_line import kind_faults
from quotekit.files.positions import placed
from quotekit.files.public_holidays import holiday_dates
from quotekit.quotes import faults_of

_CLEARING = frozenset({"set", "revise_quote"})
"""Keys of an action in whose map a key without a value clears what was agreed."""

_ARGUMENTS = frozenset({("progress",), ("paid",)})
"""The keys of what `issue` takes beside a request."""

Error = TypeVar("Error", bound=QuotekitError)


def load_request(path: str | os.PathLike[str]) -> ChangeRequest:
    """Read a change request from its file.

    Raises `InvalidInputError` with every fault of it, and `FileAccessError` where it cannot be
    read. Whether it fits the quote that it changes is for `issue` to say.
    """
    file = os.fspath(path)
    return _request(_document(read_text(file, file), file))


def load_requests(paths: Iterable[str | os.PathLike[str]]) -> tuple[ChangeRequest, ...]:
    """Read change requests from their files.

    Raises `InvalidInputError` with every fault of all of them, and `FileAccessError` where one
    cannot be read.
    """
    requests: list[ChangeRequest] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            requests.append(load_request(path))
        except InvalidInputError as error:
            faults += error.faults
    if faults:
        raise InvalidInputError(*faults)
    return tuple(requests)


def parse_request(text: str, *, source: str | None = None) -> ChangeRequest:
    """Read a change request from its text; `source` is its name in errors.

    Raises `InvalidInputError` with every fault of it.
    """
    return _request(_document(text, source))


def placed_in_request(
    error: Error, path: str | os.PathLike[str] | None, text: str | None = None
) -> Error:
    """Return an error about a request with the file, line and column of each of its faults.

    `path` is its file or, where its `text` is given, the name of the text in errors. A fault
    that names no part of the request gets the file alone; one with a place of its own, and one
    about what `issue` was told beside the request, stay as they are.
    """
    file = None if path is None else os.fspath(path)
    known = ChangeRequest.model_fields
    open_ones = [fault for fault in error.faults if fault.file is None and fault.line is None]
    within = [fault for fault in open_ones if fault.keys and fault.keys[0] in known]
    found = iter(placed(within, _read(text, file)) if within else ())
    faults: list[Fault] = []
    for fault in error.faults:
        if fault in within:
            faults.append(next(found))
        elif fault in open_ones and fault.keys[:1] not in _ARGUMENTS:
            faults.append(replace(fault, file=file))
        else:
            faults.append(fault)
    faults.sort(key=lambda fault: (fault.line or 0, fault.column or 0))
    return type(error)(*faults)


def _read(text: str | None, file: str | None) -> Document:
    return read_document(read_text(str(file), str(file)) if text is None else text, file)


def _document(text: str, file: str | None) -> Document:
    document = read_document(text, file, nothing=NULL)
    return replace(document, data=_stated(document.data))


def _stated(value: Any, *keys: str | int) -> Any:  # noqa: ANN401 - any part of a document
    """Leave out keys without a value, but where they clear what they name."""
    if isinstance(value, list):
        return [_stated(inner, *keys, at) for at, inner in enumerate(value)]
    if isinstance(value, dict):
        clears = keys[:1] == ("actions",) and len(keys) == len(("actions", 0, "set"))
        kept = clears and keys[-1] in _CLEARING
        return {
            key: _stated(inner, *keys, key)
            for key, inner in value.items()
            if kept or inner is not NULL
        }
    return None if value is NULL else value


def _request(document: Document) -> ChangeRequest:
    faults = [*document.faults, *kind_faults(document, "change/1")]
    try:
        request = ChangeRequest.model_validate(document.data, context={"holidays": holiday_dates})
    except ValidationError as error:
        found = placed(faults_of(error, ChangeRequest), document)
        raise together(faults, found) from None
    except InvalidInputError as error:
        raise together(faults, placed(error.faults, document)) from None
    if faults:
        raise together(faults)
    return request
