"""Whether a quote says all that it should before it goes out: score, blockers, warnings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from quotekit.advice.finding import Finding
from quotekit.advice.parts import said_by_quote, said_by_scope, said_by_tasks
from quotekit.advice.payment_terms import said_by_agreement, said_by_payments
from quotekit.advice.terms import Terms
from quotekit.advice.vague import vague_words
from quotekit.pricing import PricedQuote, price
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
    currency: str
    decimals: int
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


def check(quote: Quote | PricedQuote, agreement: Agreement | None = None) -> Completeness:
    """Look for what a quote leaves open, by itself and by the service agreement.

    Each question that applies has a weight; the score is rounded to whole percents, down, so that
    only a quote that leaves nothing open has all of them.
    """
    return checked(price(quote) if isinstance(quote, Quote) else quote, Terms(agreement))


def checked(priced: PricedQuote, terms: Terms) -> Completeness:
    """Look for what a quote leaves open under its terms."""
    quote = priced.quote
    questions = [
        *said_by_quote(quote),
        *said_by_scope(quote),
        *said_by_tasks(quote),
        *said_by_payments(priced),
        *said_by_agreement(priced, terms),
    ]
    answered = sum(question.weight for question in questions if question.finding is None)
    applicable = sum(question.weight for question in questions)
    share = divided(HUNDRED * answered, Decimal(applicable))
    found = [question.finding for question in questions if question.finding is not None]
    return Completeness(
        quote=quote.number,
        title=quote.title,
        client=None if quote.client is None else quote.client.name,
        currency=priced.currency,
        decimals=priced.decimals,
        score=rounded(share, _WHOLE, "down"),
        findings=(*found, *_vague(quote)),
        exceptions=terms.departures(quote),
    )


_Place = tuple[tuple[str | int, ...], str | None]


class _Prose(NamedTuple):
    keys: tuple[str | int, ...]
    text: str


def _vague(quote: Quote) -> Iterator[Finding]:
    for prose in _prose(quote):
        for word in vague_words(prose.text, quote.language):
            yield Finding("vague", blocker=False, keys=prose.keys, about=word)


def _prose(quote: Quote) -> Iterator[_Prose]:
    if quote.title is not None:
        yield _Prose(("title",), quote.title)
    for at, task in enumerate(quote.tasks):
        texts: Iterable[_Place] = [
            (("title",), task.title),
            (("description",), task.description),
            *((("deliverables", place), text) for place, text in enumerate(task.deliverables)),
            (("done_when",), task.done_when),
            *((("not_included", place), text) for place, text in enumerate(task.not_included)),
            *(
                (("if_changed", place, "title"), announced.title)
                for place, announced in enumerate(task.if_changed)
            ),
        ]
        for keys, text in texts:
            if text is not None:
                yield _Prose(("tasks", at, *keys), text)
    for at, item in enumerate(quote.scope):
        yield _Prose(("scope", at, "item"), item.item)
    for at, line in enumerate(quote.assumptions):
        yield _Prose(("assumptions", at), line)
