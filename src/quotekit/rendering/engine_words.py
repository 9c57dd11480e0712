"""What change orders write into a quote, in words: fees, concessions, credits, instalments.

The engine gives these rows ids such as `CO-001.rush.vat` and no title, so that each document can
word them in its own language.
"""

import re

from quotekit.rendering.sheet import Sheet
from quotekit.rendering.wording import mark

_ENGINE = re.compile(r"(?P<order>CO-[0-9]+)(?:\.(?P<kind>[a-z_]+)(?:\.(?P<about>.+))?)?")

_NAMES = {
    "late": mark("Late change"),
    "rush": mark("Rush"),
    "removal": mark("Not credited"),
    "handling_fee": mark("Handling fee"),
    "minimum": mark("Raised to the smallest charge"),
    "saving_share": mark("Share of the saving"),
    "concession": mark("Concession"),
    "free": mark("Free of charge"),
}
_ABOUT_A_TASK = frozenset({"late", "removal"})


def order_of(engine_id: str) -> str | None:
    """Return the number of the change order that wrote something, None where a person did."""
    found = _ENGINE.fullmatch(engine_id)
    return None if found is None else found["order"]


def engine_title(sheet: Sheet, engine_id: str) -> str | None:
    """Name a row that a change order wrote: `Late change: Screens`; None for any other."""
    found = _ENGINE.fullmatch(engine_id)
    if found is None or found["kind"] not in _NAMES:
        return None
    kind = found["kind"]
    name = sheet.wording.say(_NAMES[kind])
    line = sheet.numbering.lines.get(found["about"] or "")
    if line is None or kind not in _ABOUT_A_TASK:
        return name
    return sheet.wording.say_in(
        "a label with its text", "{label}: {text}", label=name, text=sheet.titled(line)
    )


def engine_row(sheet: Sheet, engine_id: str) -> str | None:
    """Name such a row with the order it comes from: `Rush (CO-001)`; None for any other."""
    title = engine_title(sheet, engine_id)
    order = order_of(engine_id)
    if title is None or order is None:
        return None
    return sheet.wording.say_in(
        "a row and its change order", "{title} ({order})", title=title, order=order
    )
