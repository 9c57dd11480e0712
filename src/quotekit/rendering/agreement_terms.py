"""The terms of a service agreement as sentences a client can read."""

from collections.abc import Iterator
from decimal import Decimal

from quotekit.quotes import Agreement
from quotekit.rendering.change_terms import ChangeSentences
from quotekit.rendering.formats import Formats
from quotekit.rendering.wording import Wording


class Sentences:
    """Say the terms of an agreement, group by group."""

    def __init__(self, wording: Wording, formats: Formats) -> None:
        """Take the words and formats of the document."""
        self._wording = wording
        self._formats = formats
        self._number = formats.number

    def quotes(self, agreement: Agreement) -> Iterator[str]:
        """Say how long a quote stays open, what it asks as a deposit, and the smallest job."""
        terms = agreement.quotes
        if terms.valid_days is not None:
            yield self._wording.say_count(
                "A quote may be accepted for {count} day from its date, unless it names another "
                "day.",
                "A quote may be accepted for {count} days from its date, unless it names another "
                "day.",
                terms.valid_days, count=self._number(terms.valid_days),
            )  # fmt: skip
        if terms.deposit is not None:
            percent = self._formats.percent(terms.deposit)
            if terms.deposit.is_zero():
                yield self._wording.say("No deposit is asked.")
            else:
                yield self._wording.say(
                    "A deposit of {percent} is paid before work begins.", percent=percent
                )
        if terms.minimum_total is not None and not terms.minimum_total.is_zero():
            amount = self._formats.price(terms.minimum_total)
            yield self._wording.say("The smallest job comes to {amount}.", amount=amount)

    def changes(self, agreement: Agreement) -> Iterator[str]:
        """Say what a change costs, and what of it is free."""
        return ChangeSentences(self._wording, self._formats).of(agreement.changes)

    def contact(self, agreement: Agreement) -> Iterator[str]:
        """Say how often there is news, how soon a reply, and how many messages are included."""
        terms = agreement.contact
        if terms.update_every_days is not None:
            yield self._wording.say_count(
                "The seller reports on progress every day.",
                "The seller reports on progress every {count} days.",
                terms.update_every_days, count=self._number(terms.update_every_days),
            )  # fmt: skip
        if terms.reply_days is not None:
            yield self._wording.say_count(
                "Messages are answered within {count} day.",
                "Messages are answered within {count} days.",
                terms.reply_days, count=self._number(terms.reply_days),
            )  # fmt: skip
        if terms.messages_per_week is not None:
            yield self._wording.say_count(
                "{count} message a week is included in the price.",
                "Up to {count} messages a week are included in the price.",
                terms.messages_per_week, count=self._number(terms.messages_per_week),
            )  # fmt: skip
        if terms.extra_hour_rate is not None:
            amount = self._formats.price(terms.extra_hour_rate)
            yield self._wording.say(
                "Contact beyond what is included costs {amount} an hour.", amount=amount
            )

    def late_payment(self, agreement: Agreement) -> Iterator[str]:
        """Say what late payment costs."""
        terms = agreement.late_payment
        if terms.percent is not None and not terms.percent.is_zero():
            percent = self._formats.percent(terms.percent)
            if terms.per == "month":
                yield self._wording.say(
                    "An amount paid late bears interest of {percent} a month.", percent=percent
                )
            elif terms.per == "year":
                yield self._wording.say(
                    "An amount paid late bears interest of {percent} a year.", percent=percent
                )
            else:
                yield self._wording.say(
                    "An amount paid late bears interest of {percent}.", percent=percent
                )
        if terms.fee is not None and not terms.fee.is_zero():
            amount = self._formats.price(terms.fee)
            yield self._wording.say("Each late payment bears a fee of {amount}.", amount=amount)

    def ending(self, agreement: Agreement) -> Iterator[str]:
        """Say how the work together may be ended, and what that costs."""
        terms = agreement.ending
        if terms.notice_days is not None:
            yield self.notice(terms.notice_days)
        if terms.fee is not None:
            yield self.ending_fee(terms.fee)
        if terms.reserve is not None and not terms.reserve.is_zero():
            yield self.reserve(terms.reserve)

    def notice(self, days: int) -> str:
        """Say with what notice the work may be ended."""
        return self._wording.say_count(
            "Either side may end the work with a notice of {count} day.",
            "Either side may end the work with a notice of {count} days.",
            days, count=self._number(days),
        )  # fmt: skip

    def ending_fee(self, percent: Decimal) -> str:
        """Say what ending the work costs the client."""
        if percent.is_zero():
            return self._wording.say("Ending the work bears no fee.")
        return self._wording.say(
            "If the client ends the work, or breaks the agreement so that it ends, "
            "{percent} of the net amount not yet earned is due.",
            percent=self._formats.percent(percent),
        )

    def reserve(self, percent: Decimal) -> str:
        """Say how much of what is paid and not earned is kept aside."""
        return self._wording.say(
            "Of what is paid and not yet earned, the seller keeps {percent} aside, so that it "
            "can be paid back.",
            percent=self._formats.percent(percent),
        )
