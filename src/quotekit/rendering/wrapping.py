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

# Letters and signs of one cell each, such as most text is made of.
_NARROW = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*")
_HYPHEN = re.compile(r".*[^\W\d_]{2}[-–](?=[^\W\d_]{2})")


def wrap(text: str, width: int) -> list[str]:
    r"""Break text into lines of at most `width` cells; `\n` always breaks.

    A word wider than a line is broken between graphemes. No-break spaces hold together.
    """
    if "\n" in text:
        return [line for part in text.split("\n") for line in wrap(part, width)]
    if cells(text) <= width:
        return [text.rstrip(_SPACES)]
    if _NARROW.fullmatch(text):
        return _narrow_lines(text.rstrip(" "), width)
    return [line.replace(_GLUE, " ") for line in _lines(_GLUED.sub(_GLUE, text), width)]


def _narrow_lines(text: str, width: int) -> list[str]:
    """Break text of one cell a character."""
    lines: list[str] = []
    hyphened = "-" in text or "–" in text
    start = 0
    while len(text) - start > width:
        end = _last_space(text, start, start + width)
        if hyphened:
            hyphen = _HYPHEN.match(text, max(start, end), start + width + 2)
            if hyphen is not None and hyphen.end() - start <= width:
                end = hyphen.end()
        if end <= start:
            end = start + width
        lines.append(text[start:end].rstrip(" "))
        start = end
        while text[start] == " ":
            start += 1
    lines.append(text[start:])
    return lines


def _last_space(text: str, start: int, end: int) -> int:
    """Find the last space at which a line may end, -1 where there is none."""
    at = text.rfind(" ", start, end + 1)
    while at > start and _GLUED.match(text, at):
        at = text.rfind(" ", start, at)
    return at


def _lines(text: str, width: int) -> Iterator[str]:
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
