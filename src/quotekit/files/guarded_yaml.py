"""The guarded walk: YAML as plain data, and nothing of YAML that could surprise.

One pass over the events of PyYAML's C parser builds dicts, lists and text; every scalar stays
the text it was written as. Anchors, tags, deep nesting and their like end the walk where they
stand, before anything is built of them. Events know where they stand, but no place is kept:
`positions` finds the places again where a fault needs one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yaml import YAMLError
from yaml.error import MarkedYAMLError
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from quotekit.errors import Fault, InvalidInputError
from quotekit.files.guard import REFUSED, Guard, cannot_be_printed
from quotekit.files.parser_events import event_source
from quotekit.files.raw_text import forbidden, raw_fault
from quotekit.files.syntax_faults import syntax_fault

NULL = object()
"""Stands for a key without a value where a reader asks for such keys."""

_NOTHING = frozenset({"", "null", "~"})


@dataclass(frozen=True, slots=True)
class Document:
    """Keep what a text says as plain data, with the text itself and the faults of its keys."""

    data: dict[str, Any]
    text: str
    file: str | None = None
    faults: tuple[Fault, ...] = ()


def read_document(text: str, file: str | None = None, *, nothing: object = None) -> Document:
    """Read a YAML text to plain data; a key without a value counts as not stated.

    With `nothing=NULL`, such a key stays, and `NULL` stands wherever there is no value.
    Raises `InvalidInputError` where the text is no YAML, or YAML of a kind that no document
    needs. Faults that leave the rest readable are kept in the document.
    """
    text = text.removeprefix("\ufeff")
    fault = raw_fault(text, file)
    if fault is not None:
        raise InvalidInputError(fault)
    guard = Guard(text, file)
    try:
        data = _build(event_source(text), guard, nothing)
    except YAMLError as error:
        _stop_at_depth(error, text, file)
        raise InvalidInputError(*guard.faults, syntax_fault(error, text, file)) from None
    return Document(data, text, file, tuple(guard.faults))


def _stop_at_depth(error: YAMLError, text: str, file: str | None) -> None:
    """Stop at the place that is too deep, where the parser gave up further down.

    It reads ahead for the end of a key, and some of its versions bear less depth there than the
    walk is ever shown. Up to where it gave up, the text is read once more, and the walk stops.
    """
    if isinstance(error, MarkedYAMLError) and "nesting depth" in (error.problem or ""):
        assert error.problem_mark is not None  # noqa: S101 - the C parser marks all its errors
        read_document(text[: error.problem_mark.index], file)


def _build(  # noqa: C901, PLR0912, PLR0915 - one hot loop
    next_event: Callable[[], Any], guard: Guard, nothing: object
) -> dict[str, Any]:
    next_event()
    guard.judge_start(next_event())
    event = next_event()
    guard.judge_root(event, is_map=isinstance(event, MappingStartEvent))
    root: dict[str, Any] = {}
    stack = guard.stack
    # `lines` holds the keys of the open map with their lines, and is None in a list; `named` is
    # the event of a key whose value comes next; `flows` counts the open braces and brackets.
    here: Any = root
    lines: dict[str, int] | None = {}
    key: str | None = None
    named: ScalarEvent | None = None
    flows = 0
    value: Any
    while True:
        event = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if event.anchor is not None or event.tag is not None:
                guard.judge_node(event, here, key)
            if lines is not None and named is None:
                key, named = value, event
                if value in lines or not (value.isascii() and value.isidentifier()):
                    guard.judge_key(event, here, lines)
                else:
                    lines[value] = event.start_mark.line
                continue
            style = event.style
            if not style:
                if value in _NOTHING:
                    empty = not value
                    value = nothing
                    if empty and flows and named is not None:
                        fragment = guard.judge_fragment(named, event, here)
                        value = None if fragment else nothing
            elif style == '"' and forbidden(value):
                guard.note(event, cannot_be_printed(value), here, key)
            if lines is None:
                here.append(value)
            else:
                if value is not None:
                    here.setdefault(key, value)
                named = key = None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            guard.judge_node(event, here, key)
            if lines is not None and named is None:
                guard.stop(event, REFUSED["key_not_text"], here)
            guard.judge_depth(event)
            flows += bool(event.flow_style)
            value = {} if kind is MappingStartEvent else []
            if lines is None:
                here.append(value)
            else:
                here.setdefault(key, value)
            stack.append((here, key, lines))
            here, key, named = value, None, None
            lines = {} if kind is MappingStartEvent else None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if not stack:
                break
            here, key, lines = stack.pop()
            named = key = None
            flows -= flows > 0
        else:
            guard.judge_node(event, here, key)
    next_event()
    guard.judge_end(next_event())
    return root
