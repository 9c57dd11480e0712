"""How an agreement came about: who accepted it, what was declined, what was said, what came later.

Each stands behind the number and the day of its entry in the record.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from quotekit.record import Acceptance, Happening, Refusal
from quotekit.rendering.blocks import GAP, Block, Field, Heading, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.text_answer_opening import QUOTE
from quotekit.rendering.text_answer_sheet import AnswerSheet


def history(sheet: AnswerSheet) -> Iterator[Block]:
    """Write every entry of the record that has to do with the subject, kind by kind."""
    answer, wording = sheet.answer, sheet.wording
    yield from _section(
        wording.say("Accepted and granted"),
        [_entry(sheet, one.seq, one.on, _accepted(sheet, one)) for one in answer.accepted],
    )
    yield from _section(
        wording.say("Asked and not agreed"),
        [_entry(sheet, one.seq, one.on, _refused(sheet, one)) for one in answer.refused],
    )
    yield from _section(wording.say("Messages"), _happened(sheet, answer.messages))
    yield from _section(wording.say("Since then"), _happened(sheet, answer.later))
    yield from _papers(sheet)
    yield GAP
    yield Words(wording.say("The numbers are those of the entries in the record."))


def _section(heading: str, entries: Iterable[Field]) -> Iterator[Block]:
    rows = list(entries)
    if rows:
        yield GAP
        yield Heading(heading)
        yield from rows


def _entry(sheet: AnswerSheet, seq: int, on: date, texts: Iterable[str]) -> Field:
    label = f"{seq:>{sheet.column}}  {sheet.formats.short_date(on)}"
    return Field(label, ("\n".join(texts),), indent=2)


def _happened(sheet: AnswerSheet, happened: Iterable[Happening]) -> Iterator[Field]:
    for one in happened:
        yield _entry(sheet, one.entry.seq, one.on, sheet.words.said(one))


def _accepted(sheet: AnswerSheet, one: Acceptance) -> Iterator[str]:
    if one.what == sheet.answer.subject:
        yield sheet.words.step("exception_granted", "", one.by, None)
    elif one.what == QUOTE:
        yield sheet.words.step("quote_accepted", sheet.log.number, one.by, one.method)
    else:
        said = sheet.words.step("change_order_accepted", one.what, one.by, one.method)
        yield _titled(sheet, said, sheet.log.orders.get(one.what))
        order = sheet.answer.contract.order(one.what)
        amount = sheet.formats.signed(order.sum.net.change)
        facts = [sheet.wording.say("{amount} net", amount=amount)]
        if order.time.working_days.change:
            facts.append(sheet.words.facts.working_days(order.time.working_days.change))
        yield sheet.wording.listed(facts)
    yield from sheet.words.evidence(one.evidence)


def _refused(sheet: AnswerSheet, one: Refusal) -> Iterator[str]:
    number = sheet.log.number if one.event.startswith("quote_") else one.what
    said = sheet.words.step(one.event, number, one.by, one.method)
    title = one.title
    if title is None and one.event == "change_request_closed":
        title = one.what
    yield _titled(sheet, said, title)
    if one.net is not None:
        amount = sheet.formats.signed(one.net)
        yield sheet.wording.say("What it would have cost: {amount} net", amount=amount)
    if one.reason is not None:
        label = sheet.wording.say_in("of a change", "Reason")
        yield sheet.log.labelled(label, one_line(one.reason))
    yield from sheet.words.evidence(one.evidence)


def _papers(sheet: AnswerSheet) -> Iterator[Block]:
    """Name each file that proves an acceptance or a refusal, with its whole digest."""
    answer = sheet.answer
    proofs = [one.evidence for one in answer.accepted] + [one.evidence for one in answer.refused]
    papers = [paper for proof in proofs for paper in proof]
    if not papers:
        return
    yield GAP
    yield Heading(sheet.wording.say("Evidence"))
    for paper in papers:
        yield Words(one_line(paper["path"]), indent=2)
        digest = one_line(str(paper["digest"]).removeprefix("sha256:"))
        yield Words(sheet.wording.say("SHA-256 {digest}", digest=digest), indent=4)


def _titled(sheet: AnswerSheet, said: str, title: str | None) -> str:
    return said if title is None else sheet.log.labelled(said, one_line(title))
