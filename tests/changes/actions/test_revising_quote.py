"""`revise_quote` sets keys of the quote as a whole."""

from typing import Any

import pytest

from quotekit.changes import ReviseQuote, apply
from quotekit.errors import InvalidInputError
from tests.changes.contracts import PARTS, agreed


def revision(**keys: Any) -> ReviseQuote:
    """Return the action that sets some keys of a quote."""
    return ReviseQuote.model_validate({"revise_quote": keys})


def test_keys_are_replaced() -> None:
    """What is not named stays as it is."""
    found = apply(agreed(payments=PARTS), [revision(title="Site", intro="Hello")])
    assert (found.title, found.intro) == ("Site", "Hello")
    assert len(found.payments) == 3


@pytest.mark.parametrize("key", ["title", "payments", "binding", "schedule", "discounts"])
def test_null_clears_a_key(key: str) -> None:
    """It is what it would be in a quote that leaves it out."""
    keys = {
        "title": "Site",
        "payments": PARTS,
        "binding": False,
        "schedule": {"hours_per_day": 6},
        "discounts": [{"id": "d", "percent": 5}],
    }
    stated, bare = agreed(**{**keys, "schedule": keys["schedule"]}), agreed(schedule=None)
    found = getattr(apply(stated, [revision(**{key: None})]), key)
    assert found == getattr(bare, key)
    assert found != getattr(stated, key)


def test_later_revision_has_the_last_word() -> None:
    """Two of them may set the same key."""
    found = apply(agreed(), [revision(title="One", intro="Hello"), revision(title="Two")])
    assert (found.title, found.intro) == ("Two", "Hello")


def test_fault_of_the_quote_stands_at_its_key() -> None:
    """What cannot stand in a quote is said where it was written."""
    with pytest.raises(InvalidInputError) as refusal:
        apply(agreed(), [revision(tax=["vat", "ust"])])
    assert str(refusal.value) == (
        'actions[0].revise_quote.tax: there is no tax "ust"; known: none, reduced, vat'
    )


def test_keys_that_are_set_are_touched() -> None:
    """Each as a whole: two lists of payments cannot be had both."""
    assert set(revision(title="Site", payments=PARTS).touches(agreed())) == {
        ("quote", "title", "*"),
        ("quote", "payments", "*"),
    }
