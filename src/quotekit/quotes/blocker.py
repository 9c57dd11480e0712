"""What is missing in a quote before it may go out."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from quotekit.quotes.quote import Quote

_NO_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


class Blocker(NamedTuple):
    """Say what is missing; `code` is the name by which it is waived, `keys` its place."""

    code: str
    message: str
    keys: tuple[str | int, ...]


def blockers(quote: Quote) -> tuple[Blocker, ...]:
    """Return what keeps a quote from going out: a question of scope that nobody has answered.

    Whoever knows better waives one by its code, such as `unknown:photos`.
    """
    return tuple(_blockers(quote))


def _blockers(quote: Quote) -> Iterator[Blocker]:
    used: set[str] = set()
    for at, item in enumerate(quote.scope):
        if item.answer == "unknown":
            code = f"unknown:{_name(item.item) or f'item-{at + 1}'}"
            if code in used:
                code = f"{code}-{at + 1}"
            used.add(code)
            yield Blocker(code, f'nobody has said yet: "{item.item}"', ("scope", at, "answer"))


def _name(text: str) -> str:
    """Return a text in letters, digits and hyphens, as it can be typed everywhere."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _NO_SLUG.sub("-", plain)[:_LONGEST].strip("-")
