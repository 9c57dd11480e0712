"""Names of files that every system takes: plain letters, short, and no name of a device."""

import re
import unicodedata
from typing import Final

_LONGEST: Final = 47
"""With the digits of a digest before it, a name has at most 60 characters."""
_LONGEST_ENDING: Final = 12
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """Return a name that every system takes, as near to this one as can be."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = _UNSAFE.sub("-", plain).strip("-. ")
    stem, dot, ending = plain.rpartition(".")
    if not stem or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = plain, "", ""
    stem = stem[: _LONGEST - len(dot + ending)].rstrip("-.")
    plain = f"{stem or 'file'}{dot}{ending}"
    return f"file-{plain}"[:_LONGEST] if _DEVICE.match(plain) else plain
