"""Positions: where in a text the parts of its plain data stand.

Nothing is kept of them while a document is read. Once there are faults, one more walk over the
text finds the places of all of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from quotekit.errors import Fault
from quotekit.files.guarded_yaml import Document
from quotekit.files.parser_events import begin_of, event_source

Place = tuple[int, int]

_IN_A_MAP = -1


@dataclass(slots=True)
class _Wanted:
    """One step on the way to a place that is asked for, and where it was found."""

    inner: dict[str | int, "_Wanted"]
    key: Place | None = None
    value: Place | None = None


def placed(faults: Iterable[Fault], document: Document) -> list[Fault]:
    """Give each fault the file, line and column it points at; one that has them keeps them.

    A fault of a key points at the key, any other at the value; what is missing is looked for
    in the map that lacks it, and a list or map begins with its first entry.
    """
    known = list(faults)
    root = _Wanted({})
    for fault in known:
        if _unplaced(fault):
            step = root
            for key in fault.keys:
                step = step.inner.setdefault(key, _Wanted({}))
    _find(root, document.text)
    return [_at(fault, root, document.file) if _unplaced(fault) else fault for fault in known]


def _unplaced(fault: Fault) -> bool:
    return fault.file is None and fault.line is None


def _at(fault: Fault, root: _Wanted, file: str | None) -> Fault:
    step, place = root, root.value
    for depth, key in enumerate(fault.keys, 1):
        step = step.inner[key]
        at_key = fault.on_key and depth == len(fault.keys)
        found = step.key if at_key and step.key is not None else step.value
        if found is None:
            break
        place = found
    line, column = place or (1, 1)
    return replace(fault, file=file, line=line, column=column)


def _find(root: _Wanted, text: str) -> None:
    """Fill in the places of all that is wanted; of what stands twice, the first."""
    next_event = event_source(text)
    for _ in ("stream", "document"):
        next_event()
    root.value = begin_of(next_event())
    missing = _count(root) - 1
    # Where the walk is: the wanted step of the open list or map, the position in the list, and
    # in a map the event of the key whose value comes next. Inside what nobody asks about, only
    # the depth counts.
    step = root
    at = _IN_A_MAP
    named: ScalarEvent | None = None
    stack: list[tuple[_Wanted, int]] = []
    unwanted = 0
    while missing:
        event = next_event()
        kind = type(event)
        opening = kind is MappingStartEvent or kind is SequenceStartEvent
        closing = kind is MappingEndEvent or kind is SequenceEndEvent
        if unwanted:
            unwanted += opening - closing
        elif closing:
            if not stack:
                return
            step, at = stack.pop()
        elif at == _IN_A_MAP and named is None:
            named = event
        else:
            wanted = step.inner.get(at if named is None else named.value)
            at += named is None
            unwanted = int(opening)
            if wanted is not None and wanted.value is None:
                missing -= 1
                wanted.key = None if named is None else begin_of(named)
                wanted.value = begin_of(event)
                if opening and wanted.inner:
                    stack.append((step, at))
                    step, at = wanted, _IN_A_MAP if kind is MappingStartEvent else 0
                    unwanted = 0
            named = None


def _count(step: _Wanted) -> int:
    return 1 + sum(_count(inner) for inner in step.inner.values())
