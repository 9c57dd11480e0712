"""`select` takes an option into what is agreed."""

from typing import Any

import pytest

from quotekit.changes import Select, apply
from quotekit.errors import InvalidInputError
from quotekit.quotes import Quote
from tests.changes.contracts import of
from tests.written_quotes import task


def offering(**keys: Any) -> Quote:
    """Return a quote with three options, two of which exclude each other."""
    options = [task(name, option=name) for name in "abc"]
    return of(*options, alternatives={"one": ["a", "b"]}, **keys)


@pytest.mark.parametrize(
    ("selected", "name", "found"),
    [
        ([], "a", {"a"}),
        (["a"], "b", {"b"}),
        (["a"], "c", {"a", "c"}),
        (["b", "c"], "a", {"a", "c"}),
    ],
)
def test_rivals_are_deselected(selected: list[str], name: str, found: set[str]) -> None:
    """Of a group only one option is selected; the others stay as they are."""
    assert apply(offering(selected=selected), [Select(select=name)]).selected == found


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("d", "unknown_name", 'there is no option "d"; known: a, b, c'),
        (
            "a",
            "selected_already",
            'the option "a" is selected already; take this action out',
        ),
    ],
)
def test_option_that_cannot_be_selected_is_refused(name: str, code: str, message: str) -> None:
    """It must be there, and not selected yet."""
    with pytest.raises(InvalidInputError) as refusal:
        apply(offering(selected=["a"]), [Select(select=name)])
    assert [fault.code for fault in refusal.value.faults] == [code]
    assert str(refusal.value) == f"actions[0].select: {message}"


def test_selection_of_the_whole_group_is_touched() -> None:
    """Two orders that select within a group get in each other's way."""
    assert set(Select(select="a").touches(offering())) == {
        ("option", "a", "selected"),
        ("option", "b", "selected"),
        ("task", "a", "selected"),
        ("task", "b", "selected"),
    }
    assert list(Select(select="c").touches(offering())) == [
        ("option", "c", "selected"),
        ("task", "c", "selected"),
    ]
