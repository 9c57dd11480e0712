"""A change order holds its figures and says what they come to."""

from decimal import Decimal

import pytest

from quotekit.changes import ChangeOrder, compare
from tests.changes.contracts import MORE, SCREENS, agreed, contract, of, order
from tests.written_quotes import task


def test_order_names_its_quote_and_both_digests() -> None:
    """The agreed quote it was priced on, and the one agreed once it is accepted."""
    base = contract()
    made = order(base, MORE)
    assert (made.quote, made.currency) == ("Q-1", "EUR")
    assert (made.base, made.revised) == (base.priced.digest, made.after.digest)
    assert made.base != made.revised


def saved() -> ChangeOrder:
    """Return the difference of two quotes of the same net and other taxes."""
    return compare(of(task("a")), of(task("a", tax=["reduced"])))


@pytest.mark.parametrize(
    ("made", "direction"),
    [
        (order(contract(), MORE), "increase"),
        (order(contract(), {"remove": "fonts"}), "decrease"),
        (order(contract(), {"revise": "screens", "set": {"title": "S"}}), "unchanged"),
        (saved(), "decrease"),
    ],
)
def test_order_says_which_way_the_sum_goes(made: ChangeOrder, direction: str) -> None:
    """Where net stays, the total tells."""
    assert made.direction == direction


def test_step_is_what_rounding_the_payable_amount_comes_to() -> None:
    """Cash has no single cents."""
    old, new = (of(task("a", price), tax=None, round_to="0.05") for price in ("10.02", "10.04"))
    step = compare(old, new).step
    assert (step.between, *map(str, (step.before, step.after, step.difference))) == (
        "payable",
        "-0.02",
        "0.01",
        "0.03",
    )


def test_progress_goes_on_in_percent_of_the_new_quantities() -> None:
    """That of the order itself, and any other that was stated before it was accepted."""
    made = order(contract(), MORE, progress={"screens": 60, "fonts": 10})
    assert made.rescaled_progress() == {"screens": 48, "fonts": 10}
    assert made.rescaled({"screens": Decimal(30)}) == {"screens": 24}


def test_orders_are_themselves_and_no_others() -> None:
    """Two of the same are still two."""
    assert order(contract(), MORE) != order(contract(), MORE)
    assert compare(agreed(), of(SCREENS)).supersedes is None
