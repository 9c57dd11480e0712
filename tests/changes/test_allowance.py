"""Free rounds of corrections: who has used how many, and whether one more fits."""

from datetime import date, timedelta
from typing import Any

import pytest

from quotekit.changes import Contract, Rounds, RoundsUsed
from quotekit.quotes import Allowance
from tests.changes.contracts import (
    ASKED,
    FRONTEND,
    SCREENS,
    TERMS,
    contract,
    fees,
    of,
    order,
)
from tests.written_quotes import task

MORE: dict[str, Any] = {"revise": "screens", "set": {"quantity": 26}}
SAME: dict[str, Any] = {"revise": "screens", "set": {"title": "Again"}}
OTHER: dict[str, Any] = {"revise": "frontend", "set": {"title": "Again"}}


def granting(*tasks: dict[str, Any], **allowance: Any) -> Contract:
    """Return a contract that grants free rounds, two of each task unless told otherwise."""
    granted = {"revisions": 2, "hours": 4, **allowance}
    return contract(of(*(tasks or (SCREENS, FRONTEND))), {**TERMS, "allowance": granted})


def free(base: Contract, *actions: dict[str, Any], **keys: Any) -> bool:
    """Say whether a round of corrections is free."""
    made = order(base, *actions, kind="revision", **keys)
    assert made.allowance is not None
    assert made.allowance.free == bool(made.rounds)
    return made.allowance.free


def offered(base: Contract, *actions: dict[str, Any], on: date = ASKED) -> Contract:
    """Return the contract with a round of corrections pending."""
    return base.offer(order(base, *actions, kind="revision", on=on))


@pytest.mark.parametrize(("quantity", "fits"), [(24, True), (28, True), ("28.01", False)])
def test_round_is_free_up_to_so_many_hours(quantity: Any, fits: bool) -> None:  # noqa: FBT001
    """Of growth of the task; exactly so many still fit."""
    action = {"revise": "screens", "set": {"quantity": quantity}}
    assert free(granting(), action) is fits


def test_round_without_a_bound_is_free_however_long() -> None:
    """Where the agreement states rounds and no hours."""
    assert free(granting(hours=None), {"revise": "screens", "set": {"quantity": 999}})


HOUR = {"rate": "development"}
DAY = {"price": 400, "unit": "day"}


@pytest.mark.parametrize(
    ("stated", "keys", "fits"),
    [
        ({**HOUR, "quantity": 5}, {"quantity": 10}, False),
        ({**HOUR, "quantity": 5, "effort": 1}, {"effort": 50}, True),
        (task("a", effort=3), {"effort": 7}, True),
        (task("a", effort=3), {"effort": 8}, False),
        (task("a", effort=3, days=1), {"days": 9}, True),
        (task("a"), {"effort": 5}, False),
        (task("a", days=1), {"days": "1.5"}, True),
        (task("a", days=1), {"days": 2}, False),
        (task("a"), {"days": 1}, False),
        ({**DAY, "quantity": 2}, {"quantity": "2.5"}, True),
        ({**DAY, "quantity": 2}, {"quantity": 3}, False),
        ({**DAY, "quantity": 2, "days": 1}, {"quantity": 9}, True),
        (task("a", unit="page"), {"quantity": 9}, True),
        (task("a"), {"price": 900}, True),
        (task("a"), {"price": None, "rate": "development", "quantity": 5}, False),
    ],
)
def test_growth_is_measured_in_hours(
    stated: dict[str, Any],
    keys: dict[str, Any],
    fits: bool,  # noqa: FBT001
) -> None:
    """Of the quantity, else of the effort, else of the days, six hours each; else none."""
    base = granting({**stated, "id": "a"})
    assert free(base, {"revise": "a", "set": keys}) is fits


@pytest.mark.parametrize(("times", "fits"), [(1, True), (2, True), (3, False)])
def test_announced_change_is_growth_of_its_task(times: int, fits: bool) -> None:  # noqa: FBT001
    """It takes a round of the task that announced it."""
    announced = {**SCREENS, "if_changed": [{"id": "one", "rate": "design", "quantity": 2}]}
    base = granting(announced)
    assert free(base, {"apply": "screens.one", "quantity": times}) is fits
    both = [{"apply": "screens.one"}, MORE]
    assert order(base, *both, kind="revision").rounds == ("screens",)
    assert not free(
        base, {"apply": "screens.one", "quantity": 2}, {**MORE, "set": {"quantity": 25}}
    )


