"""How far the work is, and what the client still owes it."""

from collections.abc import Iterator

from quotekit.record import Owed
from quotekit.rendering.blocks import GAP, Block, Heading, Row, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.text_status_sheet import StatusSheet

_ALL = "all"


def work(sheet: StatusSheet) -> Iterator[Block]:
    """Write the progress of each task that is begun, what is not begun, and what is owed."""
    yield from _progress(sheet)
    yield from _owed(sheet)


def _progress(sheet: StatusSheet) -> Iterator[Block]:
    wording, status, page = sheet.wording, sheet.status, sheet.page
    lines = [line for section in page.numbering.sections for line in section.lines]
    done = {name: percent for name, percent in status.progress.items() if not percent.is_zero()}
    begun = [line for line in lines if line.id in done or line.id in status.state.approved]
    if not lines:
        return
    yield GAP
    yield Heading(wording.say_in("heading", "Progress"))
    for line in begun:
        percent = sheet.formats.progress(done[line.id]) if line.id in done else ""
        yield Row(page.named(line.id), _approved(sheet, line.id), percent, indent=2)
    waiting = [page.named(line.id) for line in lines if line not in begun]
    if waiting:
        listed = wording.listed(waiting)
        yield Words(wording.say("Not begun: {tasks}", tasks=listed), indent=2)
    everything = _approved(sheet, _ALL)
    if everything:
        yield Words(wording.say("All the work: {approved}", approved=everything), indent=2)
    if status.state.delivered is not None:
        day = sheet.formats.date(status.state.delivered)
        yield Words(wording.say("Delivered on {day}", day=day), indent=2)


def _approved(sheet: StatusSheet, name: str) -> str:
    day = sheet.status.state.approved.get(name)
    if day is None:
        return ""
    return sheet.wording.say("approved on {day}", day=sheet.formats.short_date(day))


def _owed(sheet: StatusSheet) -> Iterator[Block]:
    if not sheet.status.owed:
        return
    yield GAP
    yield Heading(sheet.wording.say("What the client still owes the job"))
    for one in sheet.status.owed:
        yield Words(one_line(one.item), sheet.wording.say_in("before an item of a list", "- "), 2)
        facts = sheet.wording.listed(_facts(sheet, one))
        if facts:
            yield Words(facts, indent=4)


def _facts(sheet: StatusSheet, one: Owed) -> Iterator[str]:
    wording = sheet.wording
    if one.by is not None:
        day = sheet.formats.date(one.by)
        yield wording.say_in("supplied by the client", "by {day}", day=day)
    if one.overdue:
        yield wording.say_count(
            "{count} working day overdue", "{count} working days overdue", one.overdue,
            count=sheet.formats.number(one.overdue),
        )  # fmt: skip
    if one.moves:
        yield wording.say_count(
            "that alone moves the finish by {count} working day",
            "that alone moves the finish by {count} working days",
            one.moves,
            count=sheet.formats.number(one.moves),
        )
    elif one.overdue and one.moves == 0:
        yield wording.say("the finish does not move by that")
