"""What happened in words: one entry of the record, who took the step, how, and what proves it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quotekit.record import Happening
from quotekit.rendering.cells import one_line
from quotekit.rendering.text_log_facts import Facts
from quotekit.rendering.text_log_sheet import LogSheet
from quotekit.rendering.wording import mark, mark_in

_HEADS = {
    "quote_sent": mark_in("what happened", "Quote {number} sent"),
    "quote_accepted": mark_in("what happened", "Quote {number} accepted"),
    "quote_declined": mark_in("what happened", "Quote {number} declined"),
    "quote_withdrawn": mark_in("what happened", "Quote {number} withdrawn"),
    "change_requested": mark_in("what happened", "Change requested"),
    "change_request_closed": mark_in("what happened", "Change request closed"),
    "change_order_issued": mark_in("what happened", "Change order {number} issued"),
    "change_order_accepted": mark_in("what happened", "Change order {number} accepted"),
    "change_order_declined": mark_in("what happened", "Change order {number} declined"),
    "change_order_withdrawn": mark_in("what happened", "Change order {number} withdrawn"),
    "proceed_instructed": mark_in(
        "what happened", "Start on change order {number} instructed before its acceptance"
    ),
    "progress": mark_in("what happened", "Progress noted"),
    "approved": mark_in("what happened", "Work approved"),
    "delivered": mark_in("what happened", "Work delivered"),
    "received": mark_in("what happened", "Material supplied"),
    "payment": mark_in("what happened", "Payment made"),
    "exception_granted": mark_in("what happened", "Exception granted"),
    "ended": mark_in("what happened", "Job ended"),
    "reopened": mark_in("what happened", "Job reopened"),
    "void": mark_in("what happened", "Entry {number} struck out"),
}

_METHODS = {
    "mail": mark("by mail"),
    "email": mark("by e-mail"),
    "letter": mark("by letter"),
    "phone": mark("by phone"),
    "chat": mark("by chat"),
    "meeting": mark("in a meeting"),
    "signature": mark("by signature"),
}
_SPELLINGS = {
    "e-mail": "email", "post": "letter", "call": "phone", "telephone": "phone",
    "in person": "meeting", "signed": "signature",
}  # fmt: skip
_DIGITS = 16


class EntryWords:
    """Say entries of the record."""

    def __init__(self, sheet: LogSheet) -> None:
        """Take the words and names of the document."""
        self._sheet = sheet
        self._wording = sheet.wording
        self.facts = Facts(sheet)

    def said(self, one: Happening) -> Iterator[str]:
        """Say what happened, by whom and how; then, each by itself, what else there is to know."""
        wording = self._wording
        # What an event of a later version holds is not looked at: it goes by its name.
        data = one.entry.data if one.is_known else {}
        head = self._head(one.entry.event, data)
        text, *details = self.facts.of(one.entry) if one.is_known else ("",)
        whole = self._sheet.labelled(head, text) if text else head
        if one.voided_by is not None:
            number = str(one.voided_by)
            whole = wording.say("void (entry {number}): {entry}", number=number, entry=whole)
        yield whole
        yield from details
        yield from self.evidence(data.get("evidence", ()))
        if one.days_late > 0:
            count = self._sheet.formats.number(one.days_late)
            yield wording.say_count(
                "written {count} day later", "written {count} days later", one.days_late,
                count=count,
            )  # fmt: skip

    def _head(self, event: str, data: Mapping[str, Any]) -> str:
        if event == "message":
            return self.how(self._message(data), data.get("channel"))
        # Money that goes back is not paid by the one who paid it.
        if event == "payment" and str(data["amount"]).startswith("-"):
            return self._wording.say_in("what happened", "Refund made")
        number = self._sheet.number if event.startswith("quote_") else str(data.get("number", ""))
        if event == "void":
            number = str(data["seq"])
        return self.step(event, number, data.get("by"), data.get("method"))

    def step(self, event: str, number: str, name: str | None, method: str | None) -> str:
        """Say a step, who took it, and how: `Quote Q-7 accepted by Jonas Weber, by mail`."""
        head = _HEADS.get(event)
        said = one_line(event)
        if head is not None:
            said = self._wording.say_in(*head, number=one_line(number))
        if name is not None:
            said = self._wording.say_in(
                "a step and who took it", "{step} by {name}", step=said, name=one_line(name)
            )
        return self.how(said, method)

    def how(self, said: str, method: str | None) -> str:
        """Add how something was said or done, where that is known."""
        if method is None:
            return said
        return self._wording.say_in(
            "a step and how it was taken", "{step}, {how}", step=said, how=self.method(method)
        )

    def method(self, method: str) -> str:
        """Say how: `by mail`; a way that is not known in brackets, as it was written."""
        key = method.strip().casefold()
        known = _METHODS.get(_SPELLINGS.get(key, key))
        if known is not None:
            return self._wording.say(known)
        return self._wording.say_in("another way", "({how})", how=one_line(method))

    def _message(self, data: Mapping[str, Any]) -> str:
        wording = self._wording
        sender, receiver = data.get("from") or data.get("by"), data.get("to")
        if sender is not None and receiver is not None:
            return wording.say(
                "Message from {sender} to {receiver}",
                sender=one_line(sender), receiver=one_line(receiver),
            )  # fmt: skip
        if sender is not None:
            return wording.say("Message from {sender}", sender=one_line(sender))
        if receiver is not None:
            return wording.say("Message to {receiver}", receiver=one_line(receiver))
        return wording.say_in("what happened", "Message")

    def evidence(self, papers: Iterable[Mapping[str, Any]]) -> Iterator[str]:
        """Say which files prove it, each with the beginning of its digest."""
        for paper in papers:
            digest = str(paper["digest"]).removeprefix("sha256:")
            shown = digest if len(digest) <= _DIGITS else f"{digest[:_DIGITS]}…"
            text = self._wording.say(
                "{file} (SHA-256 {digest})", file=one_line(paper["path"]), digest=one_line(shown)
            )
            yield self._sheet.labelled(self._wording.say("Evidence"), text)
