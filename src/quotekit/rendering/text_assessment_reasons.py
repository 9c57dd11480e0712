"""The reasons to take a job or to decline it, in words."""

from collections.abc import Callable
from decimal import Decimal

from quotekit.advice import Assessment, Reason
from quotekit.rendering.cells import one_line
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.signal_words import HAPPENED, VETOED, happened
from quotekit.rendering.term_words import TERM_NAMES
from quotekit.rendering.wording import mark

_SAID = {
    "no_floor": mark("The lowest rate that you can live on is not stated."),
    "no_hours": mark("How many hours the job takes is not said."),
    "no_agreement": mark("No service agreement applies."),
    "no_deposit": mark("Nothing is due before work begins."),
    "low_deposit": mark("Less is due before work begins than the agreement asks for."),
    "no_seller": mark("The quote does not say who offers this."),
    "no_client": mark("The quote does not say whom this is offered to."),
    "no_valid_until": mark("The quote is open for ever."),
    "no_tasks": mark("The quote offers nothing."),
    **VETOED,
}


class ReasonWords:
    """Say the reasons of one assessment in the words of its page."""

    def __init__(self, sheet: Sheet, found: Assessment) -> None:
        """Take the words of the page, and what the reasons rest on."""
        self._sheet = sheet
        self._wording = sheet.wording
        self._found = found
        self._exceptions = iter(found.completeness.exceptions)
        self._rates: dict[str, Callable[[], str]] = {
            "loss": self._loss,
            "thin_margin": self._thin_margin,
            "above_floor": self._above_floor,
            "below_floor": self._below_floor,
            "unclear": self._unclear,
            "exception": self._exception,
        }

    def of(self, reason: Reason) -> str:
        """Say a reason; exceptions to the agreement are said in the order of the quote."""
        if reason.code in _SAID:
            return self._wording.say(_SAID[reason.code])
        if reason.code in HAPPENED:
            return happened(self._sheet, reason.code, reason.times)
        if reason.code in self._rates:
            return self._rates[reason.code]()
        item = open_item(self._sheet, self._found, reason.code)
        return self._wording.say("Nobody has answered this question of scope: {item}", item=item)

    def evidence_label(self, reason: Reason) -> str:
        """Name what stands below a reason: why an exception was made, else what shows it."""
        if reason.code == "exception":
            return self._wording.say_in("of a change", "Reason")
        return self._wording.say_in("what shows a reason", "Evidence")

    def _loss(self) -> str:
        amount = self._sheet.formats.money(self._found.viability.margin.copy_abs())
        return self._wording.say("The job costs {amount} more than it brings in.", amount=amount)

    def _thin_margin(self) -> str:
        percent = self._percent(self._found.viability.margin_percent)
        return self._wording.say(
            "Only {percent} of the net amount is left once the costs are paid.", percent=percent
        )

    def _above_floor(self) -> str:
        return self._wording.say(
            "An hour brings in {rate}; your lowest rate is {floor}.", **self._hourly()
        )

    def _below_floor(self) -> str:
        return self._wording.say(
            "An hour brings in {rate}, and at least {floor} are needed.", **self._hourly()
        )

    def _hourly(self) -> dict[str, str]:
        worth, price = self._found.viability, self._sheet.formats.price
        rates = {"rate": worth.hourly_rate, "floor": worth.floor_rate}
        return {name: "" if rate is None else price(rate) for name, rate in rates.items()}

    def _unclear(self) -> str:
        percent = self._percent(self._found.completeness.score)
        return self._wording.say("The quote is {percent} complete.", percent=percent)

    def _exception(self) -> str:
        exception = next(self._exceptions)
        name = self._wording.say(TERM_NAMES[exception.term])
        if exception.reason is None:
            return self._wording.say(
                "An exception to the agreement, for no stated reason: {term}", term=name
            )
        return self._wording.say("An exception to the agreement: {term}", term=name)

    def _percent(self, percent: Decimal | None) -> str:
        return "" if percent is None else self._sheet.formats.percent(percent)


def open_item(sheet: Sheet, found: Assessment, code: str) -> str:
    """Return the question of scope that a blocker of this code is about, by its place."""
    places = (one.keys[1] for one in found.completeness.blockers if one.code == code)
    return one_line(sheet.quote.scope[int(next(places))].item)
