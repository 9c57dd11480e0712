"""What is wrong with a text that is no YAML, in words a writer of quotes can use."""

import re
from contextlib import suppress

from yaml import YAMLError
from yaml.error import MarkedYAMLError
from yaml.events import ScalarEvent

from quotekit.errors import Fault
from quotekit.files.guard import REFUSED
from quotekit.files.parser_events import event_source
from quotekit.files.raw_text import place_at
from quotekit.values import visible

_QUOTE_IT = "put the text in quotes"
_COLON = ('": " begins a value, also in the middle of text', _QUOTE_IT)
_TAB = ("a tab stands where spaces belong", "indent with spaces")
_BEHIND_QUOTE = (
    "text goes on behind the closing quote",
    'put quotes around all of it; inside "…" a quote is written \\", inside \'…\' it is doubled',
)
_NO_ESCAPE = (
    "the backslash begins an escape that there is not",
    "write \\\\ for a backslash, or put the text in single quotes",
)
_NO_COLON = (
    "this line has no colon with a space behind it",
    "write key: value, or put text of several lines in quotes",
)
_SHIFTED = (
    "this line is indented below a key that has its value already",
    "align it with the key above, or put text of several lines in quotes",
)

_NEVER_WANTED = (
    ("directive", "directive"), ("incompatible YAML", "directive"), ("an anchor", "anchor"),
    ("an alias", "alias"), ("a tag", "tag"), ("tag handle", "tag"),
)  # fmt: skip
_BY_OPENING = (
    ("scanning a quoted scalar", ("the quote that opens here is never closed", "close it")),
    ("scanning a simple key", _NO_COLON),
    ("scanning a block", ("text stands behind the | or > of a block", "begin it in the next line")),
)
_BY_PROBLEM = (
    ("tab character", _TAB),
    ("invalid Unicode", ("there is no character with this number", "take the escape out")),
    ("escape", _NO_ESCAPE),
    ("hexdecimal", _NO_ESCAPE),
    ("mapping keys", ('a "?" with a space behind it begins a key', _QUOTE_IT)),
    ("sequence entries", ("a list may not begin behind its key", "begin it in the next line")),
)
_BY_LETTER = {
    "": ("the file ends in the middle of a value", "write the rest, or close [ and {"),
    "]": ('"]" closes nothing', f"take it out, or {_QUOTE_IT}"),
    "}": ('"}" closes nothing', f"take it out, or {_QUOTE_IT}"),
    ",": ("there is nothing before this comma", f"take it out, or {_QUOTE_IT}"),
    "-": ("this dash does not align with a list above", "indent it as the list it belongs to"),
}
_LAST = (
    ("<document start>", ("something stands behind the end of the document", "take it out")),
    ("'-' indicator", ("keys and a list stand side by side", "begin the line with a dash")),
    ("expected key", ("this line does not align with the keys above", "indent it as they are")),
)
_COMMENT = re.compile(r"(?<=\s)#[^\r\n]*")
_CLOSING = {"[": "]", "{": "}"}
_QUOTES = frozenset("\"'")
_BEGINS = frozenset("[{\"'")
_ENDS = frozenset("]}\"'")

Explained = tuple[int, tuple[str, str]]
"""Where in the text it is, what is wrong and what to do."""


def syntax_fault(error: YAMLError, text: str, file: str | None) -> Fault:
    """Say what the parser could not read: the place, the fact, and how to write it instead."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Fault("yaml_syntax", "this is no YAML", "write keys with their values", file=file)
    problem, context = error.problem or "", error.context or ""
    at = error.problem_mark.index
    opened = None if error.context_mark is None else error.context_mark.index
    for sign, code in _NEVER_WANTED:
        if sign in context or sign in problem:
            line, column = place_at(text, at if opened is None else opened)
            return Fault(*REFUSED[code], file=file, line=line, column=column)
    index, said = _explain(problem, context, text, at, opened)
    line, column = place_at(text, index)
    return Fault("yaml_syntax", *said, file=file, line=line, column=column)


def _explain(problem: str, context: str, text: str, at: int, opened: int | None) -> Explained:
    quote = _forgotten_quote(text, at)
    if quote is not None:
        line, _ = place_at(text, at)
        fact = f"the quote that opens here is closed in line {line} only"
        return quote, (fact, "close it where the text ends")
    for sign, said in _BY_PROBLEM:
        if sign in problem:
            return at, said
    if "start any token" in problem:
        letter = text[at]
        begun = (f'text may not begin with "{visible(letter)}"', _QUOTE_IT)
        return at, _TAB if letter == "\t" else begun
    if opened is not None:
        for sign, said in _BY_OPENING:
            if sign in context:
                return opened, said
        if "flow" in context and "expected ','" in problem:
            return _in_brackets(text, at, opened)
    if "mapping values" in problem:
        return at, _stray_colon(text, at)
    return at, _misplaced(problem, text, at)


def _forgotten_quote(text: str, at: int) -> int | None:
    """Find, by reading anew, a quote that only the next one in the text has closed."""
    next_event = event_source(text)
    last: ScalarEvent | None = None
    with suppress(YAMLError):
        while True:
            event = next_event()
            if isinstance(event, ScalarEvent):
                last = event
    if last is None or last.style not in _QUOTES or not last.start_mark or not last.end_mark:
        return None
    begin, end = last.start_mark, last.end_mark
    return begin.index if begin.line < end.line and "\n" not in text[end.index : at] else None


def _in_brackets(text: str, at: int, opened: int) -> Explained:
    bracket = text[opened]
    for comment in _COMMENT.finditer(text, opened, at):
        if _CLOSING[bracket] in comment[0]:
            return comment.start(), ("a # after a space begins a comment", _QUOTE_IT)
    inside = _COMMENT.sub("", text[opened:at])
    letter, before = text[at : at + 1], inside.rstrip()[-1:]
    if before in _ENDS and letter in _BEGINS:
        return at, ("a comma is missing before this", "write one between the entries")
    if "\n" not in inside:
        if letter == ":":
            return at, _COLON
        if before in _QUOTES:
            return at, _BEHIND_QUOTE
    fact = f"the {bracket} that opens here is not closed"
    return opened, (fact, f"close it with {_CLOSING[bracket]}")


def _stray_colon(text: str, at: int) -> tuple[str, str]:
    above, _, line = text[:at].rpartition("\n")
    if ": " in line:
        return _COLON
    above = above.rstrip().rpartition("\n")[2]
    if ": " in above and _indent(line) > _indent(above):
        return _SHIFTED
    return "the line above has no colon with a space behind it", "write key: value"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _misplaced(problem: str, text: str, at: int) -> tuple[str, str]:
    letter = text[at : at + 1]
    before = text[:at].rpartition("\n")[2].rstrip()
    if letter and before[-1:] in _QUOTES:
        return _BEHIND_QUOTE
    if letter in _BY_LETTER:
        return _BY_LETTER[letter]
    for sign, said in _LAST:
        if sign in problem:
            return said
    return "this is no YAML", f"compare it with the lines above, or {_QUOTE_IT}"
