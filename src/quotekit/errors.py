"""The error tree: everything quotekit raises on purpose stands below `QuotekitError`.

    QuotekitError                 something is wrong, and the message says what to do
    ├── InvalidInputError         a document breaks its rules (exit code 2)
    │   └── UnpriceableError      a sound quote whose terms do not work out, such as
    │                             instalments above the payable amount
    ├── NotAllowedError           a step that is not allowed now (exit code 1)
    │   ├── StaleBaseError        a change order prices a quote that is no longer the agreed one
    │   ├── ConflictError         a change order changes what another one has changed since
    │   └── ExpiredError          an offer is no longer open
    ├── UnknownNameError          a language, format, unit of output or schema that is not there
    └── FileAccessError           could not read, write or lock (exit code 3)

Every error carries `faults`: place, fact and remedy, each in a field of its own, so that a
program need not parse the message.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

__all__ = [
    "ConflictError",
    "ExpiredError",
    "Fault",
    "FileAccessError",
    "InvalidInputError",
    "NotAllowedError",
    "QuotekitError",
    "StaleBaseError",
    "UnknownNameError",
    "UnpriceableError",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """State one fault: where it is, what is wrong, and what to do about it.

    `code` is stable across releases. `path` is the place inside the document
    (`tasks[2].quantity`), `line` and `column` count from 1. `value` is the offending text as
    written, None where something is missing.
    """

    code: str
    message: str
    remedy: str
    path: str = ""
    value: str | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None
    keys: tuple[str | int, ...] = ()
    """`path` as keys and list positions, from the root of the document."""
    on_key: bool = False
    """Whether the key itself is at fault rather than the value behind it."""

    def __str__(self) -> str:
        """Say place, fact, remedy, in that order, in one line."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        said = f"{self.message}; {self.remedy}" if self.remedy else self.message
        return ": ".join(part for part in (place, self.path, said) if part)

    def at(self, *keys: str | int) -> "Fault":
        """Return this fault seen from further out: its path is put behind `keys`."""
        inner = keys + self.keys
        return replace(self, keys=inner, path=written_path(inner))


def written_path(keys: Iterable[str | int]) -> str:
    """Write keys and list positions as a person does: `tasks[2].quantity`."""
    path = ""
    for key in keys:
        path += f"[{key}]" if isinstance(key, int) else f".{key}" if path else str(key)
    return path


MOST_FAULTS = 100
"""How many faults are told at once; nobody mends more before the next look."""


def first_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Take the first hundred faults, and say in one more where there are others.

    What lies behind them is not even looked for, so that no document keeps anybody busy.
    """
    found = tuple(islice(faults, MOST_FAULTS + 1))
    if len(found) <= MOST_FAULTS:
        return found
    fact = f"there are more faults than these {MOST_FAULTS}"
    last = Fault("more_faults", fact, "mend these first", file=found[-2].file)
    return *found[:-1], last


class QuotekitError(Exception):
    """Anything quotekit refuses; `faults` holds at least one `Fault`."""

    def __init__(self, *faults: Fault) -> None:
        """Take every fault found, in the order they are to be read."""
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        """Say each fault in a line of its own."""
        return "\n".join(str(fault) for fault in self.faults)


class InvalidInputError(QuotekitError):
    """A document that breaks its rules; nothing was changed."""


class UnpriceableError(InvalidInputError):
    """A well-formed quote whose terms do not work out once it is priced."""


class NotAllowedError(QuotekitError):
    """A step that the present state does not allow; nothing was changed."""


class StaleBaseError(NotAllowedError):
    """A change order whose base is no longer the agreed quote; the faults name what came since."""


class ConflictError(NotAllowedError):
    """A change order that changes what an order accepted since has changed."""


class ExpiredError(NotAllowedError):
    """A change order whose validity is over."""


class UnknownNameError(QuotekitError):
    """A language, format or schema that quotekit does not know."""


class FileAccessError(QuotekitError):
    """A file that could not be read, written or locked; what was there is whole."""
