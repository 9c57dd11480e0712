"""The text of a file before anything reads it: its length, its characters, its places."""

import re

from quotekit.errors import Fault
from quotekit.values import visible

LARGEST = 16 * 1024 * 1024
"""How many bytes of UTF-8 a document may have."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(
        f"{chr(0x1FFFE + plane)}{chr(0x1FFFF + plane)}" for plane in range(0, 1 << 20, 1 << 16)
    )
    + "]"
)
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def place_at(text: str, index: int) -> tuple[int, int]:
    """Return line and column of a character, both from 1, lines as YAML counts them."""
    line, begin = 1, 0
    for found in _BREAK.finditer(text, 0, index):
        line, begin = line + 1, found.end()
    return line, index - begin + 1


def forbidden(text: str) -> re.Match[str] | None:
    """Find the first character that no document may hold."""
    # Nearly every text is printable, and asking that costs a tenth of the search.
    shown = text.replace("\n", "").replace("\t", "").replace("\r", "")
    return None if shown.isprintable() else _FORBIDDEN.search(text)


def too_large(file: str | None) -> Fault:
    """Say that a document is longer than any quote is."""
    return Fault(
        "too_large", "the file is larger than 16 MiB", "take out what is no part of it", file=file
    )


def raw_fault(text: str, file: str | None) -> Fault | None:
    """Find what keeps a text from being read at all: its length, or a forbidden character."""
    if len(text) > LARGEST or (not text.isascii() and _bytes(text) > LARGEST):
        return too_large(file)
    found = forbidden(text)
    if found is None:
        return None
    line, column = place_at(text, found.start())
    return Fault(
        "forbidden_character",
        f"the character {visible(found[0])} cannot be printed",
        "take it out",
        value=found[0],
        file=file,
        line=line,
        column=column,
    )


def _bytes(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))
