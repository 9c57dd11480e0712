"""What is paid stays; the rest goes with the new sum, to the last cent."""

from typing import Any

import pytest

from quotekit.changes import Contract
from quotekit.errors import InvalidInputError
from tests.changes.contracts import ASKED, PARTS, contract, of, order, said
from tests.written_quotes import task

BALANCE = {"id": "rest", "balance": True}


def of_thousand(*payments: dict[str, Any], **keys: Any) -> Contract:
    """Return a contract of 1000 in all, paid like this."""
    return contract(of(task("a", "1000"), tax=None, payments=[*payments], **keys))


def now(price: str) -> dict[str, Any]:
    """Return the action that makes it cost so much instead."""
    return {"revise": "a", "set": {"price": price}}


def paid(base: Contract, price: str, *names: str) -> dict[str, str]:
    """Return what each instalment comes to where it costs so much and some are paid."""
    made = order(base, now(price), paid=names)
    amounts = [part.after for part in made.instalments if part.after is not None]
    assert not amounts or sum(amounts) == made.sum.payable.after
    assert {part.id for part in made.instalments if part.fixed} == set(names)
    return {part.id: f"{part.after}" for part in made.instalments}


def test_contract_without_payments_has_no_instalments() -> None:
    """Nobody said when it is due."""
    assert paid(of_thousand(), "1200") == {}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ((), {"deposit": "360.00", "middle": "360.00", "rest": "480.00"}),
        (("deposit",), {"deposit": "300.00", "middle": "360.00", "rest": "540.00"}),
        (("middle",), {"deposit": "360.00", "middle": "300.00", "rest": "540.00"}),
        (("deposit", "middle"), {"deposit": "300.00", "middle": "300.00", "rest": "600.00"}),
        (("rest",), {"deposit": "360.00", "middle": "440.00", "rest": "400.00"}),
        (
            ("deposit", "middle", "rest"),
            {"deposit": "300.00", "middle": "300.00", "rest": "400.00", "CO-001": "200.00"},
        ),
    ],
)
def test_what_remains_never_falls_on_a_fixed_one(
    names: tuple[str, ...], found: dict[str, str]
) -> None:
    """Percents of the others are of the new amount; all paid, there is one more."""
    assert paid(of_thousand(*PARTS), "1200", *names) == found


@pytest.mark.parametrize(
    ("payments", "names", "found"),
    [
        ([("p", "percent", 30), ("q", "percent", 70)], (), {"p": "360.00", "q": "840.00"}),
        ([("p", "percent", 30), ("q", "percent", 70)], ("p",), {"p": "300.00", "q": "900.00"}),
        ([("p", "percent", 30), ("q", "percent", 70)], ("q",), {"p": "500.00", "q": "700.00"}),
        ([("p", "amount", 400), ("q", "amount", 600)], (), {"p": "400.00", "q": "800.00"}),
        ([("p", "amount", 400), ("q", "amount", 600)], ("q",), {"p": "600.00", "q": "600.00"}),
        ([("p", "amount", 400), ("q", "balance", True)], ("p",), {"p": "400.00", "q": "800.00"}),
        ([("p", "amount", 1000)], ("p",), {"p": "1000.00", "CO-001": "200.00"}),
        (
            [("p", "percent", 30), ("q", "balance", True), ("r", "percent", 20)],
            ("q",),
            {"p": "360.00", "q": "500.00", "r": "340.00"},
        ),
    ],
)
def test_rest_falls_on_the_balance_or_the_last_that_is_open(
    payments: list[tuple[str, str, Any]], names: tuple[str, ...], found: dict[str, str]
) -> None:
    """An open percent takes it before an open amount."""
    base = of_thousand(*({"id": name, way: value} for name, way, value in payments))
    assert paid(base, "1200", *names) == found


def test_fixed_ones_that_still_add_up_need_no_other() -> None:
    """Where nothing changes, nothing is added."""
    assert paid(of_thousand(*PARTS), "1000", "deposit", "middle", "rest") == {
        "deposit": "300.00",
        "middle": "300.00",
        "rest": "400.00",
    }


@pytest.mark.parametrize(
    ("price", "names", "found"),
    [
        ("500", ("deposit", "middle"), {"middle": "300.00", "rest": "-100.00"}),
        ("500", ("deposit", "middle", "rest"), {"middle": "300.00", "CO-001": "-500.00"}),
        ("100", ("deposit",), {"middle": "30.00", "rest": "-230.00"}),
    ],
)
def test_refund_is_an_amount_below_zero(
    price: str, names: tuple[str, ...], found: dict[str, str]
) -> None:
    """What was paid is more than is payable now."""
    parts = paid(of_thousand(*PARTS), price, *names)
    assert parts["deposit"] == "300.00"
    assert {name: parts[name] for name in found} == found
    made = order(of_thousand(*PARTS), now(price), paid=names).after.quote.payments
    assert made[-1].amount is not None
    assert made[-1].amount < 0


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("1000", {"p": "400.00", "q": "600.00"}),
        ("900", {"p": "400.00", "q": "500.00"}),
        ("300", {"p": "400.00", "q": "-100.00"}),
    ],
)
def test_amounts_that_are_not_paid_stand_but_for_the_last(new: str, found: dict[str, str]) -> None:
    """Below what the first ones come to, the last is a refund."""
    base = of_thousand({"id": "p", "amount": 400}, {"id": "q", "amount": 600})
    assert paid(base, new) == found


