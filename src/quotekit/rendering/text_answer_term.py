"""A term of the agreement as it held on a day, in the words of the agreement."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from quotekit.quotes import Agreement, written
from quotekit.rendering.agreement_terms import Sentences
from quotekit.rendering.blocks import GAP, Block, Heading, Words
from quotekit.rendering.cells import one_line
from quotekit.rendering.text_answer_sheet import AnswerSheet
from quotekit.rendering.validity import term_of

_TOGETHER = ("changes.allowance", "changes.rush", "late_payment")
"""Groups whose terms make one sentence together."""


def term_agreed(sheet: AnswerSheet) -> Iterator[Block]:
    """Write the sentences that the agreement has for a term, and name the agreement."""
    contract, wording = sheet.answer.contract, sheet.wording
    agreement = contract.agreement
    yield GAP
    if agreement is not None:
        title = one_line(agreement.title or wording.say("Service agreement"))
        if agreement.edition is None:
            yield Words(wording.say("“{agreement}” applies to this quote.", agreement=title))
        else:
            yield Words(
                wording.say(
                    "“{agreement}”, edition {edition}, applies to this quote.",
                    agreement=title,
                    edition=one_line(agreement.edition),
                )
            )
    texts = list(_sentences(sheet, sheet.agreement))
    if not texts:
        day = sheet.formats.date(sheet.answer.on)
        yield Words(wording.say("On {day}, nothing is agreed about this.", day=day))
        return
    yield GAP
    yield Heading(wording.say("In the words of the agreement"))
    bullet = sheet.bullet if len(texts) > 1 else ""
    yield from (Words(text, bullet, indent=2) for text in texts)


def _sentences(sheet: AnswerSheet, agreement: Agreement) -> Iterator[str]:
    """Say the one term, or what it makes sense with."""
    term = str(sheet.answer.subject)
    if term_of(agreement, term) in (None, ()):
        return iter(())
    name = next((group for group in _TOGETHER if term.startswith(f"{group}.")), term)
    value: Any = written(agreement)
    for key in name.split("."):
        value = value.get(key)
    for key in reversed(name.split(".")):
        value = {key: value}
    alone = Agreement.model_validate(value)
    said = Sentences(sheet.wording, sheet.formats)
    groups = (said.quotes, said.changes, said.contact, said.late_payment, said.ending)
    return chain.from_iterable(group(alone) for group in groups)
