"""A printed document as a file: never over what somebody wrote by hand."""

import os
from pathlib import Path

from quotekit.errors import Fault, InvalidInputError
from quotekit.files.disk import write_text

_HAND_WRITTEN = frozenset({".yaml", ".yml"})
_RECORD = "journal.jsonl"
_PAPERS = ("sent", "evidence")
"""The folders of what the record names by its digest."""


def write_printed(out: str | os.PathLike[str], text: str, source: str | os.PathLike[str]) -> None:
    """Write a document printed from the file `source` to another one, whole or not at all.

    Raises `InvalidInputError` where `out` is what somebody wrote by hand, the record of the job, or
    a paper of it, and `FileAccessError` where it cannot be written.
    """
    target = Path(os.path.realpath(out))
    folder = Path(os.path.realpath(source)).parent
    if target.name.startswith(_RECORD) or any(
        target.is_relative_to(folder / papers) for papers in _PAPERS
    ):
        fact = "this is part of the record, and no document is printed over it"
        remedy = "choose another name, such as status.txt"
        raise InvalidInputError(Fault("overwrites", fact, remedy, file=os.fspath(out)))
    if target.suffix.lower() in _HAND_WRITTEN or target == Path(source).resolve():
        fact = "YAML is what you write, and no document is printed over it"
        remedy = "choose another name, such as quote.txt"
        raise InvalidInputError(Fault("overwrites", fact, remedy, file=os.fspath(out)))
    write_text(out, text)