def test_whole_credit_is_paid_back() -> None:
    """Percents and paid nothings come to a payable below zero as well."""
    payments = [{"id": "p", "percent": 100}, BALANCE]
    base = contract(of(task("a", "0"), tax=None, payments=payments))
    made = order(base, {"add": task("b", "50", quantity=-1)}, paid=("rest",))
    assert [(part.id, str(part.after)) for part in made.instalments] == [
        ("p", "-50.00"),
        ("rest", "0.00"),
    ]


def test_fixed_one_keeps_title_and_date() -> None:
    """Only how it is written changes: as the amount that it came to."""
    stated = {"id": "p", "title": "Deposit", "percent": 30, "due": {"date": "2026-04-01"}}
    made = order(of_thousand(stated, BALANCE), now("1200"), paid=("p",)).after.quote.payments[0]
    assert (made.title, made.percent, str(made.amount)) == ("Deposit", None, "300.00")
    assert made.due is not None


def test_paid_once_is_paid_for_every_later_order() -> None:
    """It need not be said again."""
    base = of_thousand(*PARTS)
    base = base.offer(order(base, now("1200"), paid=("deposit",))).accept("CO-001", on=ASKED)
    assert base.paid == ("deposit",)
    made = order(base, now("2000"), paid=("middle",))
    assert made.paid == ("deposit", "middle")
    assert [str(part.after) for part in made.instalments] == ["300.00", "360.00", "1340.00"]


def test_instalment_of_an_order_may_be_paid_in_turn() -> None:
    """The next order adds one of its own number."""
    base = of_thousand({"id": "all", "balance": True})
    base = base.offer(order(base, now("1200"), paid=("all",))).accept("CO-001", on=ASKED)
    found = paid(base, "1500", "all", "CO-001")
    assert found == {"all": "1000.00", "CO-001": "200.00", "CO-002": "300.00"}


def payments(*stated: dict[str, Any]) -> dict[str, Any]:
    """Return the action that states other payments."""
    return {"revise_quote": {"payments": [*stated]}}


def test_request_may_state_other_payments() -> None:
    """Those dropped are shown last, with what they came to."""
    made = order(of_thousand(*PARTS), payments({"id": "half", "percent": 50}, BALANCE))
    assert [(part.id, str(part.before), str(part.after)) for part in made.instalments] == [
        ("half", "None", "500.00"),
        ("rest", "400.00", "500.00"),
        ("deposit", "300.00", "None"),
        ("middle", "300.00", "None"),
    ]


@pytest.mark.parametrize(
    ("action", "names", "message"),
    [
        (
            payments(BALANCE),
            ("deposit",),
            'actions[0].revise_quote.payments: the payment "deposit" has been made and cannot go; '
            "keep it in payments",
        ),
        (
            payments({"id": "deposit", "amount": 250}, BALANCE),
            ("deposit",),
            'actions[0].revise_quote.payments[0]: the payment "deposit" was 300 and has been made; '
            "leave it at 300",
        ),
        (
            payments({"id": "p", "amount": 1100}, BALANCE),
            (),
            "actions[0].revise_quote.payments: the payments of 1100 are above the payable amount, "
            "1000; take off 100",
        ),
    ],
)
def test_payments_that_cannot_be_are_refused(
    action: Any, names: tuple[str, ...], message: str
) -> None:
    """What has been made is not unmade, and nobody pays more than is payable."""
    assert said(of_thousand(*PARTS), action, paid=names) == [message]


def test_every_fault_of_payments_is_told_with_those_of_other_actions() -> None:
    """At the last action that states payments, for that is the one that counts."""
    found = said(
        of_thousand(*PARTS),
        payments(BALANCE),
        {"remove": "nothing"},
        payments({"id": "deposit", "amount": 250}, {"id": "new", "balance": True}),
        paid=("deposit", "middle", "rest"),
    )
    assert [line.partition(";")[0].partition(", known")[0] for line in found] == [
        'actions[1].remove: there is no task "nothing"',
        'actions[2].revise_quote.payments: the payment "middle" has been made and cannot go',
        'actions[2].revise_quote.payments: the payment "rest" has been made and cannot go',
        'actions[2].revise_quote.payments[0]: the payment "deposit" was 300 and has been made',
    ]


def test_every_paid_name_must_be_a_payment() -> None:
    """All that are none are said at once."""
    with pytest.raises(InvalidInputError) as refusal:
        order(of_thousand(*PARTS), now("1200"), paid=("depositt", "second"))
    assert str(refusal.value) == (
        'paid.depositt: there is no payment "depositt"; '
        "did you mean deposit? (known: deposit, middle, rest)\n"
        'paid.second: there is no payment "second"; known: deposit, middle, rest'
    )
