"""What is missing in a quote, and why that matters."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from quotekit.advice.finding_words import WORDS, FindingWords
from quotekit.errors import Fault, written_path
from quotekit.values import plain


@dataclass(frozen=True, slots=True)
class Finding:
    """Say what is missing or vague; a blocker keeps the quote from going out.

    `code` is the name by which a blocker is waived. `keys` is the place in the quote, `about` what
    stands there. `asked` and `given` are what the agreement asks for and what there is, in percent
    or in the currency of the quote, as `unit` says. File, line and column are None until somebody
    who knows the file has found them; lines and columns count from 1.
    """

    code: str
    blocker: bool
    keys: tuple[str | int, ...] = ()
    about: str = ""
    asked: Decimal | None = None
    given: Decimal | None = None
    unit: Literal["percent", "amount"] = "amount"
    file: str | None = None
    line: int | None = None
    column: int | None = None

    @property
    def words(self) -> FindingWords:
        """Return the words of this kind of finding, with nothing filled in."""
        return WORDS[self.code.partition(":")[0]]

    @property
    def fact(self) -> str:
        """Say what is missing, in English."""
        asked = "" if self.asked is None else plain(self.asked)
        if self.unit == "percent":
            asked += " %"
        given = "" if self.given is None else f"{self.given:f}"
        return self.words.fact.format(about=self.about, asked=asked, given=given)

    @property
    def remedy(self) -> str:
        """Say what to write instead, in English."""
        return self.words.remedy.format()

    @property
    def why(self) -> str:
        """Say why it matters, in English."""
        return self.words.why

    @property
    def path(self) -> str:
        """Return the place in the quote as a person writes it."""
        return written_path(self.keys)

    def as_fault(self) -> Fault:
        """Return the finding as a fault, so that its line in the file can be found."""
        fault = Fault(self.code, self.fact, self.remedy).at(*self.keys)
        return replace(fault, file=self.file, line=self.line, column=self.column)

    def placed(self, fault: Fault) -> "Finding":
        """Return the finding at the place of a fault that was made of it."""
        return replace(self, keys=fault.keys, file=fault.file, line=fault.line, column=fault.column)
