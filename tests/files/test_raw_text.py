"""Places and characters of a text before it is read."""

import pytest

from quotekit.files.raw_text import LARGEST, forbidden, place_at, raw_fault


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("x", (1, 1)),
        ("a\nbcx", (2, 3)),
        ("a\r\nbx", (2, 2)),
        ("a\rb\rx", (3, 1)),
        ("a\u2028x", (2, 1)),
        ("äö😀x", (1, 4)),
    ],
)
def test_places_count_from_one_in_characters(text: str, place: tuple[int, int]) -> None:
    """Lines end where YAML ends them, and columns count characters."""
    assert place_at(text, text.index("x")) == place


@pytest.mark.parametrize(
    "kept", "\t\n\r \u00a0\u00ad\u200b\u200d\u200f\u202e\u2066\u2028\ufeff\ufffd\ue000"
)
def test_marks_and_joiners_are_allowed(kept: str) -> None:
    """Text may hold whatever has a meaning in some script; ids are stricter."""
    assert forbidden(f"a{kept}b") is None


@pytest.mark.parametrize(
    "bad", "\x00\x08\x0b\x1b\x1f\x7f\x80\x9f\ud800\udfff\ufdd0\ufdef\ufffe\uffff\U0010fffe"
)
def test_controls_halves_and_noncharacters_are_forbidden(bad: str) -> None:
    """What has no meaning in any script is found, wherever it stands."""
    found = forbidden(f"ab{bad}")
    assert found is not None
    assert found.start() == 2


def test_size_counts_bytes() -> None:
    """A text of 16 MiB is the largest, letters of several bytes counted as such."""
    assert raw_fault("x" * LARGEST, None) is None
    for text in ("x" * (LARGEST + 1), "ä" * (LARGEST // 2 + 1)):
        fault = raw_fault(text, None)
        assert fault is not None
        assert fault.code == "too_large"
