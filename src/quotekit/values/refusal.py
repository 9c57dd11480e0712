"""How a value says no: a code, a fact and a remedy, carried through pydantic."""

from pydantic_core import PydanticCustomError

LONGEST_SHOWN = 60


def refuse(code: str, fact: str, remedy: str) -> PydanticCustomError:
    """Build the error a validator raises, so that fact and remedy stay apart."""
    return PydanticCustomError("quotekit", "{fact}", {"code": code, "fact": fact, "remedy": remedy})


def shown(value: object) -> str:
    """Quote a value for an error message, cut to a readable length, controls made visible."""
    text = visible(value if isinstance(value, str) else repr(value))
    return f'"{text[: LONGEST_SHOWN - 1]}…"' if len(text) > LONGEST_SHOWN else f'"{text}"'


def visible(text: str, *, keep: str = "") -> str:
    r"""Write every character that could deceive a reader as its code point, `<U+202E>`.

    These are controls (also `\n` and `\t`, unless named in `keep`), unpaired surrogates,
    noncharacters, bidirectional overrides and isolates, and spaces without width. Joiners
    stay: emoji, Indic scripts and Arabic need them.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character in keep or not _deceives(character) else f"<U+{ord(character):04X}>"
        for character in text
    )


def _deceives(character: str) -> bool:
    if character.isprintable():
        return False
    code = ord(character)
    return (
        code < 0x20  # noqa: PLR2004 - C0 controls end here
        or 0x7F <= code <= 0x9F  # noqa: PLR2004 - DEL and C1
        or 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - surrogates
        or 0xFDD0 <= code <= 0xFDEF  # noqa: PLR2004 - noncharacters
        or code & 0xFFFE == 0xFFFE  # noqa: PLR2004 - the last two of each plane
        or character in "\u200b\u2060\ufeff\u061c\u2028\u2029"
        or 0x202A <= code <= 0x202E  # noqa: PLR2004 - embeddings and overrides
        or 0x2066 <= code <= 0x2069  # noqa: PLR2004 - isolates
    )
