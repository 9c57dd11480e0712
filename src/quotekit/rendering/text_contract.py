"""The contract sum and the contract time: the original, what accepted orders moved, and now."""

from collections.abc import Iterator

from quotekit.changes import Contract
from quotekit.rendering.blocks import GAP, Block, Heading, Ledger, Words
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.text_order_sums import ORIGINAL
from quotekit.rendering.wording import mark_in

_ORDERS = mark_in("contract sum or time", "Accepted change orders")
_NOW = mark_in("contract sum or time", "Now")


def contract_sum(sheet: Sheet, contract: Contract) -> Iterator[Block]:
    """Write net, total, and what is payable, where these differ."""
    wording, formats, whole = sheet.wording, sheet.formats, contract.sum
    columns = [(wording.say_in("where no tax is added", "Total"), whole.total)]
    if whole.net != whole.total:
        columns = [
            (wording.say_in("column of the contract sum", "Net"), whole.net),
            (wording.say_in("column of the contract sum", "Total"), whole.total),
        ]
    if whole.payable != whole.total:
        columns.append((wording.say_in("column of the contract sum", "Payable"), whole.payable))
    sums = [steps for _, steps in columns]
    yield GAP
    yield Ledger(wording.say("Contract sum"), tuple(name for name, _ in columns), strong=True)
    original = tuple(formats.money(steps.original) for steps in sums)
    if changed(contract):
        yield Ledger(wording.say_in(*ORIGINAL), original, 2)
        moved = tuple(formats.signed(steps.earlier) for steps in sums)
        yield Ledger(wording.say_in(*_ORDERS), moved, 2)
    now = tuple(formats.money(steps.after) for steps in sums)
    yield Ledger(wording.say_in(*_NOW), now, 2, strong=True)


def contract_time(sheet: Sheet, contract: Contract) -> Iterator[Block]:
    """Write the working days, and the day of the finish."""
    if contract.priced.timeline is None and contract.priced_original.timeline is None:
        return
    wording, formats, time = sheet.wording, sheet.formats, contract.time
    days, said = time.working_days, sheet.quantities.working_days
    yield GAP
    yield Heading(wording.say("Contract time"))
    if changed(contract):
        yield Ledger(wording.say_in(*ORIGINAL), (said(days.original),), 2)
        moved = wording.say_count(
            "{count} working day", "{count} working days", abs(days.earlier),
            count=formats.signed_number(days.earlier),
        )  # fmt: skip
        yield Ledger(wording.say_in(*_ORDERS), (moved,), 2)
    yield Ledger(wording.say_in(*_NOW), (said(days.after),), 2, strong=True)
    if time.finish_after is not None:
        day = formats.date(time.finish_after)
        yield Words(wording.say("The finish date is {day}.", day=day), indent=2)


def changed(contract: Contract) -> bool:
    """Say whether any change order was accepted."""
    return any(decision.state == "accepted" for decision in contract.decisions.values())
