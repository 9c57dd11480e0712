"""A set of questions: what a seasoned freelancer of a trade asks before naming a price."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from quotekit.errors import Fault
from quotekit.quotes.model import Written
from quotekit.quotes.quote import Locale
from quotekit.quotes.referring import repeated
from quotekit.values import Slug, Title, refuse

_ANY_LANGUAGE = "und"
"""What BCP 47 calls a language that nobody has named."""


def _by_language(value: object) -> object:
    return {_ANY_LANGUAGE: value} if isinstance(value, str) else value


def _worded(wordings: dict[str, str]) -> dict[str, str]:
    if not wordings:
        raise refuse("empty", "there is no text here", "write some")
    return wordings


Wordings = Annotated[
    dict[Locale, Title],
    AfterValidator(_worded),
    BeforeValidator(_by_language, json_schema_input_type=Title | dict[Locale, Title]),
]
"""A text by the languages it is worded in; a bare text stands for every language."""


class ScopeQuestion(Written):
    """Ask one thing, worded as an item of scope; `why` says what comes of not asking it."""

    id: Slug
    item: Wordings
    why: Wordings | None = None


class QuestionSet(Written):
    """Ask what makes a specification of one kind of work clear."""

    quotekit: Literal["questions/1"] = "questions/1"
    title: Wordings
    questions: tuple[ScopeQuestion, ...]


def question_faults(asked: QuestionSet) -> tuple[Fault, ...]:
    """Find that nothing is asked, and ids that stand twice."""
    if not asked.questions:
        return (Fault("empty", "there is no question here", "write some").at("questions"),)
    ids = ((one.id, ("questions", at, "id")) for at, one in enumerate(asked.questions))
    return tuple(repeated(ids, "questions"))


def worded_in(wordings: Mapping[str, str], language: str) -> str:
    """Return a text in a language such as `de_CH`.

    Where it has no wording of its own, that of `de` serves, then one of another region, then
    English, then whichever stands first.
    """
    known = {name.replace("-", "_"): text for name, text in wordings.items()}
    wanted = language.replace("-", "_")
    spoken = wanted.partition("_")[0]
    elsewhere = [name for name in known if name.partition("_")[0] == spoken]
    chosen = next(name for name in (wanted, spoken, *elsewhere, "en", *known) if name in known)
    return known[chosen]
