"""Canonical JSON is byte for byte what RFC 8785 writes."""

import hashlib
import unicodedata

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from quotekit.values import canonical, digest

LARGEST = 2**53 - 1
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
KEYS = st.text(st.characters(max_codepoint=127))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=20,
)


def nfc(data: object) -> object:
    """Return plain data with its text in NFC."""
    if isinstance(data, str):
        return unicodedata.normalize("NFC", data)
    if isinstance(data, list):
        return [nfc(item) for item in data]
    if isinstance(data, dict):
        return {key: nfc(item) for key, item in data.items()}
    return data


@given(PLAIN)
def test_canonical_form_is_that_of_the_norm(data: object) -> None:
    """For all that may be in a document both write the same bytes."""
    assert canonical(data) == rfc8785.dumps(nfc(data))  # type: ignore[arg-type]


@given(PLAIN)
def test_digest_is_the_hash_of_the_form(data: object) -> None:
    """The digest names its algorithm."""
    assert digest(data) == f"sha256:{hashlib.sha256(canonical(data)).hexdigest()}"


def test_keys_are_sorted_and_nothing_is_spaced() -> None:
    """There is one order and one spacing."""
    assert canonical({"b": [1, True, None], "a": "é"}) == '{"a":"é","b":[1,true,null]}'.encode()


def test_tuple_is_a_list() -> None:
    """Frozen lists are written like others."""
    assert canonical(("a", ("b",))) == canonical(["a", ["b"]])


def test_forms_of_unicode_are_one() -> None:
    """e with an accent is one text, however it is composed."""
    assert canonical("e\u0301") == canonical("\u00e9")


@pytest.mark.parametrize("value", [0.5, 1.0, b"a", {1}, object()])
def test_what_json_lacks_is_refused(value: object) -> None:
    """A float, above all, has no canonical form."""
    with pytest.raises(TypeError, match="has no canonical form"):
        canonical({"a": [value]})


@pytest.mark.parametrize("key", ["é", 1, None])
def test_key_is_ascii_text(key: object) -> None:
    """Keys are ASCII, so that every way of sorting agrees."""
    with pytest.raises(TypeError, match="no key of ASCII text"):
        canonical({key: 1})


@pytest.mark.parametrize("number", [LARGEST + 1, -LARGEST - 1])
def test_integer_that_javascript_would_round_is_refused(number: int) -> None:
    """Integers end where JSON readers begin to round."""
    with pytest.raises(ValueError, match="write it as text"):
        canonical(number)


@pytest.mark.parametrize("number", [LARGEST, -LARGEST])
def test_largest_integer_is_written(number: int) -> None:
    """The bounds themselves are exact."""
    assert canonical(number) == str(number).encode()


def test_half_a_character_is_refused() -> None:
    """A surrogate alone is no text of UTF-8."""
    with pytest.raises(UnicodeEncodeError):
        canonical("\ud800")
