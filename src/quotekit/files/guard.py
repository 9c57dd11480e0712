"""The guard of the walk: what ends it at once, and what is noted while it goes on."""

import re
import unicodedata
from typing import Any, NoReturn

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)

from quotekit.errors import (
    MOST_FAULTS,
    Fault,
    InvalidInputError,
    first_faults,
    written_path,
)
from quotekit.files.parser_events import begin_of
from quotekit.files.raw_text import forbidden
from quotekit.values import shown, visible

DEEPEST = 32
"""How deep lists and maps may stand in one another."""

Said = tuple[str, str, str]
"""The code, the fact and the remedy of a fault."""

REFUSED: dict[str, Said] = {
    said[0]: said
    for said in (
        (
            "anchor",
            "an anchor (&) marks this value for use elsewhere",
            "take it out, or put text that begins with & in quotes",
        ),
        (
            "alias",
            "an alias (*) stands for a value written elsewhere",
            "write the value out, or put text that begins with * in quotes",
        ),
        (
            "tag",
            "a tag (!) gives this value a type",
            "take it out, or put text that begins with ! in quotes",
        ),
        ("merge_key", "the key << merges another map into this one", "write its entries out"),
        ("directive", "a directive (%) speaks to the YAML reader", "take the line out"),
        ("key_not_text", "a list or map stands where a key belongs", "write text as the key"),
        ("second_document", "a second document begins here", "write it to a file of its own"),
        ("empty", "the file is empty", "begin with the key quotekit, such as quotekit: quote/1"),
        (
            "too_deep",
            f"lists and maps stand more than {DEEPEST} deep in one another here",
            "write them flat",
        ),
    )
}
"""What no document needs."""

Container = dict[str, Any] | list[Any]
Frame = tuple[Any, str | None, dict[str, int] | None]
"""An open list or map, the key its inner value belongs to, and its keys with their lines."""

_FREE_LABELS = frozenset({"ids", "pay_to"})
_COMMENT = re.compile("#[^\n\r]*")


