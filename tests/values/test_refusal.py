"""A refusal keeps code, fact and remedy apart, and shows nothing that deceives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.values import refuse, shown, visible

DECEIVING = [
    ("\x00", "<U+0000>"),
    ("\x1b[2J", "<U+001B>[2J"),
    ("\n", "<U+000A>"),
    ("\t", "<U+0009>"),
    ("\x7f", "<U+007F>"),
    ("\x9b", "<U+009B>"),
    ("\ud800", "<U+D800>"),
    ("\ufdd0", "<U+FDD0>"),
    ("\U0001ffff", "<U+1FFFF>"),
    ("\u202e", "<U+202E>"),
    ("\u2066", "<U+2066>"),
    ("\u200b", "<U+200B>"),
    ("\u2060", "<U+2060>"),
    ("\ufeff", "<U+FEFF>"),
    ("\u061c", "<U+061C>"),
    ("\u2028", "<U+2028>"),
]


@pytest.mark.parametrize(("hidden", "seen"), DECEIVING)
def test_what_deceives_is_made_visible(hidden: str, seen: str) -> None:
    """Each such character is written as its code point."""
    assert visible(f"a{hidden}b") == f"a{seen}b"


@pytest.mark.parametrize(
    "text", ["", "plain", "漢字", "👩\u200d💻", "क्\u200dष", "a\u200cb", "a\u00a0b", "a\u00adb"]
)
def test_honest_text_stays(text: str) -> None:
    """Joiners, spaces with width and soft hyphens are needed."""
    assert visible(text) == text


def test_named_characters_are_kept() -> None:
    """Prose keeps its line ends."""
    assert visible("a\nb\x1b", keep="\n") == "a\nb<U+001B>"


@given(st.text())
def test_nothing_deceives_twice(text: str) -> None:
    """What was made visible is as it is."""
    assert visible(visible(text)) == visible(text)


@given(st.text())
def test_no_control_gets_through(text: str) -> None:
    """Nothing that a terminal obeys is left."""
    assert not any(
        ord(character) < 32 or 127 <= ord(character) <= 159 for character in visible(text)
    )


def test_shown_value_stands_in_quotes() -> None:
    """Text is shown as it is, other values as Python writes them."""
    assert shown("12,50") == '"12,50"'
    assert shown(None) == '"None"'


def test_long_value_is_cut() -> None:
    """A message stays in a line."""
    assert shown("x" * 60) == f'"{"x" * 60}"'
    assert shown("x" * 61) == f'"{"x" * 59}…"'


def test_refusal_keeps_its_parts_apart() -> None:
    """pydantic carries them in its context."""
    error = refuse("negative", "it is {below} zero", "write more")
    assert error.context == {
        "code": "negative",
        "fact": "it is {below} zero",
        "remedy": "write more",
    }
    assert error.message() == "it is {below} zero"
