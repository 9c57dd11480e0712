"""Changes that break what is careless: each is one fact of a contract that was changed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from quotekit.changes import Contract, alike, apply, compare, difference, reissue
from quotekit.errors import ConflictError, ExpiredError, StaleBaseError
from tests.changes.contracts import (
    ASKED,
    FRONTEND,
    MORE,
    PARTS,
    SCREENS,
    TERMS,
    TEXTS,
    accepted,
    agreed,
    contract,
    differences,
    fees,
    names_of,
    of,
    order,
    refusals,
    task_of,
)

LATER = date(2026, 3, 25)
FRAME: dict[str, Any] = {"revise": "frontend", "set": {"quantity": 44}}
ROUND: dict[str, Any] = {"revise": "screens", "set": {"quantity": 26}}


def freely(**allowance: Any) -> Contract:
    """Return a contract under the usual terms that grants free rounds of corrections."""
    return contract(agreed(), {**TERMS, "allowance": {"hours": 4, **allowance}})


def test_price_changed_to_zero_is_a_price() -> None:
    """Zero is a price like any other: the task stays, and its whole total falls away."""
    found = accepted(contract(), {"revise": "fonts", "set": {"expense": 0}})
    assert found.orders[0].sum.net.change == Decimal("-120.00")
    assert task_of(found.current, "fonts")["expense"] == "0"
    again = accepted(found, {"revise": "fonts", "set": {"expense": 10}})
    assert again.orders[1].sum.net.change == Decimal("10.00")


def test_total_may_fall_below_zero() -> None:
    """A credit larger than the job makes a contract sum that the seller owes, taxes included."""
    credit = {"id": "credit", "price": 9000, "quantity": -1}
    made = order(contract(agreed(payments=PARTS), TERMS), {"add": credit}, paid=("deposit",))
    assert made.sum.net.after == Decimal("-2550.00")
    assert made.sum.total.after == Decimal("-3093.30")
    assert [part.after for part in made.instalments if part.fixed] == [Decimal("2285.01")]
    together = sum((part.after or Decimal(0) for part in made.instalments), Decimal(0))
    assert together == made.sum.payable.after
    assert fees(made) == {}


def test_refund_that_was_paid_back_stands() -> None:
    """An instalment below zero can be paid like any other, and later orders leave it alone."""
    first = accepted(
        contract(agreed(payments=PARTS), TERMS),
        {"remove": "frontend"},
        paid=("deposit", "middle", "rest"),
    )
    refund = first.orders[0].instalments[-1]
    assert (refund.id, refund.after) == ("CO-001", Decimal("-4522.00"))
    made = order(first, MORE, paid=("CO-001",))
    assert [str(part.after) for part in made.instalments if part.fixed] == [
        "2285.01",
        "2285.01",
        "3046.68",
        "-4522.00",
    ]
    assert made.instalments[-1].id == "CO-002"
    assert made.instalments[-1].after == made.sum.payable.change


def test_fully_discounted_line_grows_by_nothing() -> None:
    """More of what is given away whole costs nothing, and bears no fee."""
    gift = {**SCREENS, "discounts": [{"id": "gift", "percent": 100}]}
    made = order(contract(of(gift, FRONTEND), TERMS), MORE, wanted_by="2026-03-24")
    assert differences(made) == {"screens": "0.00"}
    assert made.sum.net.change == 0
    assert made.time.working_days.change == 1


def test_inserted_task_moves_no_other() -> None:
    """A task put before others is one addition; nothing else is said to have changed."""
    new = {"id": "draft", "price": 80}
    made = order(contract(), {"add": new, "before": "screens"})
    assert differences(made) == {"draft": "80.00"}
    assert names_of(made.after.quote)[:2] == ["draft", "screens"]
    assert [action.verb for action in difference(agreed(), made.after.quote)] == ["add"]


def test_reordered_tasks_cost_nothing() -> None:
    """Another order of the tasks is free, and is one action however many have moved."""
    names = ["fonts", "texts-en", "frontend", "screens"]
    found = contract(agreed(), TERMS)
    made = order(found, {"order": names})
    assert made.sum.net.change == 0
    assert fees(made) == {}
    assert [line for line in made.lines if line.difference] == []
    assert names_of(made.after.quote) == names
    actions = difference(found.current, made.after.quote)
    assert [action.verb for action in actions] == ["order"]


def test_task_given_a_new_id_is_told() -> None:
    """A new id is a task removed and another one added, and both are named together."""
    renamed = of({**SCREENS, "id": "layouts"}, FRONTEND)
    actions = difference(of(SCREENS, FRONTEND), renamed)
    assert sorted(action.verb for action in actions) == ["add", "remove"]
    assert alike(of(SCREENS, FRONTEND), renamed) == (("screens", "layouts"),)
    assert compare(of(SCREENS, FRONTEND), renamed).sum.net.change == 0


def test_rate_of_twenty_tasks_changes_them_all() -> None:
    """One action on a rate is shown task by task, and is in the base of no fee."""
    tasks = [{"id": f"task-{n}", "rate": "work", "quantity": n} for n in range(1, 21)]
    keys = {"rates": {"work": {"price": 80, "unit": "hour"}}, "taxes": {}, "tax": None}
    found = contract(agreed(tasks=tasks, **keys), TERMS)
    dearer = {"revise_rate": "work", "set": {"price": 90}}
    made = order(found, dearer, wanted_by="2026-03-20", progress={})
    assert differences(made) == {f"task-{n}": f"{10 * n}.00" for n in range(1, 21)}
    assert made.sum.net.change == Decimal("2100.00")


def test_order_on_a_stale_base_names_what_came_between() -> None:
    """What was priced on another quote and would now come out differently is not accepted."""
    half = agreed(discounts=[{"id": "half", "percent": 50, "of": ["screens"]}])
    found = contract(half, TERMS)
    found = found.offer(order(found, MORE))
    found = found.offer(order(found, {"revise_quote": {"discounts": None}}))
    found = found.accept("CO-002", on=ASKED)
    with pytest.raises(StaleBaseError, match="CO-002"):
        found.accept("CO-001", on=ASKED)
    assert found.status("CO-001", ASKED) == "pending"


def test_order_that_comes_out_the_same_is_accepted_on_a_new_base() -> None:
    """Two orders that have nothing to do with each other may be accepted one after the other."""
    found = contract(agreed(), TERMS)
    found = found.offer(order(found, MORE))
    found = found.offer(order(found, {"add": {"id": "logo", "price": 300, "days": 1}}))
    both = found.accept("CO-002", on=ASKED).accept("CO-001", on=ASKED)
    moved = sum((one.sum.net.change for one in found.orders), Decimal(0))
    assert both.sum.net.after == both.sum.net.original + moved
    assert "logo" in names_of(both.current)
    assert task_of(both.current, "screens")["quantity"] == "30"


def test_two_orders_on_one_field_conflict() -> None:
    """The second one is not accepted, nor reissued: its reader is told the task, field, order."""
    found = contract(agreed(), TERMS)
    found = found.offer(order(found, MORE))
    found = found.offer(order(found, {"revise": "screens", "set": {"quantity": 36}}))
    found = found.accept("CO-001", on=ASKED)
    with pytest.raises(StaleBaseError):
        found.accept("CO-002", on=ASKED)
    with pytest.raises(ConflictError) as refusal:
        reissue(found, "CO-002", on=ASKED)
    assert {"CO-001", "quantity", '"screens"'} <= set(str(refusal.value).split())


def test_reissued_order_supersedes_the_old_one() -> None:
    """On the quote as it now stands, under a new number; the old order stays visible."""
    found = contract(agreed(), TERMS)
    found = found.offer(order(found, MORE))
    found = accepted(found, FRAME)
    again = reissue(found, "CO-001", on=LATER)
    assert (again.number, again.supersedes, again.base) == (
        "CO-003",
        "CO-001",
        found.orders[1].revised,
    )
    done = found.offer(again).accept("CO-003", on=LATER)
    assert done.status("CO-001", LATER) == "superseded"
    assert [one.number for one in done.orders] == ["CO-001", "CO-002", "CO-003"]
    assert task_of(done.current, "screens")["quantity"] == "30"
    assert task_of(done.current, "frontend")["quantity"] == "44"


def test_order_that_only_reduces_bears_no_fee_but_the_removal_s() -> None:
    """Neither handling nor minimum is charged where nothing is added."""
    found = contract(agreed(), {**TERMS, "removal": {"credit": 80}})
    made = order(found, {"revise": "texts-en", "set": {"quantity": 2500}}, {"remove": "fonts"})
    assert differences(made) == {
        "texts-en": "-140.00",
        "fonts": "-120.00",
        "CO-001.removal.texts-en": "28.00",
        "CO-001.removal.fonts": "24.00",
    }
    assert made.direction == "decrease"


def test_work_is_not_reduced_below_what_was_done() -> None:
    """A smaller reduction is refused with the least quantity, which itself is accepted."""
    found = contract(of(SCREENS, TEXTS), TERMS)
    done = {"screens": 60}
    fault = refusals(found, {"revise": "screens", "set": {"quantity": 14}}, progress=done)[0]
    assert fault.code == "below_done"
    assert "14.5" in str(fault)
    least = order(found, {"revise": "screens", "set": {"quantity": "14.5"}}, progress=done)
    assert least.sum.net.change == Decimal("-807.50")


def test_allowance_is_used_up_given_back_and_used_again() -> None:
    """A declined round is free once more; while it is pending, it counts."""
    found = freely(revisions=1)
    first = order(found, ROUND, kind="revision")
    assert (first.sum.net.change, first.rounds) == (Decimal("0.00"), ("screens",))
    found = found.offer(first)
    second = order(found, ROUND, kind="revision")
    assert fees(second) == {"handling_fee": "60.00"}
    assert second.sum.net.change == Decimal("230.00")
    found = found.decline("CO-001", on=ASKED)
    third = order(found, ROUND, kind="revision")
    assert (third.sum.net.change, third.rounds) == (Decimal("0.00"), ("screens",))
    done = found.offer(third).accept(str(third.number), on=ASKED)
    more = {"revise": "screens", "set": {"quantity": 28}}
    assert order(done, more, kind="revision").sum.net.change == Decimal("230.00")


def test_expired_order_gives_its_round_back() -> None:
    """Nobody uses a round by letting an order lie."""
    found = freely(revisions=1)
    found = found.offer(order(found, ROUND, kind="revision"))
    late = date(2026, 3, 31)
    assert order(found, ROUND, kind="revision", on=late).rounds == ("screens",)
    assert order(found, ROUND, kind="revision", on=date(2026, 3, 30)).rounds == ()


def test_expired_order_is_accepted_only_for_a_reason() -> None:
    """The whole of the last day is included; after it, a reason has to be given."""
    found = contract(agreed(), TERMS)
    found = found.offer(order(found, MORE))
    assert found.accept("CO-001", on=date(2026, 3, 30)).sum.net.after == Decimal("7020.00")
    late = date(2026, 3, 31)
    assert found.status("CO-001", late) == "expired"
    assert found.pending(late) == ()
    with pytest.raises(ExpiredError):
        found.accept("CO-001", on=late)
    honoured = found.accept("CO-001", on=late, honour_expired="Announced by telephone")
    assert honoured.sum.net.after == Decimal("7020.00")
    assert honoured.decisions["CO-001"].reason == "Announced by telephone"


def test_paid_instalment_stands() -> None:
    """It becomes an amount, and what the job costs more falls on the others."""
    found = accepted(contract(agreed(payments=PARTS), TERMS), MORE, paid=("deposit",))
    deposit = found.current.payments[0]
    assert (deposit.percent, deposit.amount) == (None, Decimal("2285.01"))
    assert [str(part.after) for part in found.orders[0].instalments] == [
        "2285.01",
        "2488.50",
        "3521.49",
    ]


def test_options_of_one_group_exclude_each_other() -> None:
    """Selecting one deselects the other, and bears no late, handling or minimum, only rush."""
    packages = of(
        SCREENS,
        {"id": "small", "price": 300, "option": "basic"},
        {"id": "large", "price": 900, "option": "gold"},
        alternatives={"package": ["basic", "gold"]},
        selected=["basic"],
    )
    made = order(contract(packages, TERMS), {"select": "gold"}, wanted_by="2026-03-24")
    assert made.after.quote.selected == {"gold"}
    assert differences(made) == {
        "small": "-300.00",
        "large": "900.00",
        "CO-001.rush.vat": "450.00",
    }


def test_begun_option_that_gives_way_keeps_its_part_done() -> None:
    """What was done of the deselected one stays as a task of its own, ended and no option."""
    packages = of(
        SCREENS,
        {"id": "small", "price": 300, "days": 3, "option": "basic"},
        {"id": "large", "price": 900, "option": "gold"},
        alternatives={"package": ["basic", "gold"]},
        selected=["basic"],
    )
    made = order(contract(packages, TERMS), {"select": "gold"}, progress={"small": 50})
    left = task_of(made.after.quote, "small")
    assert left == {
        "id": "small",
        "price": "300",
        "quantity": "0.5",
        "days": "1.5",
        "ended": "CO-001",
    }
    assert made.sum.net.change == Decimal("750.00")


def test_original_figures_stay_whatever_is_ordered() -> None:
    """The original contract sum is the same after every order, and so is the quote."""
    found = contract(agreed(), TERMS)
    for at, actions in enumerate(([MORE], [{"remove": "fonts"}], [FRAME]), 1):
        found = accepted(found, *actions)
        assert found.original == agreed()
        assert found.sum.net.original == Decimal("6450.00")
        assert found.orders[at - 1].sum.net.original == Decimal("6450.00")


def test_taking_an_edit_back_makes_the_same_quote() -> None:
    """There and back again is where one was."""
    there = order(contract(), MORE, {"remove": "fonts"}).after.quote
    assert apply(there, difference(there, agreed())) == agreed()
