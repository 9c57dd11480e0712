"""The changes of a job in hindsight: how many there were and why, and what they brought in."""

from collections.abc import Iterator, Mapping

from quotekit.advice import ChangeRevenue, Hindsight
from quotekit.rendering.blocks import GAP, Block, Heading, Row, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.text_order_heading import REASONS
from quotekit.rendering.text_status_requests import KINDS
from quotekit.rendering.text_status_sheet import StatusSheet
from quotekit.rendering.wording import mark_in

_REASONS = {**REASONS, "client": mark_in("reason of a change", "The client's wish")}


def in_hindsight(sheet: StatusSheet, found: Hindsight) -> Iterator[Block]:
    """Write the requests by kind and reason, the good ideas, and the money they brought in."""
    if not found.requests:
        return
    wording, formats = sheet.wording, sheet.formats
    yield GAP
    yield Heading(wording.say("Changes in hindsight"))
    yield _field(sheet, wording.say("By kind"), _counted(sheet, found.by_kind, KINDS))
    yield _field(sheet, wording.say("By reason"), _counted(sheet, found.by_reason, _REASONS))
    titles = {one.id: one_line(one.title or one.id) for one in sheet.status.requests}
    if found.constructive:
        ideas = wording.listed(titles.get(name, one_line(name)) for name in found.constructive)
        yield _field(sheet, wording.say("Constructive ideas"), ideas)
    if found.accepted_percent is not None:
        text = wording.say(
            "{accepted} of {decided} that were decided, {percent}",
            accepted=formats.number(found.accepted),
            decided=formats.number(found.decided),
            percent=formats.percent(found.accepted_percent),
        )
        yield _field(sheet, wording.say_in("of requests", "Accepted"), text)
    if found.by_change:
        yield Words(wording.say("Brought in by each change that was accepted, net"), indent=2)
        for one in found.by_change:
            yield Row(_change(sheet, one), "", formats.signed(one.net), indent=4)
        whole = wording.say_in("of money", "All changes together")
        yield Row(whole, "", formats.signed(found.revenue), indent=4, strong=True)
    if found.rate_without is not None and found.rate_with is not None:
        text = wording.say(
            "{before} without the changes, {after} with them",
            before=formats.price(found.rate_without),
            after=formats.price(found.rate_with),
        )
        yield _field(sheet, wording.say("An hour brings in"), text)


def _field(sheet: StatusSheet, label: str, text: str) -> Words:
    return Words(sheet.labelled(label, text), indent=2)


def _counted(
    sheet: StatusSheet, counts: Mapping[str, int], names: Mapping[str, tuple[str, str]]
) -> str:
    return sheet.wording.listed(
        sheet.wording.say(
            "{count} × {what}",
            count=sheet.formats.number(count),
            what=sheet.wording.say_in(*names[name]),
        )
        for name, count in counts.items()
    )


def _change(sheet: StatusSheet, one: ChangeRevenue) -> str:
    orders = sheet.wording.listed(one_line(number) for number in one.orders)
    title = one_line(one.title or one.id)
    return sheet.wording.say("{title} ({orders})", title=title, orders=orders) if orders else title