def test_announced_change_ordered_again_grows_by_what_is_new() -> None:
    """What was ordered before is no part of the growth."""
    announced = {**SCREENS, "if_changed": [{"id": "one", "rate": "design", "quantity": 3}]}
    base = granting(announced)
    base = base.offer(order(base, {"apply": "screens.one"})).accept("CO-001", on=ASKED)
    assert free(base, {"apply": "screens.one"})


def test_every_task_named_needs_a_round_and_room() -> None:
    """Otherwise the whole order is charged, and uses up nothing."""
    base = offered(offered(granting(), SAME), SAME)
    assert free(base, OTHER)
    made = order(base, OTHER, SAME, kind="revision")
    assert (made.rounds, made.allowance) == ((), RoundsUsed(used=2, left=0, free=False))
    big = {"revise": "frontend", "set": {"quantity": 50}}
    assert not free(granting(), SAME, big)


def test_round_that_does_not_fit_is_charged_without_late() -> None:
    """Like any other change, but for what comes late."""
    action = {"revise": "screens", "set": {"quantity": 30}}
    made = order(granting(), action, kind="revision", progress={"screens": 90})
    assert fees(made) == {"handling_fee": "60.00"}
    assert str(made.sum.net.change) == "570.00"


def test_rounds_are_counted_by_task() -> None:
    """One of each task that the order names, however often."""
    made = order(granting(), SAME, MORE, OTHER, kind="revision")
    assert made.rounds == ("screens", "frontend")
    assert made.allowance == RoundsUsed(used=1, left=1, free=True)


def test_of_several_tasks_the_scarcest_is_shown() -> None:
    """That is how many rounds are left of all of them together."""
    made = order(offered(granting(), SAME), SAME, OTHER, kind="revision")
    assert made.allowance == RoundsUsed(used=2, left=0, free=True)


def test_rounds_may_be_counted_for_the_whole_quote() -> None:
    """Then an order uses one, however many tasks it names."""
    base = granting(per="quote", revisions=1)
    made = order(base, SAME, OTHER, kind="revision")
    assert (made.rounds, made.allowance) == (("*",), RoundsUsed(used=1, left=0, free=True))
    base = base.offer(made)
    assert base.allowance.used() == base.allowance.used("frontend") == 1
    assert base.allowance.left("frontend") == 0
    assert not free(base, OTHER)


@pytest.mark.parametrize(
    ("step", "used"),
    [
        (lambda base: base, 1),
        (lambda base: base.accept("CO-001", on=ASKED), 1),
        (lambda base: base.decline("CO-001", on=ASKED), 0),
        (lambda base: base.withdraw("CO-001", on=ASKED), 0),
    ],
)
def test_accepted_and_pending_orders_use_their_rounds(step: Any, used: int) -> None:
    """Those declined and withdrawn give them back."""
    base = step(offered(granting(), SAME))
    assert (base.allowance.used("screens"), base.allowance.left("screens")) == (used, 2 - used)


def test_expired_order_gives_its_round_back() -> None:
    """On the day after its last."""
    base = offered(granting(), SAME)
    last = ASKED + timedelta(days=10)
    assert base.rounds(last).used("screens") == 1
    assert base.rounds(last + timedelta(days=1)).used("screens") == 0


def test_round_used_up_given_back_and_used_again() -> None:
    """The count follows the orders that stand."""
    base = offered(granting(revisions=1), SAME)
    assert not free(base, SAME)
    assert free(base.decline("CO-001", on=ASKED), SAME)


def test_nothing_granted_is_nothing_free() -> None:
    """And nothing is shown of it."""
    made = order(contract(of(SCREENS), TERMS), MORE, kind="revision")
    assert (made.allowance, made.rounds) == (None, ())
    rounds = Rounds(None)
    assert (rounds.used(), rounds.left(), rounds.left("screens")) == (0, 0, 0)


def test_order_of_another_kind_leaves_the_rounds_alone() -> None:
    """Only a round of corrections uses one up."""
    made = order(granting(), MORE)
    assert (made.allowance, made.rounds) == (None, ())


def test_correction_that_names_no_task_uses_no_round() -> None:
    """Another order of the tasks costs nothing anyway."""
    made = order(granting(), {"order": ["frontend", "screens"]}, kind="revision")
    assert (made.allowance, made.rounds) == (RoundsUsed(0, 2, free=False), ())


def test_rounds_left_are_never_below_zero() -> None:
    """Also where fewer are granted than were used."""
    rounds = Rounds(Allowance(revisions=1), {"a": 3})
    assert (rounds.used("a"), rounds.left("a"), rounds.used("b"), rounds.left("b")) == (3, 0, 0, 1)
    assert rounds.used() == 0
