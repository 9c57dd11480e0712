"""The messages of record, and how they are said."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from quotekit.rendering.wording import Wording

PACKAGE = Path(__file__).parent.parent.parent / "src" / "quotekit"
KEYWORDS: dict[str, Any] = {
    "say": None,
    "say_in": ((1, "c"), 2),
    "say_count": (1, 2),
    "agrees": ((1, "c"), 2),
    "mark": None,
    "mark_in": ((1, "c"), 2),
    "mark_count": (1, 2),
}

Message = tuple[str | None, object]


def said() -> set[Message]:
    """Return the messages that the source says."""
    return {
        (context, message)
        for floor in ("rendering", "advice")
        for _, _, message, _, context in extract_from_dir(
            PACKAGE / floor, [("**.py", "python")], keywords=KEYWORDS
        )
    }


def recorded() -> set[Message]:
    """Return the messages of record."""
    with (PACKAGE / "locale" / "quotekit.pot").open("rb") as stream:
        return {(message.context, message.id) for message in read_po(stream) if message.id}


def test_messages_of_record_are_those_of_the_source() -> None:
    """None is missing, and none is left over."""
    assert said() == recorded()


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("en", 1, "1 hour"),
        ("en", 0, "1 hours"),
        ("de", 2, "1 Stunden"),
        ("fr", 0, "1 heure"),
        ("fr", "1.5", "1 heure"),
        ("de", "1.5", "1 Stunden"),
        ("it", 1, "1 ora"),
        ("it", 0, "1 ore"),
        ("it", "1.5", "1 ore"),
        ("ja", 5, "1時間"),
        ("pl", 1, "1 godzina"),
        ("pl", 22, "1 godziny"),
        ("pl", 12, "1 godzin"),
        ("pl", 1_000_000, "1 godzin"),
        ("pl_PL", "1.5", "1 godziny"),
    ],
)
def test_plural_follows_the_language(language: str, number: int | str, text: str) -> None:
    """Fractions included: one hour and a half is singular in French."""
    wording = Wording(language)
    assert wording.say_count("{count} hour", "{count} hours", Decimal(number), count="1") == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1 dzień"), ("1.0", "1 dzień"), (2, "2 dni"), ("1.5", "1,5 dnia"), ("0.5", "0,5 dnia")],
)
def test_fraction_may_have_a_plural_of_its_own(number: int | str, text: str) -> None:
    """In Polish a day and a half is counted like no whole number of days."""
    count = text.partition(" ")[0]
    said = Wording("pl").say_count("{count} day", "{count} days", Decimal(number), count=count)
    assert said == text


def test_region_says_what_differs_and_its_language_the_rest() -> None:
    """A quote is an Offerte in Switzerland."""
    swiss, german = Wording("de_CH"), Wording("de")
    assert swiss.say("Quote {number}", number="1") != german.say("Quote {number}", number="1")
    assert swiss.say("Not included") == german.say("Not included")
