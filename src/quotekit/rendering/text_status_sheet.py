"""The sheet that the status of a job is written on."""

from dataclasses import dataclass

from quotekit.record import Status
from quotekit.rendering.formats import Formats
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.wording import Wording


@dataclass(frozen=True)
class StatusSheet:
    """Hold what every part of the page is written with: the quote as it is agreed or was sent."""

    status: Status
    page: Sheet

    @property
    def wording(self) -> Wording:
        """Return the words of the page."""
        return self.page.wording

    @property
    def formats(self) -> Formats:
        """Return the formats of the page."""
        return self.page.formats

    def labelled(self, label: str, text: str) -> str:
        """Put a label before a text."""
        return self.wording.say_in(
            "a label with its text", "{label}: {text}", label=label, text=text
        )
