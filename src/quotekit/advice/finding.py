"""What is missing in a quote, and why that matters."""

from dataclasses import dataclass

from quotekit.errors import Fault, written_path


@dataclass(frozen=True, slots=True)
class Finding:
    """Say what is missing or vague; a blocker keeps the quote from going out.

    `code` is the name by which a blocker is waived. `keys` is the place in the quote, `why` what
    it is good for.
    """

    code: str
    blocker: bool
    fact: str
    remedy: str
    why: str
    keys: tuple[str | int, ...] = ()

    @property
    def path(self) -> str:
        """Return the place in the quote as a person writes it."""
        return written_path(self.keys)

    def as_fault(self) -> Fault:
        """Return the finding as a fault, so that its line in the file can be found."""
        return Fault(self.code, self.fact, self.remedy).at(*self.keys)
