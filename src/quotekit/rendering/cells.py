"""How wide text is on a terminal or in a monospaced letter, in cells."""

from collections.abc import Iterable

from wcwidth import wcswidth

from quotekit.values import visible


def cells(text: str) -> int:
    """Return how many cells a text of one line takes: two for CJK and emoji, none for marks."""
    return len(text) if text.isascii() else wcswidth(text)


def widest(texts: Iterable[str]) -> int:
    """Return the cells of the widest of some texts, 0 where there are none."""
    return max(map(cells, texts), default=0)


def padded(text: str, width: int) -> str:
    """Fill a text up with spaces on its right; a wider one stays as it is."""
    return text + " " * (width - cells(text))


def prose(text: str) -> str:
    r"""Make text of several lines safe to print: only `\n` is left of what controls.

    Line ends become `\n`, tabs spaces, and what could deceive a reader becomes visible.
    """
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return visible(text, keep="\n")


def one_line(text: str) -> str:
    """Make text safe to print within a line: line ends become spaces."""
    return text if text.isprintable() else " ".join(prose(text).split("\n"))
