"""One entry of the record: one line of the journal, sealed by its hash."""

import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final, NamedTuple

from pydantic_core import from_json, to_json

from quotekit.errors import Fault, InvalidInputError
from quotekit.values import LARGEST_INTEGER, canonical, digest

_KEYS: Final = ("at", "data", "event", "hash", "prev", "recorded_by", "seq")
_HASH: Final = b',"hash":"sha256:'
_DIGITS: Final = 64
_LENGTH: Final = len(_HASH) + _DIGITS + 1


class Entry(NamedTuple):
    """Hold one entry: what happened, when it was written and by whom, and its place in the chain.

    `seq` orders. `at` is when the entry was written (ISO 8601, with its zone); when it happened
    is `on`, inside `data`. `hash` is the SHA-256 of the canonical form (RFC 8785) of everything
    but itself, `prev` that of the entry before, None for the first.
    """

    seq: int
    at: str
    event: str
    data: Mapping[str, Any]
    recorded_by: str
    prev: str | None
    hash: str

    def line(self) -> bytes:
        """Return the line of the journal that this entry is, without its end."""
        return canonical({**_sealed(self), "hash": self.hash})

    def is_sound(self) -> bool:
        """Say whether the hash is that of everything else."""
        # Text that was read or sealed is in its one form already, which is quickly written.
        written = to_json(_sealed(self))
        if self.hash == f"sha256:{sha256(written).hexdigest()}":
            return True
        return self.hash == digest(_sealed(self))


def _sealed(entry: Entry) -> dict[str, Any]:
    return {
        "at": entry.at,
        "data": dict(entry.data),
        "event": entry.event,
        "prev": entry.prev,
        "recorded_by": entry.recorded_by,
        "seq": entry.seq,
    }


def seal(  # noqa: PLR0913 - one for each thing an entry says
    event: str, data: Mapping[str, Any], *, seq: int, at: str, recorded_by: str, prev: str | None
) -> Entry:
    """Make an entry and seal it with its hash; text is put into NFC."""
    entry = Entry(seq, at, event, data, recorded_by, prev, "")
    sealed = canonical(_sealed(entry))
    # What was sealed is what is kept: the same text in the same form.
    plain = from_json(sealed)
    own = f"sha256:{sha256(sealed).hexdigest()}"
    return Entry(seq, at, event, plain["data"], plain["recorded_by"], prev, own)


def read_entry(line: bytes) -> Entry:
    """Read one line of a journal, without its end.

    Raises `InvalidInputError` where it is no entry in canonical form or its hash is not its own.
    """
    try:
        data = from_json(line)
    except ValueError:
        raise _damaged("this is no entry of a journal") from None
    if type(data) is not dict or tuple(data) != _KEYS or not _well_formed(data):
        raise _damaged("this is no entry of a journal")
    if to_json(data) != line or not _is_canonical(data) or not _is_nfc(line):
        raise _damaged("this entry is not written as quotekit writes entries")
    at, inner, event, own, prev, recorded_by, seq = data.values()
    # Quotes inside text are escaped, so the last hash of the line is that of the entry.
    place = line.rfind(_HASH)
    if own != f"sha256:{sha256(line[:place] + line[place + _LENGTH :]).hexdigest()}":
        raise InvalidInputError(damaged_fault(seq))
    return Entry(seq, at, event, inner, recorded_by, prev, own)


def _well_formed(data: dict[str, Any]) -> bool:
    return (
        type(data["seq"]) is int
        and type(data["data"]) is dict
        and type(data["at"]) is type(data["event"]) is type(data["recorded_by"]) is str
        and type(data["hash"]) is str
        and (data["prev"] is None or type(data["prev"]) is str)
    )


def _is_canonical(value: object) -> bool:
    """Say whether keys are ASCII and sorted, and numbers are whole and exact in JSON."""
    if type(value) is dict:
        keys = list(value)
        if keys != sorted(keys) or not "".join(keys).isascii():
            return False
        value = list(value.values())
    if type(value) is list:
        for inner in value:  # noqa: SIM110 - a loop takes half the time of all()
            # Most values are text, which needs no closer look.
            if type(inner) is not str and not _is_canonical(inner):
                return False
        return True
    if type(value) is int:
        return abs(value) <= LARGEST_INTEGER
    return value is None or type(value) is bool or type(value) is str


def _is_nfc(line: bytes) -> bool:
    return line.isascii() or unicodedata.is_normalized("NFC", line.decode())


def damaged_fault(seq: int) -> Fault:
    """Say that an entry is not what it was sealed as."""
    fact = f"entry {seq} has been changed: its hash is not its own"
    return Fault("damaged", fact, "take the journal from a copy")


def _damaged(fact: str) -> InvalidInputError:
    return InvalidInputError(Fault("damaged", fact, "take the journal from a copy"))
