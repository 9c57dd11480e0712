"""Whether a quote says all that it should before it goes out: score, blockers, warnings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from quotekit.advice.finding import Finding
from quotekit.advice.parts import said_by_quote, said_by_scope, said_by_tasks
from quotekit.advice.payment_terms import said_by_agreement, said_by_payments
from quotekit.advice.vague import vague_words
from quotekit.pricing import PricedQuote
from quotekit.quotes import Agreement, Quote, TermException
from quotekit.values import HUNDRED, divided, rounded

_WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Completeness:
    """Hold what a quote leaves open: the score in percent, and each finding.

    `score` is the answered weight of all that applies. No score hides a blocker: a quote with one
    does not go out. `client` and `exceptions` say for whom which terms are departed from; `file`
    is None where nobody knows it.
    """

    quote: str
    title: str | None
    client: str | None
    score: Decimal
    findings: tuple[Finding, ...]
    exceptions: tuple[TermException, ...]
    file: str | None = None

    @property
    def blockers(self) -> tuple[Finding, ...]:
        """Return what keeps the quote from going out."""
        return tuple(finding for finding in self.findings if finding.blocker)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Return what ought to be mended, and keeps nothing back."""
        return tuple(finding for finding in self.findings if not finding.blocker)


@dataclass(frozen=True, slots=True)
class Review:
    """Hold what several quotes leave open."""

    quotes: tuple[Completeness, ...]

    @property
    def blockers(self) -> tuple[Finding, ...]:
        """Return what keeps any of the quotes from going out."""
        return tuple(finding for quote in self.quotes for finding in quote.blockers)


def completeness(priced: PricedQuote, agreement: Agreement | None = None) -> Completeness:
    """Look for what a quote leaves open, by itself and by the service agreement.

    Each question that applies has a weight; the score is rounded to whole percents, down, so that
    only a quote that leaves nothing open has all of them.
    """
    quote = priced.quote
    questions = [
        *said_by_quote(quote),
        *said_by_scope(quote),
        *said_by_tasks(quote),
        *said_by_payments(priced),
        *said_by_agreement(priced, agreement),
    ]
    answered = sum(question.weight for question in questions if question.finding is None)
    applicable = sum(question.weight for question in questions)
    share = divided(HUNDRED * answered, Decimal(applicable))
    found = [question.finding for question in questions if question.finding is not None]
    return Completeness(
        quote=quote.number,
        title=quote.title,
        client=None if quote.client is None else quote.client.name,
        score=rounded(share, _WHOLE, "down"),
        findings=(*found, *_vague(quote)),
        exceptions=quote.exceptions,
    )


_Place = tuple[tuple[str | int, ...], str | None]


class _Prose(NamedTuple):
    keys: tuple[str | int, ...]
    text: str


def _vague(quote: Quote) -> Iterator[Finding]:
    for prose in _prose(quote):
        for word in vague_words(prose.text, quote.language):
            yield Finding(
                "vague",
                blocker=False,
                fact=f'"{word}" says neither what nor how much',
                remedy="say a number, or name what is meant",
                why="Each side reads into a vague word what it hopes for, and both are right.",
                keys=prose.keys,
            )


def _prose(quote: Quote) -> Iterator[_Prose]:
    for at, task in enumerate(quote.tasks):
        texts: Iterable[_Place] = [
            (("title",), task.title),
            (("description",), task.description),
            *((("deliverables", place), text) for place, text in enumerate(task.deliverables)),
            (("done_when",), task.done_when),
            *((("not_included", place), text) for place, text in enumerate(task.not_included)),
        ]
        for keys, text in texts:
            if text is not None:
                yield _Prose(("tasks", at, *keys), text)
    for at, line in enumerate(quote.assumptions):
        yield _Prose(("assumptions", at), line)
