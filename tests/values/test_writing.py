"""Text is what can be read: prose, titles and ids."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from quotekit.values import Slug, Text, Title

TEXT: TypeAdapter[str] = TypeAdapter(Text)
TITLE: TypeAdapter[str] = TypeAdapter(Title)
SLUG: TypeAdapter[str] = TypeAdapter(Slug)

UNPRINTABLE = ["\x00", "\x1b", "\x7f", "\x85", "\x9b", "\ufdd0", "\ufffe", "\uffff", "\U0010ffff"]


def accepts(adapter: TypeAdapter[Any], value: object) -> bool:
    """Say whether a value passes."""
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("character", UNPRINTABLE)
@pytest.mark.parametrize("adapter", [TEXT, TITLE, SLUG])
def test_what_cannot_be_printed_is_refused(adapter: TypeAdapter[str], character: str) -> None:
    """Controls and noncharacters do not come in."""
    assert not accepts(adapter, f"a{character}b")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "two\nlines",
        "tab\there",
        "line\r\nend",
        "漢字",
        "ÄÖÜ ß",
        "👩\u200d💻",
        "क्\u200dष",
        "a\u202eb",
    ],
)
def test_prose_may_hold_any_script(text: str) -> None:
    """Joiners stay, and so does what is made visible only when it is put out."""
    assert TEXT.validate_python(text) == text


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\u00a0", "\u3000"])
def test_title_says_something(text: str) -> None:
    """Spaces alone are no title."""
    assert not accepts(TITLE, text)


def test_title_is_kept_as_it_is() -> None:
    """Nothing is trimmed."""
    assert TITLE.validate_python(" Website ") == " Website "


@pytest.mark.parametrize(
    "name",
    [
        "a",
        "Q-2026-014",
        "texts-en",
        "a.b_c-d",
        "0",
        "NO",
        "x" * 64,
        "CO-003.late",
        "CO-" + "x" * 252,
    ],
)
def test_slug_is_an_id(name: str) -> None:
    """Letters, digits, dot, underline and hyphen make an id; the engine's own may be long."""
    assert SLUG.validate_python(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "-a",
        ".a",
        "_a",
        "a b",
        "a/b",
        "../../x",
        "/etc/passwd",
        "C:\\x",
        "ä",
        "a\n",
        "a\u200b",
        "a\u202e",
        "а",
        "x" * 65,
        "CO-" + "x" * 253,
        "=1+1",
    ],
)
def test_slug_is_never_a_path_nor_a_look_alike(name: str) -> None:
    """Everything else is no id."""
    assert not accepts(SLUG, name)


@pytest.mark.parametrize("value", [5, None, b"a", 1.5, True])
def test_only_text_is_text(value: object) -> None:
    """A number is not silently made text."""
    assert not any(accepts(adapter, value) for adapter in (TEXT, TITLE, SLUG))
