"""The canonical form of a document and its digest.

Canonical JSON is UTF-8 with sorted keys and no spaces, and holds only text, integers below
2**53, booleans, null, lists and objects with ASCII keys: what RFC 8785 writes for such data,
byte for byte.
"""

import hashlib
import json
import unicodedata
from typing import Final

LARGEST_INTEGER: Final = 2**53 - 1


def canonical(data: object) -> bytes:
    """Write plain data in its one canonical form, text in NFC.

    Raises `TypeError` for a float, a key that is not ASCII text, or any type that JSON lacks,
    and `ValueError` for an integer beyond 2**53 - 1.
    """
    return json.dumps(
        _checked(data), ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
    ).encode()


def digest(data: object) -> str:
    """Return `sha256:` and the hexadecimal SHA-256 of the canonical form."""
    return f"sha256:{hashlib.sha256(canonical(data)).hexdigest()}"


def _checked(data: object) -> object:
    if isinstance(data, str):
        return data if data.isascii() else unicodedata.normalize("NFC", data)
    if data is None or isinstance(data, bool):
        return data
    if isinstance(data, int):
        if abs(data) > LARGEST_INTEGER:
            message = f"{data} is beyond the integers that JSON carries exactly; write it as text"
            raise ValueError(message)
        return data
    if isinstance(data, list | tuple):
        return [_checked(item) for item in data]
    if isinstance(data, dict):
        for key in data:
            if not isinstance(key, str) or not key.isascii():
                message = f"{key!r} is no key of ASCII text"
                raise TypeError(message)
        return {key: _checked(item) for key, item in data.items()}
    message = f"{type(data).__name__} has no canonical form"
    raise TypeError(message)
