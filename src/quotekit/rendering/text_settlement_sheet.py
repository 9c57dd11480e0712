"""The sheet that the settlement of a contract is written on."""

from dataclasses import dataclass

from quotekit.advice import Settlement
from quotekit.rendering.formats import Formats
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.wording import Wording


@dataclass(frozen=True)
class SettlementSheet:
    """Hold what every part of the page is written with: the contract as it is agreed now."""

    settlement: Settlement
    page: Sheet

    @property
    def wording(self) -> Wording:
        """Return the words of the page."""
        return self.page.wording

    @property
    def formats(self) -> Formats:
        """Return the formats of the page."""
        return self.page.formats

    @property
    def none(self) -> str:
        """Return what stands where there is no amount."""
        return self.wording.say_in("an amount that is not there", "–")

    def labelled(self, label: str, text: str) -> str:
        """Put a label before a text."""
        return self.wording.say_in(
            "a label with its text", "{label}: {text}", label=label, text=text
        )
