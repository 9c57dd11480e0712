"""The events of PyYAML's C parser, which reads every document."""

from collections.abc import Callable
from typing import Any

from yaml.events import Event

from quotekit.errors import Fault, FileAccessError


def event_source(text: str) -> Callable[[], Any]:
    """Return the function that yields the events of a text one by one.

    Raises `FileAccessError` where PyYAML was installed without its C parser: the one in Python
    is many times slower, and is not used silently.
    """
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined] # noqa: PLC0415 - missing where libyaml was
    except ImportError:
        raise FileAccessError(
            Fault(
                "no_c_parser",
                "PyYAML was installed without its C parser, and quotekit reads with nothing else",
                "install a wheel of it: pip install --force-reinstall --only-binary :all: PyYAML",
            )
        ) from None
    source: Callable[[], Any] = CParser(text).get_event
    return source


def begin_of(event: Event) -> tuple[int, int]:
    """Return line and column where an event begins, both from 1."""
    mark = event.start_mark
    assert mark is not None  # noqa: S101 - the C parser marks all its events
    return mark.line + 1, mark.column + 1
