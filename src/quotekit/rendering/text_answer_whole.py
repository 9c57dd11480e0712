"""All that was agreed on a day: the contract sum and time, the tasks in short, the orders."""

from collections.abc import Iterator

from quotekit.rendering.blocks import GAP, Block, Heading, Row
from quotekit.rendering.calculation_words import Calculations
from quotekit.rendering.cells import one_line
from quotekit.rendering.text_answer_sheet import AnswerSheet
from quotekit.rendering.text_contract import contract_sum, contract_time


def whole_agreed(sheet: AnswerSheet) -> Iterator[Block]:
    """Write sum and time of the contract, and each task with its price."""
    yield from contract_sum(sheet.page, sheet.answer.contract)
    yield from contract_time(sheet.page, sheet.answer.contract)
    yield from _tasks(sheet)


def _tasks(sheet: AnswerSheet) -> Iterator[Block]:
    numbering = sheet.page.numbering
    sections = [*numbering.sections, *([numbering.recurring] if numbering.recurring.lines else [])]
    if not sections:
        return
    calculations = Calculations(sheet.page)
    included = sheet.wording.say_in("a price of zero", "included")
    yield GAP
    yield Heading(sheet.wording.say_in("heading", "Tasks"))
    for section in sections:
        if section.phase is not None:
            mark = numbering.mark(section.number)
            yield Row(one_line(section.phase.title), mark=mark, indent=2)
        for number, line in section.numbered():
            free = line.total.is_zero() and line.price.is_zero()
            amount = included if free else sheet.formats.money(line.total)
            mark = numbering.mark(number)
            yield Row(sheet.page.titled(line), calculations.said(line), amount, mark, indent=2)
