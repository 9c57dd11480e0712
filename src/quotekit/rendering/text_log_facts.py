"""What an entry of the record says besides who took which step: amounts, days, titles, reasons."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from quotekit.quotes import TermException
from quotekit.record import Entry
from quotekit.rendering.cells import one_line
from quotekit.rendering.term_words import TERM_NAMES, TermValues
from quotekit.rendering.text_log_sheet import LogSheet
from quotekit.rendering.validity import granted, term_of
from quotekit.rendering.wording import mark_in
from quotekit.values import calendar_day, exact

Data = Mapping[str, Any]
_ALL = "all"

ENDINGS = {
    "completed": mark_in("why the work ended", "the work is completed"),
    "client_convenience": mark_in("why the work ended", "the client has ended it"),
    "client_breach": mark_in("why the work ended", "the client has broken the agreement"),
    "seller_withdraws": mark_in("why the work ended", "the seller has withdrawn"),
    "agreement": mark_in("why the work ended", "both sides have agreed to end it"),
}


class Facts:
    """Say what entries hold."""

    def __init__(self, sheet: LogSheet) -> None:
        """Take the words and names of the document."""
        self._sheet = sheet
        self._wording = sheet.wording
        self._said: dict[str, Callable[[Data], Iterator[str]]] = {
            "quote_sent": self._sent,
            "quote_accepted": self._accepted,
            "change_requested": self._requested,
            "change_request_closed": self._closed,
            "change_order_issued": self._issued,
            "change_order_accepted": self._order,
            "change_order_declined": self._order,
            "change_order_withdrawn": self._order,
            "proceed_instructed": self._instructed,
            "message": self._message,
            "progress": self._progress,
            "approved": self._approved,
            "received": self._received,
            "payment": self._payment,
            "exception_granted": self._granted,
            "ended": self._ended,
        }

    def of(self, entry: Entry) -> Iterator[str]:
        """Say first what belongs beside the step, which may be nothing; then all else."""
        say, data = self._said.get(entry.event), entry.data
        if say is None:
            yield ""
        else:
            yield from say(data)
        if data.get("honour_expired") is not None:
            yield self._wording.say(
                "after the last day, and honoured all the same: {reason}",
                reason=one_line(data["honour_expired"]),
            )
        if data.get("reason") is not None:
            label = self._wording.say_in("of a change", "Reason")
            yield self._sheet.labelled(label, one_line(data["reason"]))
        if "joined_from" in data:
            yield self._wording.say("taken over from another copy of the record")

    def _sent(self, data: Data) -> Iterator[str]:
        wording, formats = self._wording, self._sheet.formats
        revision = wording.say("revision {number}", number=formats.number(data["revision"]))
        facts = [revision]
        if "total" in data["totals"]:
            facts.append(self._sheet.money(exact(data["totals"]["total"])))
        until = data.get("valid_until")
        if until is not None:
            day = formats.date(calendar_day(until))
            facts.append(wording.say("valid until {day}", day=day))
        yield wording.listed(facts)
        for waiver in data.get("waived", ()):
            yield wording.say(
                "sent in spite of “{blocker}”: {reason}",
                blocker=one_line(waiver["blocker"]), reason=one_line(waiver["reason"]),
            )  # fmt: skip

    def _valid(self, until: str | None) -> Iterator[str]:
        if until is not None:
            day = self._sheet.formats.date(calendar_day(until))
            yield self._wording.say_in("a change order", "valid until {day}", day=day)

    def _accepted(self, data: Data) -> Iterator[str]:
        names = data.get("selected", ())
        listed = self._wording.listed(map(self._sheet.titled, names))
        yield self._wording.say("with {options}", options=listed) if names else ""

    def _requested(self, data: Data) -> Iterator[str]:
        request = data["request"]
        yield one_line(request.get("title", request["id"]))

    def _closed(self, data: Data) -> Iterator[str]:
        name = data["request"]
        yield one_line(self._sheet.requests.get(name, name))

    def _issued(self, data: Data) -> Iterator[str]:
        wording, order = self._wording, data["order"]
        yield one_line(order["title"] or "")
        formats, change = self._sheet.formats, order["change"]
        net = wording.say("{amount} net", amount=formats.signed(exact(change["net"])))
        facts = [net]
        days = int(change["working_days"])
        if days:
            facts.append(self.working_days(days))
        yield wording.listed((*facts, *self._valid(order["valid_until"])))
        if data.get("supersedes") is not None:
            number = one_line(data["supersedes"])
            yield wording.say("in place of change order {number}", number=number)

    def working_days(self, days: int) -> str:
        """Say by how many working days the time moves."""
        return self._wording.say_count(
            "{count} working day", "{count} working days", abs(days),
            count=self._sheet.formats.signed_number(days),
        )  # fmt: skip

    def _order(self, data: Data) -> Iterator[str]:
        yield one_line(self._sheet.orders.get(data["number"], ""))

    def _instructed(self, data: Data) -> Iterator[str]:
        yield from self._order(data)
        if data.get("limit") is not None:
            amount = self._sheet.money(exact(data["limit"]))
            yield self._wording.say("up to {amount}", amount=amount)

    def _message(self, data: Data) -> Iterator[str]:
        wording = self._wording
        yield one_line(data.get("summary") or "")
        facts = []
        if data.get("about"):
            names = wording.listed(map(self._sheet.titled, data["about"]))
            facts.append(wording.say("about {tasks}", tasks=names))
        if data.get("minutes"):
            facts.append(self._sheet.quantities.said(exact(data["minutes"]), "minute"))
        if facts:
            yield wording.listed(facts)

    def _progress(self, data: Data) -> Iterator[str]:
        percent = self._sheet.formats.progress(exact(data["percent"]))
        yield self._wording.say_in(
            "a task and how far it is", "{task} {percent}",
            task=self._sheet.titled(data["task"]), percent=percent,
        )  # fmt: skip

    def _approved(self, data: Data) -> Iterator[str]:
        task = data.get("task", _ALL)
        everything = self._wording.say_in("all the work", "everything")
        yield everything if task == _ALL else self._sheet.titled(task)

    def _received(self, data: Data) -> Iterator[str]:
        yield one_line(data["item"])

    def _payment(self, data: Data) -> Iterator[str]:
        amount = exact(data["amount"])
        text = self._sheet.money(amount.copy_abs())
        if data.get("for") is not None:
            name = self._sheet.instalment(data["for"])
            text = self._wording.say("{amount}, {instalment}", amount=text, instalment=name)
        yield text

    def _granted(self, data: Data) -> Iterator[str]:
        sheet, term = self._sheet, data["term"]
        exception = TermException.model_validate({"term": term, "value": data.get("value")})
        values = TermValues(sheet.wording, sheet.formats, sheet.quantities)
        value = values.said(term, term_of(granted(exception), term))
        yield sheet.labelled(sheet.wording.say(TERM_NAMES[term]), value)
        if data.get("expires") is not None:
            day = sheet.formats.date(calendar_day(data["expires"]))
            yield sheet.wording.say("until {day}", day=day)

    def _ended(self, data: Data) -> Iterator[str]:
        yield self._wording.say_in(*ENDINGS[data["cause"]])
