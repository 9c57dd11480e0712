"""The questions of scope that nobody has answered, each with a name by which it is waived."""

import re
import unicodedata

from quotekit.quotes import Quote

_NO_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


def open_scope(quote: Quote) -> dict[int, str]:
    """Return the code of each question that is unknown, such as `unknown:photos`, by its place."""
    found: dict[int, str] = {}
    for at, item in enumerate(quote.scope):
        if item.answer == "unknown":
            code = f"unknown:{_name(item.item) or f'item-{at + 1}'}"
            found[at] = f"{code}-{at + 1}" if code in found.values() else code
    return found


def _name(text: str) -> str:
    """Return a text in letters, digits and hyphens, as it can be typed everywhere."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _NO_SLUG.sub("-", plain)[:_LONGEST].strip("-")
