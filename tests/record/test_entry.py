"""An entry is one line of canonical JSON, and nothing in it changes unseen."""

import json
import unicodedata
from hashlib import sha256
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import InvalidInputError
from quotekit.record import Entry, read_entry, seal

KEYS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=8)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
DATA = st.dictionaries(KEYS, VALUES, max_size=5)
FIRST: dict[str, Any] = {
    "seq": 1,
    "at": "2026-04-03T09:12:44Z",
    "recorded_by": "mara",
    "prev": None,
}


def composed(value: Any) -> Any:
    """Return plain data with its text in NFC."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [composed(inner) for inner in value]
    if isinstance(value, dict):
        return {key: composed(inner) for key, inner in value.items()}
    return value


@given(DATA, TEXTS, st.integers(1, 2**53 - 1))
def test_line_is_what_rfc_8785_writes(data: dict[str, Any], writer: str, seq: int) -> None:
    """A second implementation of canonical JSON writes the same line and finds the same hash."""
    at, prev = "2026-04-03T09:12:44Z", "sha256:1"
    entry = seal("message", data, seq=seq, at=at, recorded_by=writer, prev=prev)
    plain = {
        "at": at,
        "data": composed(data),
        "event": "message",
        "prev": prev,
        "recorded_by": composed(writer),
        "seq": seq,
    }
    own = f"sha256:{sha256(rfc8785.dumps(plain)).hexdigest()}"
    assert entry.hash == own
    assert entry.line() == rfc8785.dumps({**plain, "hash": own})


@given(DATA, TEXTS)
def test_entry_comes_back_from_its_line(data: dict[str, Any], writer: str) -> None:
    """What was sealed is read as it was."""
    entry = seal("note", data, seq=3, at="2026-04-03T09:12:44Z", recorded_by=writer, prev="x")
    assert read_entry(entry.line()) == entry
    assert entry.is_sound()


def test_every_changed_bit_is_found() -> None:
    """No bit of a line can change without the line being refused."""
    line = seal("message", {"on": "2026-04-03", "summary": "Größer?"}, **FIRST).line()
    read_entry(line)
    for at in range(len(line)):
        for bit in range(8):
            flipped = bytearray(line)
            flipped[at] ^= 1 << bit
            with pytest.raises(InvalidInputError):
                read_entry(bytes(flipped))


def sealed(**keys: Any) -> bytes:
    """Return a line with a sound hash, whatever it says."""
    plain: dict[str, Any] = {
        "at": "a",
        "data": {},
        "event": "e",
        "prev": None,
        "recorded_by": "r",
        "seq": 1,
    }
    plain |= keys
    text = json.dumps(plain, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    plain["hash"] = f"sha256:{sha256(text.encode(errors='surrogatepass')).hexdigest()}"
    text = json.dumps(plain, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    return text.encode(errors="surrogatepass")


def test_sealed_line_is_read() -> None:
    """The lines below are refused for what they say alone."""
    assert read_entry(sealed()) == Entry(1, "a", "e", {}, "r", None, read_entry(sealed()).hash)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        sealed(seq="1"),
        sealed(seq=True),
        sealed(data=[]),
        sealed(prev=1),
        sealed(at=None),
        sealed(more=1),
        sealed(recorded_by=["r"]),
    ],
)
def test_what_is_no_entry_is_refused(line: bytes) -> None:
    """A line that does not hold what an entry holds is none."""
    with pytest.raises(InvalidInputError) as refused:
        read_entry(line)
    fault = refused.value.faults[0]
    assert (fault.code, fault.message) == ("damaged", "this is no entry of a journal")


@pytest.mark.parametrize(
    "line",
    [
        sealed() + b" ",
        sealed() + b"\r",
        b" " + sealed(),
        sealed().replace(b":", b": ", 1),
        sealed().replace(b'"a"', b'"\\u0061"'),
        sealed(data={"amount": 1.5}),
        sealed(data={"amount": 2**53}),
        sealed(data={"gr\u00f6sse": 1}),
        sealed(data={"text": "o\u0308"}),
        sealed(data=[{}]).replace(b"[{}]", b'{"b":1,"a":1}'),
    ],
)
def test_other_ways_to_write_an_entry_are_refused(line: bytes) -> None:
    """Only canonical bytes are an entry, so that no two lines say the same."""
    with pytest.raises(InvalidInputError) as refused:
        read_entry(line)
    fault = refused.value.faults[0]
    assert fault.message == "this entry is not written as quotekit writes entries"


def test_entry_changed_in_memory_is_not_sound() -> None:
    """What an entry says is held against its hash."""
    entry = seal("message", {"on": "2026-04-03"}, **FIRST)
    assert entry.is_sound()
    assert not entry._replace(recorded_by="somebody").is_sound()
    # The order in which keys stand in memory says nothing.
    two = seal("message", {"a": "1", "b": "2"}, **FIRST)
    assert two._replace(data={"b": "2", "a": "1"}).is_sound()
