"""When a step of a job was taken and by whom, and what it has come to."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quotekit.record import Entry


@dataclass(frozen=True, slots=True)
class Stamp:
    """Say when a step happened and who took it, and when and by whom that is written.

    `at` is ISO 8601 with its zone, as the caller's clock has it. Without `by` it is whose step
    it is: the client's or the seller's.
    """

    on: date
    at: str
    recorded_by: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """Say what a step has come to: its entry, whether that is new, and what else was written.

    `document` is the file that goes to the client; `notices` is what the user should know.
    """

    entry: Entry
    is_new: bool
    document: Path | None = None
    notices: tuple[str, ...] = ()
