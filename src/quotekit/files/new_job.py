"""A new job: the files it begins with, filled in, and written all or none."""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from importlib import resources
from pathlib import Path
from string import Template
from types import MappingProxyType

from quotekit.errors import Fault, FileAccessError, InvalidInputError, UnknownNameError
from quotekit.files.disk import write_text
from quotekit.files.open_scope import write_scope
from quotekit.quotes import QuestionSet, unknown_name

NEW_JOB = MappingProxyType(
    {
        "number": "Q-001",
        "title": "…",
        "client": "…",
        "seller": "…",
        "currency": "EUR",
        "language": "en",
        "date": "",
        "rate": "80",
        "hours": "8",
    }
)
"""What a new quote can be told to say, and what it says where nobody states it."""

_FILES = (".gitattributes", "agreement.yaml", "quote.yaml")
_BEFORE_A_COMMENT = ("number", "language")
_COMMENTS = 37
_PLAIN = re.compile(r"[^\W_](?:[\w .,&'()/+-]*[\w.)])?")
_NOTHING = frozenset({"null", "true", "false"})


def fill_job(values: Mapping[str, str], asked: QuestionSet | None = None) -> dict[str, str]:
    """Return the texts of a new job's files by their names, with such values in them.

    The questions that are asked become the scope of the quote, in its language.
    Raises `UnknownNameError` for a value that no file has a place for.
    """
    for name in values:
        if name not in NEW_JOB:
            raise UnknownNameError(unknown_name("value", name, NEW_JOB))
    written = {**NEW_JOB, **{name: _scalar(text) for name, text in values.items()}}
    for name in _BEFORE_A_COMMENT:
        written[name] = f"{written[name]} ".ljust(_COMMENTS - len(f"{name}: "))
    written["scope"] = write_scope(asked, values.get("language", NEW_JOB["language"]))
    return {name: _template(name).substitute(written) for name in _FILES}


def write_job(folder: str | os.PathLike[str], texts: Mapping[str, str]) -> None:
    """Write every file of a new job or none; the quote comes last, for it makes the job.

    Raises as `refuse_used` does, and `FileAccessError` where the folder cannot be written.
    """
    refuse_used(folder)
    place = Path(folder)
    is_new = not place.exists()
    try:
        place.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            write_text(place / name, text)
    except (FileAccessError, OSError) as error:
        with suppress(OSError):
            for name in texts:
                (place / name).unlink(missing_ok=True)
            if is_new:
                place.rmdir()
        if isinstance(error, FileAccessError):
            raise
        fact = f"the folder cannot be made: {(error.strerror or 'the system refuses').lower()}"
        fault = Fault("unwritable", fact, "name another folder", file=os.fspath(folder))
        raise FileAccessError(fault) from None


def refuse_used(folder: str | os.PathLike[str]) -> None:
    """Raise `InvalidInputError` where something stands that a new job would be mixed with.

    A folder that holds nothing but hidden files, such as a new repository, is free.
    """
    place = Path(folder)
    try:
        names = sorted(at.name for at in place.iterdir()) if place.exists() else []
    except OSError:
        names = [place.name]
    used = [name for name in names if not name.startswith(".") or name in _FILES]
    if used:
        fact = f"something stands there already: {used[0]}"
        fault = Fault("folder_used", fact, "name a new folder", file=os.fspath(folder))
        raise InvalidInputError(fault)


def _scalar(text: str) -> str:
    """Write a text so that YAML reads it as that text."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NOTHING:
        return text
    return json.dumps(text, ensure_ascii=False)


def _template(name: str) -> Template:
    text = resources.files("quotekit").joinpath("templates", name.removeprefix("."))
    return Template(text.read_text(encoding="utf-8"))
