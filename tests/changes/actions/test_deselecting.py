"""`deselect` takes an option out of what is agreed."""

import pytest

from quotekit.changes import Deselect, apply
from quotekit.errors import InvalidInputError
from tests.changes.contracts import SCREENS, SHOP, of


def test_option_counts_no_more() -> None:
    """Its tasks stay in the quote, as an offer."""
    quote = of(SCREENS, SHOP, selected=["shop"])
    found = apply(quote, [Deselect(deselect="shop")])
    assert found.selected == frozenset()
    assert len(found.tasks) == 2
    assert quote.selected == {"shop"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "shop",
            'actions[0].deselect: the option "shop" is not selected; take this action out',
        ),
        (
            "shops",
            'actions[0].deselect: there is no option "shops"; did you mean shop? (known: shop)',
        ),
    ],
)
def test_option_that_is_not_selected_is_refused(name: str, message: str) -> None:
    """Whether it is there at all is told apart."""
    with pytest.raises(InvalidInputError) as refusal:
        apply(of(SCREENS, SHOP), [Deselect(deselect=name)])
    assert str(refusal.value) == message


def test_option_and_its_tasks_are_touched_as_a_whole() -> None:
    """No other order may change them meanwhile."""
    touched = list(Deselect(deselect="shop").touches(of(SCREENS, SHOP)))
    assert touched == [("option", "shop", "*"), ("task", "shop", "*")]
