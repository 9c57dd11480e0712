"""Models written as YAML that loads to equal models, here and in any other YAML reader."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from quotekit.changes import ChangeRequest
from quotekit.quotes import Agreement, Quote, written

_TEXT = Resolver.DEFAULT_SCALAR_TAG
_implicit: Callable[..., str] = Resolver().resolve
_ALSO_NO_TEXT = re.compile(r"[yYnN]|[-+]?0o?[0-7]+|[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?|\.", re.ASCII)
"""What other readers than PyYAML do not take for text."""
_FIGURE = re.compile(
    r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}|true|false", re.ASCII
)
_BLOCK = re.compile("(?![ \n])[^\r\u2028\u2029\t]*[^\r\u2028\u2029\t\n]\n?")
_NO_LIMIT = 1 << 62

_AS_WRITTEN = frozenset({("exceptions", "value"), ("schedule", "holidays")})
"""Keys whose text may be a number or a day, so that it stands there as it was written.

In a request they stand further in."""


def dump(model: Quote | Agreement | ChangeRequest) -> str:
    """Write a quote, an agreement or a change request as YAML that loads to an equal model.

    Numbers, days and truths stand plain, text is quoted where a YAML reader, this one or
    another, would take it for something else, and text of several lines is a literal block
    where that keeps every character. Keys at their default are left out; null stands where a
    request clears a key.
    """
    typed = model.model_dump(by_alias=True, exclude_defaults=True)
    text: str = yaml.emit(
        _document(written(model), typed),
        Dumper=yaml.SafeDumper,
        allow_unicode=True,
        width=_NO_LIMIT,
    )
    return text


def _document(data: object, typed: object) -> Iterator[Event]:
    yield StreamStartEvent()
    yield DocumentStartEvent(explicit=False)
    yield from _value(data, typed, ())
    yield DocumentEndEvent(explicit=False)
    yield StreamEndEvent()


def _value(data: object, typed: object, keys: tuple[str, ...]) -> Iterator[Event]:
    """Yield the events of a value; `typed` is the same value with numbers and days as such."""
    if isinstance(data, Mapping):
        yield MappingStartEvent(None, None, implicit=True, flow_style=False)
        for key, value in data.items():
            yield _scalar(str(key), '"' if _style(str(key)) else None, plain=False)
            inner = typed.get(key) if isinstance(typed, Mapping) else None
            yield from _value(value, inner, (*keys, key))
        yield MappingEndEvent()
    elif isinstance(data, list | tuple):
        yield SequenceStartEvent(None, None, implicit=True, flow_style=False)
        items = typed if isinstance(typed, Sequence) else ()
        for at, value in enumerate(data):
            yield from _value(value, items[at] if at < len(items) else None, keys)
        yield SequenceEndEvent()
    elif isinstance(data, str):
        figure = keys[-2:] in _AS_WRITTEN and _FIGURE.fullmatch(data) is not None
        yield _scalar(data, _style(data), plain=figure or isinstance(typed, Decimal | date))
    else:
        yield _scalar("null" if data is None else str(data).lower(), None, plain=True)


def _scalar(text: str, style: str | None, *, plain: bool) -> ScalarEvent:
    plain = plain or _reads_as_text(text)
    return ScalarEvent(None, None, (plain, True), text, style=style)


def _reads_as_text(text: str) -> bool:
    """Tell whether a reader takes the plain text for nothing else."""
    return (
        _ALSO_NO_TEXT.fullmatch(text) is None
        and _implicit(ScalarNode, text, (True, False)) == _TEXT
    )


def _style(text: str) -> str | None:
    if "\n" in text:
        return "|" if _BLOCK.fullmatch(text) else '"'
    return '"' if any(sign in text for sign in "\r\u2028\u2029") else None
