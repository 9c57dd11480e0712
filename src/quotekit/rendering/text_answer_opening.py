"""The sentence a freelancer puts into a mail: on that day, by that mail, you agreed to this."""

from collections.abc import Iterator

from quotekit.pricing import Line, PricedQuote
from quotekit.quotes import TermException
from quotekit.record import Acceptance
from quotekit.rendering.adjustment_words import task_discounts, task_surcharges
from quotekit.rendering.blocks import Block, Words
from quotekit.rendering.calculation_words import Calculations
from quotekit.rendering.cells import one_line
from quotekit.rendering.term_words import exception_text
from quotekit.rendering.text_answer_sheet import AnswerSheet
from quotekit.rendering.text_heading import addressed
from quotekit.rendering.text_timeline import working_time

QUOTE = "quote"
"""What an acceptance of the quote itself is called; all others bear the number of an order."""


def opening(sheet: AnswerSheet) -> Iterator[Block]:
    """Say who agreed to it last, when, how, and what it came to; and name the evidence."""
    accepted = sheet.answer.accepted
    if not accepted:
        return
    exception = sheet.exception
    last = accepted[0] if sheet.answer.kind == "whole" else accepted[-1]
    if exception is not None:
        yield from _granted(sheet, last, exception)
        return
    if last.what == sheet.answer.subject:
        # What was granted has expired: the term is again what was agreed at first.
        last = next(one for one in reversed(accepted) if one.what == QUOTE)
    yield Words(_sentence(sheet, last, _agreed(sheet)))
    for text in sheet.words.evidence(last.evidence):
        yield Words(text)
    if sheet.answer.kind == "whole" and len(accepted) > 1:
        yield Words(_now(sheet, len(accepted) - 1))


def _granted(sheet: AnswerSheet, last: Acceptance, exception: TermException) -> Iterator[Block]:
    """Say who departed from a term, from what, why, and until when."""
    wording, day = sheet.wording, sheet.formats.date(last.on)
    agreed = exception_text(sheet.page, exception)
    if last.by is None:
        yield Words(
            wording.say("On {day}, an exception was granted: {agreed}.", day=day, agreed=agreed)
        )
    else:
        yield Words(
            wording.say(
                "On {day}, {name} granted an exception: {agreed}.",
                day=day, name=one_line(last.by), agreed=agreed,
            )
        )  # fmt: skip
    expires = sheet.expires(exception)
    if expires is not None:
        yield Words(wording.say("It holds until {day}.", day=sheet.formats.date(expires)))


def _sentence(sheet: AnswerSheet, last: Acceptance, agreed: str) -> str:
    wording, day = sheet.wording, sheet.formats.date(last.on)
    agreed = wording.say_in(
        "what was agreed, and with which document", "{agreed} ({document})",
        agreed=agreed, document=_document(sheet, last.what),
    )  # fmt: skip
    how = None if last.method is None else sheet.words.method(last.method)
    name = None if last.by is None else addressed(wording, last.by)
    if name is None and how is None:
        return wording.say("On {day}, it was agreed: {agreed}.", day=day, agreed=agreed)
    if name is None:
        return wording.say(
            "On {day}, it was agreed {how}: {agreed}.", day=day, how=str(how), agreed=agreed
        )
    if how is None:
        return wording.say("On {day}, {name} agreed: {agreed}.", day=day, name=name, agreed=agreed)
    return wording.say(
        "On {day}, {name} agreed {how}: {agreed}.", day=day, name=name, how=how, agreed=agreed
    )


def _document(sheet: AnswerSheet, what: str) -> str:
    quote = one_line(sheet.page.quote.number)
    if what == QUOTE:
        return sheet.wording.say_in("in brackets", "quote {number}", number=quote)
    return sheet.wording.say_in(
        "in brackets", "change order {number} to quote {quote}", number=one_line(what), quote=quote
    )


def _agreed(sheet: AnswerSheet) -> str:
    kind, lines = sheet.answer.kind, sheet.lines
    if kind == "whole":
        title = sheet.page.quote.title
        figures = _figures(sheet, sheet.answer.contract.priced_original)
        return figures if title is None else sheet.wording.listed((one_line(title), figures))
    if kind == "term":
        return sheet.log.labelled(sheet.subject, sheet.term_value)
    if not lines:
        return sheet.wording.say("{title} is no longer part of the work", title=sheet.subject)
    if not sheet.chosen(lines[0]):
        return sheet.wording.say(
            "{title} not chosen, offered at {amount}", title=sheet.subject, amount=_price(sheet)
        )
    if kind == "option":
        names = [sheet.page.titled(line) for line in lines]
        listed = sheet.wording.listed(name for name in names if name != sheet.subject)
        return sheet.wording.listed(text for text in (sheet.subject, listed, _price(sheet)) if text)
    return sheet.wording.listed(_task(sheet, lines[0]))


def _price(sheet: AnswerSheet) -> str:
    """Say what the task or the option comes to."""
    for option in sheet.page.priced.options:
        if sheet.answer.kind == "option" and option.name == sheet.answer.subject:
            return sheet.formats.money(option.total)
    return sheet.formats.money(sheet.lines[0].total)


def _task(sheet: AnswerSheet, line: Line) -> Iterator[str]:
    """Say a task: its title, how its price comes about, the price, and how long it takes."""
    yield sheet.page.titled(line)
    calculation = Calculations(sheet.page).said(line)
    if calculation:
        yield calculation
    adjusted = (*task_discounts(sheet.page, line), *task_surcharges(sheet.page, line))
    yield from (sheet.log.labelled(label, amount) for label, amount in adjusted)
    if line.total.is_zero() and line.price.is_zero():
        yield sheet.wording.say_in("a price of zero", "included")
    elif adjusted:
        yield sheet.wording.say("{amount} in all", amount=_price(sheet))
    else:
        yield _price(sheet)
    time = working_time(sheet.page, line)
    if time:
        yield time


def _figures(sheet: AnswerSheet, priced: PricedQuote) -> str:
    """Say net, total, and time of a whole quote."""
    wording, totals = sheet.wording, priced.totals
    total = sheet.formats.money(totals.total)
    said = [wording.say("{amount} in all", amount=total)]
    if totals.net != totals.total:
        said.insert(0, wording.say("{amount} net", amount=sheet.formats.money(totals.net)))
    if priced.timeline is not None:
        said.append(sheet.page.quantities.working_days(priced.timeline.working_days))
        if priced.timeline.finish is not None:
            day = sheet.formats.date(priced.timeline.finish)
            said.append(wording.say("finished on {day}", day=day))
    return wording.listed(said)


def _now(sheet: AnswerSheet, orders: int) -> str:
    """Say what it has come to with the change orders accepted since."""
    return sheet.wording.say_count(
        "With {count} change order accepted since, it is: {figures}.",
        "With {count} change orders accepted since, it is: {figures}.",
        orders,
        count=sheet.formats.number(orders),
        figures=_figures(sheet, sheet.page.priced),
    )
