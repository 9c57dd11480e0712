"""A request becomes an order: the work, what of it is free, the fees, the instalments."""

from datetime import date
from typing import Any

import pytest

from quotekit.changes import issue
from quotekit.errors import InvalidInputError
from tests.changes.contracts import (
    ASKED,
    BLOG,
    FONTS,
    FRONTEND,
    MORE,
    PARTS,
    SCREENS,
    SHOP,
    SOON,
    TERMS,
    contract,
    differences,
    fees,
    of,
    order,
    request,
    said,
    under,
)
from tests.written_quotes import task


def test_order_says_what_it_was_made_of() -> None:
    """Request, title, day, validity, actions and what it depends on."""
    asked = request(MORE, title="More screens", wanted_by="2026-03-24")
    base = contract(of(SCREENS, payments=PARTS), TERMS)
    made = issue(base, asked, on=ASKED, progress={"screens": 60}, paid=("deposit",))
    assert (made.number, made.title, made.issued) == ("CO-001", "More screens", ASKED)
    assert (made.valid_until, made.request) == (date(2026, 3, 30), asked)
    assert (made.actions, made.paid) == (asked.actions, ("deposit",))
    assert made.progress == made.late_progress == {"screens": 60}
    assert (made.rush, made.supersedes, made.rounds) == (True, None, ())


@pytest.mark.parametrize(("days", "until"), [(None, None), (0, ASKED), (14, date(2026, 4, 3))])
def test_order_stays_open_for_so_many_days(days: int | None, until: date | None) -> None:
    """Or for ever, where the agreement says nothing."""
    assert order(contract(terms={"valid_days": days}), MORE).valid_until == until


def test_no_order_stays_open_beyond_the_calendar() -> None:
    """The agreement is named, since the request cannot help it."""
    assert said(contract(terms={"valid_days": 999_999_999}), MORE) == [
        "the 999999999 days that orders stay open lead past the year 9999; "
        "write fewer valid_days in the agreement"
    ]


def test_new_contract_is_one_quote_that_prices_to_the_sum() -> None:
    """Fees and concession are adjustments of the document, beside those that were there."""
    base = contract(
        of(
            SCREENS,
            discounts=[{"id": "d", "percent": 5}],
            surcharges=[{"id": "s", "percent": 1}],
        ),
        TERMS,
    )
    made = order(base, MORE, concession={"amount": 20}, progress={"screens": 60}, **SOON)
    quote = made.after.quote
    assert [one.id for one in quote.surcharges] == [
        "s",
        "CO-001.late.screens",
        "CO-001.rush.vat",
        "CO-001.handling_fee",
    ]
    assert [one.id for one in quote.discounts] == ["d", "CO-001.concession"]
    assert all(one.amount is not None for one in quote.surcharges[1:])
    assert made.sum.net.after == made.after.totals.net


def test_no_other_adjustment_applies_to_fees() -> None:
    """A discount of five percent is of the lines."""
    keys = {"discounts": [{"id": "d", "percent": 5}]}
    found = order(under(keys, SCREENS, handling_fee=60), MORE)
    assert differences(found) == {
        "screens": "510.00",
        "d": "-25.50",
        "CO-001.handling_fee": "60.00",
    }


@pytest.mark.parametrize(
    ("requested_on", "on", "wanted_by", "rush"),
    [
        ("2026-03-20", date(2026, 3, 27), "2026-03-30", False),
        (None, date(2026, 3, 27), "2026-03-30", True),
        ("2026-03-21", ASKED, "2026-03-25", True),
        ("2026-03-21", ASKED, "2026-03-26", False),
        ("2026-03-20", ASKED, "2026-12-24", False),
    ],
)
def test_rush_is_counted_from_the_day_of_the_request(
    requested_on: str | None, on: date, wanted_by: str, *, rush: bool
) -> None:  # fmt: skip
    """Where it names none, from the day of the order; a weekend has no working day."""
    made = order(contract(terms=TERMS), MORE, on=on, requested_on=requested_on, wanted_by=wanted_by)
    assert made.rush is rush


@pytest.mark.parametrize(
    ("schedule", "rush"),
    [
        (None, False),
        ({"workdays": ["mon", "wed"]}, True),
        ({"start": "2026-03-20", "holidays": ["2026-03-24"]}, True),
        ({"holidays": ["2026-03-24"]}, True),
    ],
)
def test_rush_is_counted_in_the_quotes_own_calendar(schedule: Any, rush: bool) -> None:  # noqa: FBT001
    """Its working week, and its days off."""
    base = contract(of(SCREENS, schedule=schedule), TERMS)
    assert order(base, MORE, wanted_by="2026-03-26").rush is rush


def test_without_a_term_nothing_is_a_rush() -> None:
    """Nor is what nobody wants by a day."""
    assert order(contract(), MORE, **SOON).rush is False
    assert order(contract(terms=TERMS), MORE).rush is False


def test_free_work_bears_no_fee_but_a_concession_stands() -> None:
    """What was agreed below what was asked is agreed."""
    given = {"amount": 30, "reason": "for the trouble"}
    made = order(contract(terms=TERMS), MORE, kind="defect", concession=given, **SOON)
    assert fees(made) == {"concession": "-30.00"}
    assert made.lines[-1].because == "for the trouble"


def test_mixed_order_prices_its_own_work_alone() -> None:
    """Actions that need what was announced are left out of it."""
    announced = {**SCREENS, "if_changed": [{"id": "one", "rate": "design", "quantity": 4}]}
    base = under({}, announced, SHOP, handling_fee=60, minimum=100)
    actions = [
        {"apply": "screens.one"},
        {"revise": "screens.one", "set": {"title": "A form"}},
        {"select": "shop"},
        {"add": task("n", "10")},
    ]
    assert fees(order(base, *actions)) == {"handling_fee": "60.00", "minimum": "30.00"}


def test_faults_of_the_request_and_of_its_actions_are_said_together() -> None:
    """What is wrong with the work is found once the actions can be carried out."""
    assert [
        line.partition(":")[0]
        for line in said(contract(), {"remove": "font"}, {"add": FONTS}, quote="Q-9")
    ] == ["quote", "actions[0].remove", "actions[1].add.id"]


@pytest.mark.parametrize(
    ("action", "keys"),
    [
        ({"add": task("n", "999999999999", quantity="9999")}, SOON),
        ({"add": task("n", "999999999999", quantity="9999")}, {"kind": "defect"}),
    ],
)
def test_amount_that_no_quote_can_state_is_refused(action: Any, keys: dict[str, Any]) -> None:
    """A fee or a credit of more than twelve digits."""
    assert said(contract(terms=TERMS), action, **keys) == [
        "actions: an amount that follows from this has more digits than a quote can state; "
        "check the quantities and prices"
    ]


def test_terms_of_payment_that_no_instalment_can_meet_are_refused() -> None:
    """The engine itself says so, and nothing is issued."""
    payments = {"revise_quote": {"payments": [{"id": "p", "amount": "10.001"}, PARTS[2]]}}
    with pytest.raises(InvalidInputError, match=r"nobody can pay 10\.001"):
        order(contract(), payments)


def test_base_quote_is_never_touched() -> None:
    """Issuing prices, and agrees nothing."""
    quote = of(SCREENS, FRONTEND, payments=PARTS)
    base = contract(quote, TERMS)
    order(base, {"add": BLOG}, {"remove": "screens"}, progress={"screens": 60}, paid=("deposit",))
    assert quote == of(SCREENS, FRONTEND, payments=PARTS)
    assert (base.current, base.orders) == (quote, ())
