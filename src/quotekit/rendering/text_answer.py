"""What was agreed as text: the sentence for a mail, what it is about, and what proves it."""

from collections.abc import Iterator

from quotekit.record import Answer
from quotekit.rendering.blocks import GAP, Block, Pair
from quotekit.rendering.cells import one_line
from quotekit.rendering.columns import columns_for, widest_amount
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.sheet import sheet_of
from quotekit.rendering.text_answer_history import history
from quotekit.rendering.text_answer_opening import opening
from quotekit.rendering.text_answer_sheet import AnswerSheet
from quotekit.rendering.text_answer_task import tasks_agreed
from quotekit.rendering.text_answer_term import term_agreed
from quotekit.rendering.text_answer_whole import whole_agreed
from quotekit.rendering.text_log_sheet import log_sheet_for
from quotekit.rendering.typesetting import set_lines

_ABOUT = {"task": tasks_agreed, "option": tasks_agreed, "term": term_agreed, "whole": whole_agreed}


def text_answer(answer: Answer, *, language: str, width: int, colour: bool = False) -> str:
    """Write what was agreed about a subject on a day, no line wider than `width` cells.

    Nothing private is in it, so that it can go to the client as it is. Headings are bold where
    `colour` is wanted. Raises `UnknownNameError` for a language that is not there.
    """
    page = sheet_of(answer.priced, answer.contract.agreement, language)
    sheet = AnswerSheet(answer, page, log_sheet_for(page, answer.contract, answer.later))
    blocks = list(_blocks(sheet))
    rows = RowSetter(columns_for(width, widest_amount(blocks)), colour=colour)
    return set_lines(blocks, rows, bullet=page.wording.say_in("before an item of a list", "- "))


def _blocks(sheet: AnswerSheet) -> Iterator[Block]:
    wording, quote = sheet.wording, sheet.page.quote
    if sheet.answer.subject is None:
        title = wording.say("What is agreed")
    else:
        title = wording.say("What is agreed: {subject}", subject=sheet.subject)
    day = sheet.formats.date(sheet.answer.on)
    yield Pair(title, wording.say_in("a page", "as of {day}", day=day), strong=True)
    number = wording.say("Quote {number}", number=one_line(quote.number))
    if quote.title is not None:
        number = sheet.log.labelled(number, one_line(quote.title))
    yield Pair(number, "" if quote.client is None else one_line(quote.client.name))
    yield GAP
    yield from opening(sheet)
    yield from _ABOUT[sheet.answer.kind](sheet)
    yield from history(sheet)
