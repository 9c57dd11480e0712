"""The terms by which changes are charged, as sentences a client can read."""

from collections.abc import Iterator
from decimal import Decimal

from quotekit.quotes import ChangeTerms, Late
from quotekit.rendering.formats import Formats
from quotekit.rendering.wording import Wording


class ChangeSentences:
    """Say each term of changes by itself; nothing where it is silent."""

    def __init__(self, wording: Wording, formats: Formats) -> None:
        """Take the words and formats of the document."""
        self._wording = wording
        self._formats = formats
        self._number = formats.number

    def of(self, terms: ChangeTerms) -> Iterator[str]:
        """Say all terms: what is free, what a change costs, how long an order stays open."""
        yield from self._allowance(terms)
        yield from self.handling_fee(terms)
        yield from self.minimum(terms)
        yield from self.rush(terms)
        for late in terms.late:
            yield self.late(late)
        yield from self.removal(terms)
        yield from self.saving_share(terms)
        if terms.valid_days is not None:
            yield self._wording.say_count(
                "A change order may be accepted for {count} day.",
                "A change order may be accepted for {count} days.",
                terms.valid_days, count=self._number(terms.valid_days),
            )  # fmt: skip

    def _allowance(self, terms: ChangeTerms) -> Iterator[str]:
        allowance = terms.allowance
        if allowance is None:
            return
        count = self._number(allowance.revisions)
        if allowance.revisions == 0:
            yield self._wording.say("No rounds of corrections are free of charge.")
        elif allowance.per == "task":
            yield self._wording.say_count(
                "{count} round of corrections is free of charge for each task.",
                "{count} rounds of corrections are free of charge for each task.",
                allowance.revisions, count=count,
            )  # fmt: skip
        else:
            yield self._wording.say_count(
                "{count} round of corrections is free of charge for the whole job.",
                "{count} rounds of corrections are free of charge for the whole job.",
                allowance.revisions, count=count,
            )  # fmt: skip
        if allowance.hours is not None and allowance.revisions > 0:
            yield self._wording.say_count(
                "A free round takes at most {count} hour.",
                "A free round takes at most {count} hours.",
                allowance.hours, count=self._number(allowance.hours),
            )  # fmt: skip

    def handling_fee(self, terms: ChangeTerms) -> Iterator[str]:
        """Say what handling a change order costs."""
        if terms.handling_fee is None:
            return
        if terms.handling_fee.is_zero():
            yield self._wording.say("A change order bears no handling fee.")
        else:
            amount = self._formats.price(terms.handling_fee)
            yield self._wording.say(
                "A change order that adds work bears a handling fee of {amount}.", amount=amount
            )

    def minimum(self, terms: ChangeTerms) -> Iterator[str]:
        """Say what a change that is charged comes to at least."""
        if terms.minimum is not None and not terms.minimum.is_zero():
            amount = self._formats.price(terms.minimum)
            yield self._wording.say(
                "A change that is charged comes to at least {amount}.", amount=amount
            )

    def rush(self, terms: ChangeTerms) -> Iterator[str]:
        """Say what is rushed, and what that costs."""
        if terms.rush is not None and not terms.rush.percent.is_zero():
            yield self._wording.say_count(
                "Work wanted within {count} working day of the request costs {percent} more.",
                "Work wanted within {count} working days of the request costs {percent} more.",
                terms.rush.within_days, count=self._number(terms.rush.within_days),
                percent=self._formats.percent(terms.rush.percent),
            )  # fmt: skip

    def late(self, late: Late) -> str:
        """Say what extending a task costs that has come so far."""
        return self._wording.say(
            "Where a task is extended once {progress} of it is done, the extension costs "
            "{percent} more.",
            progress=self._formats.percent(late.progress),
            percent=self._formats.percent(late.percent),
        )

    def removal(self, terms: ChangeTerms) -> Iterator[str]:
        """Say what is credited of work that is taken out."""
        if terms.removal is not None:
            yield self._wording.say(
                "Where work is taken out, {percent} of the price of the part not yet done is "
                "credited.",
                percent=self._formats.percent(terms.removal.credit),
            )

    def saving_share(self, terms: ChangeTerms) -> Iterator[str]:
        """Say who has what of a saving."""
        if terms.saving_share is not None:
            yield self._saving(terms.saving_share)

    def _saving(self, share: Decimal) -> str:
        if share.is_zero():
            return self._wording.say(
                "Where the seller's own idea lowers the price, the whole saving is the client's."
            )
        return self._wording.say(
            "Where the seller's own idea lowers the price, the seller keeps {percent} of the "
            "saving.",
            percent=self._formats.percent(share),
        )
