"""The terms of a service agreement in words, as an exception or a list of amounts names them."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from quotekit.quotes import MONEY_TERMS, Agreement, Late, TermException
from quotekit.rendering.cells import one_line
from quotekit.rendering.formats import Formats
from quotekit.rendering.quantities import Quantities
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.validity import granted, term_of
from quotekit.rendering.wording import Wording, mark, mark_in

TERM_NAMES = {
    "changes.allowance.hours": mark("Longest free round of corrections"),
    "changes.allowance.per": mark("Free rounds of corrections are counted"),
    "changes.allowance.revisions": mark("Free rounds of corrections"),
    "changes.handling_fee": mark("Handling fee of a change order"),
    "changes.late": mark("Surcharge for late changes"),
    "changes.minimum": mark("Smallest charge of a change order"),
    "changes.removal.credit": mark("Credit for work that is taken out"),
    "changes.rush.percent": mark("Surcharge for rushed changes"),
    "changes.rush.within_days": mark("A change is rushed if it is wanted within"),
    "changes.saving_share": mark("The seller's share of a saving"),
    "changes.valid_days": mark("Validity of a change order"),
    "contact.extra_hour_rate": mark("Hourly rate of contact beyond what is included"),
    "contact.messages_per_week": mark("Messages included each week"),
    "contact.reply_days": mark("Longest time to a reply"),
    "contact.update_every_days": mark("Time between two updates"),
    "ending.fee": mark("Fee for ending early"),
    "ending.notice_days": mark("Notice"),
    "ending.reserve": mark("Reserve of what is paid and not yet earned"),
    "late_payment.fee": mark("Fee for late payment"),
    "late_payment.per": mark("Interest on late payment is reckoned"),
    "late_payment.percent": mark("Interest on late payment"),
    "quotes.deposit": mark("Deposit"),
    "quotes.minimum_total": mark("Smallest job"),
    "quotes.valid_days": mark("Validity of a quote"),
}

_CHOICES = {
    "task": mark_in("free rounds of corrections", "per task"),
    "quote": mark_in("free rounds of corrections", "for the whole job"),
    "month": mark_in("interest", "per month"),
    "year": mark_in("interest", "per year"),
}


def exception_text(sheet: Sheet, exception: TermException) -> str:
    """Say where a quote departs from its agreement, from what, and why."""
    term, wording = exception.term, sheet.wording
    values = TermValues(wording, sheet.formats, sheet.quantities)
    value = values.said(term, term_of(granted(exception), term))
    name = wording.say(TERM_NAMES[term])
    agreement = sheet.agreement
    if agreement is None:
        text = wording.say_in("a label with its text", "{label}: {text}", label=name, text=value)
    else:
        usual = values.said(term, _usual(agreement, term, sheet.priced.currency))
        text = wording.say(
            "{term}: {value} instead of {usual}", term=name, value=value, usual=usual
        )
    if exception.reason is None:
        return text
    return wording.say("{text}. Reason: {reason}", text=text, reason=one_line(exception.reason))


def _usual(agreement: Agreement, term: str, currency: str) -> Any:  # noqa: ANN401 - as `term_of`
    if term in MONEY_TERMS and agreement.currency is not None:
        amounts = agreement.amounts.get(currency, {})
        if agreement.currency.code != currency and term in amounts:
            return amounts[term]
    return term_of(agreement, term)


class TermValues:
    """Say what a term holds: an amount, a percent, a number of days, a word."""

    def __init__(self, wording: Wording, formats: Formats, quantities: Quantities) -> None:
        """Take the words and formats of the document."""
        self._wording = wording
        self._formats = formats
        self._quantities = quantities

    def said(self, term: str, value: Any) -> str:  # noqa: ANN401 - what the term may hold
        """Say a value; nothing, and no money, is `none`."""
        if value is None or value == ():
            return self._wording.say_in("value of a term", "none")
        if isinstance(value, str):
            return self._wording.say_in(*_CHOICES[value])
        if isinstance(value, tuple):
            return self._late(value)
        if term in MONEY_TERMS:
            return self._money(value)
        return self._kind(term)(value)

    def _kind(self, term: str) -> Callable[[Decimal], str]:
        name = term.rpartition(".")[2]
        if name == "within_days":
            return lambda days: self._quantities.working_days(int(days))
        if name.endswith("days"):
            return self._quantities.days
        if name == "hours":
            return lambda hours: self._quantities.said(hours, "hour")
        if name in {"revisions", "messages_per_week"}:
            return self._formats.number
        return self._formats.percent

    def _money(self, amount: Decimal) -> str:
        if amount.is_zero():
            return self._wording.say_in("value of a term", "none")
        return self._formats.price(amount)

    def _late(self, steps: Iterable[Late]) -> str:
        return self._wording.listed(
            self._wording.say(
                "{percent} from {progress} of the task",
                percent=self._formats.percent(step.percent),
                progress=self._formats.percent(step.progress),
            )
            for step in steps
        )