class Guard:
    """Watch over one walk: `faults` holds what was noted, `stack` where the walk stands."""

    def __init__(self, text: str, file: str | None) -> None:
        """Begin at the top of a text."""
        self.text = text
        self.file = file
        self.faults: list[Fault] = []
        self.stack: list[Frame] = []

    def stop(
        self, event: Event, said: Said, here: Container | None = None, key: str | None = None
    ) -> NoReturn:
        """End the walk here; `here` is the open list or map, `key` what stands before."""
        raise InvalidInputError(*self.faults, self._fault(event, said, self._keys(here, key)))

    def note(self, event: Event, said: Said, here: Container, key: str | None) -> None:
        """Keep a fault and walk on, but for one too many."""
        self._keep(self._fault(event, said, self._keys(here, key)))

    def judge_start(self, event: Event) -> None:
        """Stop where a text says nothing, or begins with directives."""
        if isinstance(event, StreamEndEvent):
            self.stop(event, REFUSED["empty"])
        if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
            self.stop(event, REFUSED["directive"])

    def judge_root(self, event: Event, *, is_map: bool) -> None:
        """Stop unless the outermost value is a plain map."""
        self.judge_node(event, None, None)
        if is_map:
            return
        what = "a list"
        if isinstance(event, ScalarEvent):
            if not event.value and not event.style:
                self.stop(event, REFUSED["empty"])
            what = "a text"
        fact = f"the file holds {what} where a map belongs"
        self.stop(event, ("not_a_map", fact, "write keys with their values"))

    def judge_end(self, event: Event) -> None:
        """Stop where a second document follows."""
        if not isinstance(event, StreamEndEvent):
            self.stop(event, REFUSED["second_document"])

    def judge_node(self, event: Event, here: Container | None, key: str | None) -> None:
        """Stop at an alias, an anchor or a tag."""
        if isinstance(event, AliasEvent):
            self.stop(event, REFUSED["alias"], here, key)
        if isinstance(event, NodeEvent) and event.anchor is not None:
            self.stop(event, REFUSED["anchor"], here, key)
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            self.stop(event, REFUSED["tag"], here, key)

    def judge_depth(self, event: Event) -> None:
        """Stop where lists and maps stand too deep in one another."""
        if len(self.stack) + 1 >= DEEPEST:
            self.stop(event, REFUSED["too_deep"])

    def judge_key(self, event: ScalarEvent, here: Container, lines: dict[str, int]) -> None:
        """Note a key that stands twice, that is not ASCII, or that cannot be printed."""
        key = event.value
        if key == "<<" and not event.style:
            self.stop(event, REFUSED["merge_key"], here, key)
        if forbidden(key):
            self._note_key(event, cannot_be_printed(key), here)
        name = key
        if not key.isascii():
            name = unicodedata.normalize("NFC", key)
            if not self.stack or self.stack[-1][1] not in _FREE_LABELS:
                letter = next(letter for letter in key if not letter.isascii())
                fact = f"{shown(key)} holds {visible(letter)} (U+{ord(letter):04X})"
                remedy = "write keys with the letters a to z"
                self._note_key(event, ("key_not_ascii", fact, remedy), here)
        line, _ = begin_of(event)
        if name in lines:
            fact = f"{shown(key)} stands in line {lines[name] + 1} and again in line {line}"
            self._note_key(event, ("duplicate_key", fact, "keep one of them"), here)
        else:
            lines[name] = line - 1

    def judge_fragment(self, named: ScalarEvent, empty: ScalarEvent, here: Container) -> bool:
        """Note a key in braces without a colon: what a comma cut off the value before it.

        Returns whether it is such a fragment.
        """
        assert named.end_mark and empty.start_mark and isinstance(here, dict)  # noqa: PT018, S101 - a key stands in a map
        between = self.text[named.end_mark.index : empty.start_mark.index]
        if ":" in _COMMENT.sub("", between):
            return False
        place = begin_of(named)
        while self.faults and (self.faults[-1].line, self.faults[-1].column) == place:
            self.faults.pop()  # What was noted of the key itself is beside the point.
        cut = next(reversed(here), None)
        if cut is None:
            fact = f"{shown(named.value)} stands in {{ }} without a value"
            self._note_key(named, ("no_value", fact, "write key: value"), here)
            return True
        last = self.faults[-1] if self.faults else None
        if last and last.code == "comma_in_braces" and last.keys == self._keys(here, cut):
            return True
        remedy = "put the text in quotes"
        before = str(here[cut])
        if before.isdigit() and named.value.isdigit():
            remedy += f", or write {before}.{named.value} if it is a number"
        said = ("comma_in_braces", "a comma ends a value inside { }", remedy)
        self.note(named, said, here, cut)
        return True

    def _note_key(self, event: ScalarEvent, said: Said, here: Container) -> None:
        keys = self._keys(here, event.value)
        self._keep(self._fault(event, said, keys, event.value))

    def _keep(self, fault: Fault) -> None:
        self.faults.append(fault)
        if len(self.faults) > MOST_FAULTS:
            raise InvalidInputError(*first_faults(self.faults))

    def _keys(self, here: Container | None, key: str | None) -> tuple[str | int, ...]:
        if here is None:
            return ()
        keys: list[str | int] = []
        for container, inner, _ in self.stack:
            keys.append(len(container) - 1 if isinstance(container, list) else str(inner))
        if isinstance(here, list):
            keys.append(len(here))
        elif key is not None:
            keys.append(key)
        return tuple(keys)

    def _fault(
        self, event: Event, said: Said, keys: tuple[str | int, ...], at_key: str | None = None
    ) -> Fault:
        path = written_path(visible(key) if isinstance(key, str) else key for key in keys)
        place = (self.file, *begin_of(event))
        return Fault(*said, path, at_key, *place, keys, on_key=at_key is not None)


def cannot_be_printed(text: str) -> Said:
    """Say that text holds a character that no document may hold."""
    fact = f"{shown(text)} holds a character that cannot be printed"
    return ("forbidden_character", fact, "take it out")
