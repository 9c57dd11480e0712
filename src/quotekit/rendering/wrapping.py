"""Breaking text into lines: at spaces, between CJK characters, and inside a word at need."""

import re
from collections.abc import Iterator

from wcwidth import iter_graphemes

from quotekit.rendering.cells import cells

# Japanese and Chinese never begin a line with these (kinsoku), and never end one with those.
_NOT_FIRST = frozenset(
    "、。，．・：；？！）」』】〕〉》〙〗’”…‥ー々ゝゞヽヾ％℃"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    "!),.:;?]}%"
)
_NOT_LAST = frozenset("（「『【〔〈《〘〖‘“￥＄([{")

# A word ends at a space, or behind a hyphen between two parts of at least two letters.
_SPACES = " \u3000"
_WORDS = re.compile(r"[^ \u3000]*?[^\W\d_]{2}[-–](?=[^\W\d_]{2})|[^ \u3000]+|[ \u3000]+")


# No line ends between a number and what it counts, or between § and its number. What glues them is
# no character that any text may hold.
_GLUE = "\ufdd0"
_GLUED = re.compile(r"(?<=\d) (?=[%‰]|[^\W\d_])|(?<=§) ")


def wrap(text: str, width: int) -> list[str]:
    r"""Break text into lines of at most `width` cells; `\n` always breaks.

    A word wider than a line is broken between graphemes. No-break spaces hold together.
    """
    if "\n" not in text and cells(text) <= width:
        return [text]
    glued = _GLUED.sub(_GLUE, text)
    return [line.replace(_GLUE, " ") for part in glued.split("\n") for line in _lines(part, width)]


def _lines(text: str, width: int) -> Iterator[str]:
    if cells(text) <= width:
        yield text.rstrip(_SPACES)
        return
    line = ""
    for piece in _pieces(text):
        if cells(line + piece.rstrip(_SPACES)) <= width:
            line += piece
            continue
        if line.strip(_SPACES):
            yield line.rstrip(_SPACES)
        *full, line = _cut(piece.lstrip(_SPACES), width)
        yield from full
    if line.strip(_SPACES):
        yield line.rstrip(_SPACES)


def _cut(word: str, width: int) -> list[str]:
    """Cut a word into pieces of at most `width` cells, between graphemes."""
    if cells(word) <= width:
        return [word]
    if word.isascii():
        return [word[at : at + width] for at in range(0, len(word), width)]
    cut: list[str] = []
    head: list[str] = []
    taken = 0
    for grapheme in iter_graphemes(word):
        size = cells(grapheme)
        if head and taken + size > width:
            cut.append("".join(head))
            head, taken = [], 0
        head.append(grapheme)
        taken += size
    return [*cut, "".join(head)]


def _pieces(text: str) -> Iterator[str]:
    """Yield what may not be broken, each with the spaces behind it."""
    for word in _WORDS.findall(text):
        if word.isascii() or cells(word) == len(word):
            yield word
        else:
            yield from _between_wide(word)


def _between_wide(word: str) -> Iterator[str]:
    """Yield the parts of a word that holds wide characters, which need no space to part."""
    part = ""
    before = ""
    for grapheme in iter_graphemes(word):
        if part and _parts(before, grapheme):
            yield part
            part = ""
        part += grapheme
        before = grapheme
    yield part


def _parts(before: str, after: str) -> bool:
    if before in _NOT_LAST or after in _NOT_FIRST or before[-1].isdigit():
        return False
    return cells(before) > 1 or cells(after) > 1
