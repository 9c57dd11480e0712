"""What quotes leave open, as lines: place, fact and remedy of each finding."""

from collections.abc import Iterator

from quotekit.advice import Completeness, Finding, Review
from quotekit.quotes import TermException
from quotekit.rendering.formats import Formats
from quotekit.rendering.wording import Wording
from quotekit.values import visible


def text_review(found: Completeness | Review, *, language: str, explain: bool = False) -> str:
    """Write what quotes leave open, the blockers of each first, a line for each finding.

    The lines are as long as they have to be, for the place stands in front of them as an editor
    reads it. `explain` adds why each finding matters. Of several quotes those with exceptions to
    the agreement are named as well. Raises `UnknownNameError` for a language that is not there.
    """
    wording = Wording(language)
    quotes = found.quotes if isinstance(found, Review) else (found,)
    lines: list[str] = []
    for quote in quotes:
        formats = Formats(language, quote.currency, quote.decimals)
        lines += _of_quote(wording, formats, quote, explain=explain)
    if len(quotes) > 1:
        for quote in quotes:
            lines += (_departure(wording, quote, one) for one in quote.exceptions)
    return "".join(f"{visible(line)}\n" for line in lines)


def _of_quote(
    wording: Wording, formats: Formats, quote: Completeness, *, explain: bool
) -> Iterator[str]:
    blockers, warnings = len(quote.blockers), len(quote.warnings)
    parts = [wording.say("{percent} complete", percent=formats.percent(quote.score))]
    if blockers:
        count = formats.number(blockers)
        parts.append(
            wording.say_count("{count} blocker", "{count} blockers", blockers, count=count)
        )
    if warnings:
        count = formats.number(warnings)
        parts.append(
            wording.say_count("{count} warning", "{count} warnings", warnings, count=count)
        )
    judged = wording.say_in("a quote that is checked", "ok")
    if blockers:
        judged = wording.say_in("a quote that is checked", "not yet to go out")
    yield f"{_named(quote)}: {judged}: {wording.listed(parts)}"
    for finding in (*quote.blockers, *quote.warnings):
        yield _line(wording, formats, finding)
        if explain:
            yield f"    {wording.say(finding.words.why)}"


def _named(quote: Completeness) -> str:
    """Return the file of a quote, or its number where nobody knows the file."""
    return quote.quote if quote.file is None else quote.file


def _line(wording: Wording, formats: Formats, finding: Finding) -> str:
    place = ":".join(
        str(part) for part in (finding.file, finding.line, finding.column) if part is not None
    )
    write = formats.percent if finding.unit == "percent" else formats.price
    figures = {
        name: "" if figure is None else write(figure)
        for name, figure in (("asked", finding.asked), ("given", finding.given))
    }
    fact = wording.say(finding.words.fact, about=finding.about, **figures)
    values = {"fact": fact, "remedy": wording.say(finding.words.remedy)}
    said = (
        wording.say("blocker: {fact}; {remedy}", **values)
        if finding.blocker
        else wording.say("warning: {fact}; {remedy}", **values)
    )
    return ": ".join(part for part in (place, finding.path, said) if part)


def _departure(wording: Wording, quote: Completeness, exception: TermException) -> str:
    value = wording.say("not applied") if exception.value is None else exception.value
    term = f"{exception.term}: {value}"
    if exception.reason is not None:
        term += f" ({exception.reason})"
    client = wording.say("no client") if quote.client is None else quote.client
    whose = wording.say("exception for {client}", client=client)
    return f"{_named(quote)}: {whose}: {term}"
