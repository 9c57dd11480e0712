"""Sets of questions: those that quotekit brings along, and the user's own."""

import os
from dataclasses import replace
from importlib import resources

from pydantic import ValidationError

from quotekit.errors import UnknownNameError
from quotekit.files.disk import read_text
from quotekit.files.fault_order import together
from quotekit.files.guarded_yaml import read_document
from quotekit.files.kind_line import kind_faults
from quotekit.files.positions import placed
from quotekit.quotes import QuestionSet, faults_of, question_faults, unknown_name

_ENDINGS = (".yaml", ".yml")


def kinds_of_work() -> tuple[str, ...]:
    """Return the kinds of work that quotekit has questions for, sorted."""
    names = (at.name for at in resources.files("quotekit").joinpath("questions").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def load_questions(kind: str | os.PathLike[str]) -> QuestionSet:
    """Read the questions for a kind of work such as `website`, or a set from its file.

    A path, or a name that ends in `.yaml`, is a file. Raises `UnknownNameError` for another
    kind, `InvalidInputError` with every fault of a file, and `FileAccessError` where it cannot
    be read.
    """
    name = os.fspath(kind)
    if os.path.basename(name) != name or name.lower().endswith(_ENDINGS):  # noqa: PTH119 - "./x" is a path, and pathlib would take the dot away
        return parse_questions(read_text(name, name), source=name)
    known = kinds_of_work()
    if name not in known:
        fault = unknown_name("kind of work", name, known)
        remedy = f"{fault.remedy}; a file of your own is named by its path, such as ./{name}.yaml"
        raise UnknownNameError(replace(fault, remedy=remedy) if name.isidentifier() else fault)
    at = resources.files("quotekit").joinpath("questions", f"{name}.yaml")
    return parse_questions(at.read_text(encoding="utf-8"), source=at.name)


def parse_questions(text: str, *, source: str | None = None) -> QuestionSet:
    """Read a set of questions from its text; `source` is its name in errors.

    Raises `InvalidInputError` with every fault of it.
    """
    document = read_document(text, source)
    faults = [*document.faults, *kind_faults(document, "questions/1")]
    try:
        asked = QuestionSet.model_validate(document.data)
    except ValidationError as error:
        raise together(faults, placed(faults_of(error, QuestionSet), document)) from None
    found = placed(question_faults(asked), document)
    if faults or found:
        raise together(faults, found)
    return asked
