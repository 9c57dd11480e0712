"""The studio file: what every quote of a studio shares, laid under what one quote states."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from posixpath import dirname, join
from typing import Any

from quotekit.errors import Fault
from quotekit.files.guarded_yaml import Document
from quotekit.files.positions import placed

_NOT_SHARED = (
    "number", "title", "date", "valid_until", "client", "tasks", "selected", "studio",
)  # fmt: skip
_VALUES = frozenset({"currency"})
"""Keys whose map is one value, so that no half of it is taken from the other file."""

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """Hold a quote with its studio file laid under it, and know which file said what."""

    data: dict[str, Any]
    quote: Document
    studio: Document | None = None

    def placed(self, faults: Iterable[Fault]) -> list[Fault]:
        """Give each fault its file, line and column, and its path as that file has it."""
        ours: list[Fault] = []
        theirs: list[Fault] = []
        for fault in faults:
            document, keys = self.origin(fault.keys)
            here = fault if keys == fault.keys else replace(fault, keys=()).at(*keys)
            (ours if document is self.quote else theirs).append(here)
        found = placed(ours, self.quote) if ours else []
        return found + placed(theirs, self.studio) if theirs and self.studio else found

    def origin(self, keys: Keys) -> tuple[Document, Keys]:
        """Return the document that says what stands at these keys, and the keys in it."""
        studio = self.studio
        if studio is None or not keys or keys[0] not in studio.data:
            return self.quote, keys
        head = str(keys[0])
        if head in _NOT_SHARED or head == "quotekit":
            return self.quote, keys
        if head not in self.quote.data:
            return studio, keys
        own, shared = self.quote.data[head], studio.data[head]
        inner = keys[1] if len(keys) > 1 else None
        if head == "notices":
            lines = _lines(shared)
            if lines is None or (isinstance(inner, int) and inner < len(lines)):
                return studio, keys
            after = (inner - len(lines),) if isinstance(inner, int) else ()
            return self.quote, (head, *after, *keys[2:])
        if _join_keys(head, own, shared) and inner in shared and inner not in own:
            return studio, keys
        return self.quote, keys


def merge(quote: Document, studio: Document | None) -> Merged:
    """Lay the studio file under a quote.

    Maps join key by key, the quote's entry winning whole; of `notices` the studio's come first;
    everything else the quote replaces. A path the studio file states becomes relative to the
    quote. The key `studio` has done its work and is left out.
    """
    own = dict(quote.data)
    stated = own.pop("studio", None)
    if studio is None:
        return Merged(own, quote)
    left_out = {"quotekit", *_NOT_SHARED}
    data = {key: value for key, value in studio.data.items() if key not in left_out}
    if isinstance(data.get("agreement"), str):
        folder = dirname(stated) if isinstance(stated, str) else ""
        data["agreement"] = join(folder, data["agreement"])
    for key, value in own.items():
        shared = data.get(key)
        if key == "notices" and shared is not None:
            first, then = _lines(shared), _lines(value)
            # What is neither text nor a list stays as it is, for the model to refuse.
            data[key] = shared if first is None else value if then is None else [*first, *then]
        else:
            data[key] = {**data[key], **value} if _join_keys(key, value, shared) else value
    return Merged(data, quote, studio)


def studio_faults(studio: Document) -> list[Fault]:
    """Find the keys of a studio file that belong into each quote."""
    stray = [
        Fault(
            "not_in_studio",
            f"{key} does not belong into a studio file",
            "take it out" if key == "studio" else "write it in the quote",
            on_key=True,
        ).at(key)
        for key in _NOT_SHARED
        if key in studio.data
    ]
    return placed(stray, studio)


def _lines(notices: object) -> list[Any] | None:
    if isinstance(notices, str):
        return [notices]
    return notices if isinstance(notices, list) else None


def _join_keys(key: str, own: object, shared: object) -> bool:
    return isinstance(own, dict) and isinstance(shared, dict) and key not in _VALUES
