"""What is paid and not earned, as text: the seller's own page, which no client is sent."""

from collections.abc import Iterator

from quotekit.advice import Exposure
from quotekit.rendering.agreement_terms import Sentences
from quotekit.rendering.blocks import GAP, Block, Pair, Sum, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.columns import columns_for, widest_amount
from quotekit.rendering.row_setting import RowSetter
from quotekit.rendering.sheet import Sheet, sheet_of
from quotekit.rendering.text_exposure_days import day_by_day
from quotekit.rendering.typesetting import set_lines
from quotekit.values import HUNDRED


def text_exposure(exposure: Exposure, *, language: str, width: int, colour: bool = False) -> str:
    """Write what is paid and not earned as text, no line wider than `width` cells.

    It is for the seller's eyes alone. Headings are bold where `colour` is wanted. Raises
    `UnknownNameError` for a language that is not there.
    """
    sheet = sheet_of(exposure.contract, None, language)
    blocks = [*_blocks(sheet, exposure), *day_by_day(sheet, exposure, width)]
    rows = RowSetter(columns_for(width, widest_amount(blocks)), colour=colour)
    return set_lines(blocks, rows, bullet=sheet.wording.say_in("before an item of a list", "- "))


def _blocks(sheet: Sheet, found: Exposure) -> Iterator[Block]:
    wording, formats, quote = sheet.wording, sheet.formats, sheet.quote
    title = wording.say("Paid and not earned: quote {number}", number=one_line(quote.number))
    day = wording.say_in("a page", "as of {day}", day=formats.date(found.on))
    yield Pair(title, day, strong=True)
    if quote.title is not None:
        yield Pair(one_line(quote.title), "", strong=True)
    yield Words(wording.say("For the seller only: keep it to yourself."))
    yield GAP
    yield Sum(wording.say_in("of money", "Paid"), formats.money(found.paid))
    yield Sum(wording.say_in("of money", "Earned"), formats.money(found.earned))
    yield Sum(wording.say_in("of money", "Paid and not earned"), formats.money(found.exposure))
    yield Sum(wording.say_in("of money", "To keep aside"), formats.money(found.keep), strong=True)
    if found.set_aside is not None:
        yield Sum(wording.say_in("of money", "Set aside"), formats.money(found.set_aside))
    yield GAP
    if found.warning:
        yield Words(wording.say("Warning: less is set aside than should be kept."))
    yield Words(_term(sheet, found))
    yield Words(wording.say("As long as that much is kept, you can afford to leave."))


def _term(sheet: Sheet, found: Exposure) -> str:
    """Say the term of the agreement that asks for a reserve, or what holds without one."""
    percent = found.reserve_percent
    if percent == HUNDRED:
        return sheet.wording.say("All that is paid and not earned is to be kept aside.")
    if percent.is_zero():
        return sheet.wording.say("The agreement asks for no reserve.")
    return Sentences(sheet.wording, sheet.formats).reserve(percent)
