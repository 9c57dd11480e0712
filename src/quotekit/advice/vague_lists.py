"""The lists of vague words: a file for each language, in `quotekit/vague`.

A file has sections. `[vague]` holds words and phrases, a line each; `~` at the end of one stands
for the endings of its language, which are in `[endings]`. `[precise]` holds phrases with a vague
word in them that say what is meant all the same, `[numbers]` the patterns of numbers written as
words. A line that begins with # is a comment.
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

_FOLDER = files("quotekit") / "vague"
_SUFFIX = ".txt"


class VagueList(NamedTuple):
    """Hold what is vague in one language, and what is not."""

    vague: tuple[str, ...]
    precise: tuple[str, ...]
    endings: tuple[str, ...]
    numbers: tuple[str, ...]


def listed_languages() -> tuple[str, ...]:
    """Return the languages that have a list, by their short codes."""
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


@cache
def vague_list(language: str) -> VagueList | None:
    """Read the list of a language by its short code; None where it has none."""
    if language not in listed_languages():
        return None
    sections: dict[str, list[str]] = {name: [] for name in VagueList._fields}
    here: list[str] = []
    for line in (_FOLDER / f"{language}{_SUFFIX}").read_text("utf-8").splitlines():
        if line.startswith("[") and line.strip("[]") in sections:
            here = sections[line.strip("[]")]
        elif line and not line.startswith("#"):
            here.append(line)
    return VagueList(**{name: tuple(lines) for name, lines in sections.items()})
