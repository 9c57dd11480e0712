"""The name that was probably meant: slips of the finger, and no far guesses."""

import pytest

from quotekit.quotes.nearest import MOST_COMPARED, nearest

KEYS = ("id", "title", "percent", "amount", "balance", "due", "early", "discounts", "studio")


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("stuido", "studio"),
        ("deu", "due"),
        ("ids", "id"),
        ("TITLE", "title"),
        ("Tilte", "title"),
        ("discuont", "discounts"),
        ("dscnts", "discounts"),
    ],
)
def test_slip(wrong: str, meant: str) -> None:
    """Letters that changed places, one too many, and capitals."""
    assert nearest(wrong, KEYS) == meant


@pytest.mark.parametrize("wrong", ["colour", "x", "", "t" * 1_000_000])
def test_far_from_all(wrong: str) -> None:
    """Nothing is suggested that nobody can have meant."""
    assert nearest(wrong, KEYS) is None


@pytest.mark.parametrize("wrong", ["hi_IN", "zh_TW", "sv_SE"])
def test_another_language(wrong: str) -> None:
    """Two codes that share their form alone are not alike."""
    assert nearest(wrong, ["de", "en", "es", "pt_BR", "zh_CN"]) is None


def test_name_as_it_is_known() -> None:
    """The suggestion is in the capitals of the name that is there."""
    assert nearest("usd", ["EUR", "USD"]) == "USD"


def test_nearest_of_many() -> None:
    """Among names that all look alike, the one with the same letters is meant."""
    names = [f"task{at}" for at in range(MOST_COMPARED)]
    assert nearest("tsak2718", names) == "task2718"


def test_nobody_looks_through_too_many() -> None:
    """Where there are more names than anybody can have in mind, none is suggested."""
    names = [f"task{at}" for at in range(MOST_COMPARED + 1)]
    assert nearest("tsak7", names) is None
