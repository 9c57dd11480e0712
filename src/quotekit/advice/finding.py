"""What is missing in a quote, and why that matters."""

from dataclasses import dataclass, replace

from quotekit.errors import Fault, written_path


@dataclass(frozen=True, slots=True)
class Finding:
    """Say what is missing or vague; a blocker keeps the quote from going out.

    `code` is the name by which a blocker is waived. `keys` is the place in the quote, `why` what
    it is good for. File, line and column are None until somebody who knows the file has found
    them; lines and columns count from 1.
    """

    code: str
    blocker: bool
    fact: str
    remedy: str
    why: str
    keys: tuple[str | int, ...] = ()
    file: str | None = None
    line: int | None = None
    column: int | None = None

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
