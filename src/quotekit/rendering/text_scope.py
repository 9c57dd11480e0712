"""What is included and what is not, what the client supplies, and what is taken for granted."""

from collections.abc import Iterator

from quotekit.quotes import ScopeItem
from quotekit.rendering.blocks import GAP, Block, Field, Heading, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.sheet import Sheet


def scope(sheet: Sheet) -> Iterator[Block]:
    """Write the answers to the questions of scope, a section for each kind of answer."""
    wording = sheet.wording
    answers: dict[str, list[ScopeItem]] = {}
    for item in sheet.quote.scope:
        answers.setdefault(item.answer, []).append(item)
    yield from _listed(sheet, wording.say("Included"), answers.get("included", []))
    yield from _listed(sheet, wording.say("Not included"), answers.get("excluded", []))
    yield from _supplied(sheet, answers.get("client_supplies", []))
    assumed = [_named(sheet, item) for item in answers.get("assumed", [])]
    assumed += [one_line(text) for text in sheet.quote.assumptions]
    yield from _bulleted(sheet, wording.say("Assumptions"), assumed)
    yield from _listed(sheet, wording.say("Still open"), answers.get("unknown", []))


def _listed(sheet: Sheet, heading: str, items: list[ScopeItem]) -> Iterator[Block]:
    yield from _bulleted(sheet, heading, [_named(sheet, item) for item in items])


def _bulleted(sheet: Sheet, heading: str, items: list[str]) -> Iterator[Block]:
    if not items:
        return
    yield GAP
    yield Heading(heading)
    bullet = sheet.wording.say_in("before an item of a list", "- ")
    yield from (Words(item, bullet, indent=2) for item in items)


def _supplied(sheet: Sheet, items: list[ScopeItem]) -> Iterator[Block]:
    heading = sheet.wording.say("You supply")
    if all(item.by is None for item in items):
        yield from _listed(sheet, heading, items)
        return
    yield GAP
    yield Heading(heading)
    for item in items:
        due = ""
        if item.by is not None:
            due = sheet.wording.say_in(
                "supplied by the client", "by {day}", day=sheet.formats.short_date(item.by)
            )
        yield Field(due, (_named(sheet, item),), indent=2)


def _named(sheet: Sheet, item: ScopeItem) -> str:
    text = one_line(item.item)
    number = None if item.task is None else sheet.numbering.numbers.get(item.task)
    if number is None:
        return text
    return sheet.wording.say("{item} (in {number})", item=text, number=number)
