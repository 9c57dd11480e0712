"""One event of the record: what every one says, and the files that prove it."""

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator

from quotekit.quotes import Written
from quotekit.values import Day, Title, refuse


def _beside(path: str) -> str:
    """Refuse a path that may lead out of the folder of the job."""
    parts = path.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or ":" in parts[0]:
        raise refuse("outside", "this path leads out of the job's folder", "name a file in it")
    return path


class Evidence(Written):
    """Name a file kept with the record, by its path in the job's folder, and its SHA-256."""

    path: Annotated[Title, AfterValidator(_beside)]
    digest: Title


class Document(Evidence):
    """Name a document as it went out."""


class Event(Written):
    """Stand below every event: `on` is the day it happened, `by` who did it.

    `joined_from` is the hash that an entry of another branch of the journal bears there.
    """

    name: ClassVar[str]
    on: Day
    by: Title | None = None
    joined_from: Title | None = None

    def plain(self) -> dict[str, Any]:
        """Return what an entry holds of it: plain data, null where nothing was stated."""
        data = self.model_dump(mode="json", by_alias=True)
        if self.joined_from is None:
            del data["joined_from"]
        return data


class Proven(Event):
    """Stand below what somebody does with a document, or approves.

    `method` says by which way, `evidence` names what proves it.
    """

    method: Title | None = None
    evidence: tuple[Evidence, ...] = ()
