"""The contract of a record is the one that playing its steps by hand comes to."""

from datetime import date
from decimal import Decimal

import pytest

from quotekit.errors import InvalidInputError, NotAllowedError
from quotekit.quotes import TermException, quote_digest
from quotekit.record import (
    Journal,
    agreed_state,
    contract,
    kept_order,
    order_kept,
    read_journal,
    seal,
    selected_quote,
    state,
)
from tests.changes.contracts import SHOP, TERMS, agreed, agreement, of
from tests.changes.contracts import contract as made_by_hand
from tests.record.played import added
from tests.record.real_jobs import begun, issued, taken

BLOG = {"add": {"id": "blog", "rate": "development", "quantity": 10}}
FEWER = {"revise": "frontend", "set": {"quantity": 30}}


def test_nothing_is_agreed_before_an_acceptance() -> None:
    """A record without an accepted quote has no contract."""
    with pytest.raises(NotAllowedError) as refused:
        contract(Journal())
    assert refused.value.faults[0].code == "not_agreed"


def test_accepted_quote_is_the_contract() -> None:
    """The quote comes back from the snapshot, with the agreement it stood under."""
    found = contract(begun(agreement=agreement(**TERMS)))
    assert quote_digest(found.current) == quote_digest(agreed())
    assert found.sum == made_by_hand(terms=TERMS).sum


def test_selected_options_are_agreed() -> None:
    """What the client chose on accepting is part of the contract, and only that."""
    offered = of(SHOP)
    without, with_shop = contract(begun(offered)), contract(begun(offered, selected=("shop",)))
    assert without.current.selected == frozenset()
    assert with_shop.current.selected == {"shop"}
    assert with_shop.sum.net.original - without.sum.net.original == 2400
    assert quote_digest(selected_quote(offered, ())) == quote_digest(offered)


def test_orders_move_the_sum_once_accepted() -> None:
    """An order pends, is accepted or declined, and the sum follows."""
    start = begun(agreement=agreement(**TERMS))
    journal, first = issued(start, BLOG)
    assert contract(journal).sum == contract(start).sum
    journal = taken(journal, first)
    assert contract(journal).sum.net.after == first.sum.net.after
    assert state(journal).agreed == quote_digest(contract(journal).current) == first.revised
    journal, second = issued(journal, FEWER, id="fewer")
    declined = added(
        journal, "change_order_declined", number=second.number, reason="No", on="2026-03-21"
    )
    assert contract(declined).sum == contract(taken(start_of(journal), first)).sum
    assert contract(declined).status(str(second.number), date(2026, 4, 1)) == "declined"


def start_of(journal: Journal) -> Journal:
    """Return a journal up to the issue of its first order."""
    return Journal(journal.entries[:4])


def test_voided_acceptance_takes_the_order_back() -> None:
    """Without the acceptance the order pends again."""
    journal, order = issued(begun(), BLOG)
    back = added(taken(journal, order), "void", seq=5)
    assert contract(back).sum == contract(journal).sum
    assert contract(back).status(str(order.number), date(2026, 3, 21)) == "pending"


def test_order_comes_back_from_the_record() -> None:
    """What is kept of an order prices to the order as it was issued, in a new process too."""
    journal, order = issued(begun(agreement=agreement(**TERMS)), BLOG, FEWER)
    again = read_journal(entry.line() for entry in journal.entries)
    back = order_kept(contract(begun(agreement=agreement(**TERMS))), again.entries[-1].data)
    for found in (back, contract(again).order(str(order.number))):
        assert kept_order(found) == kept_order(order)
        assert (found.lines, found.sum, found.time) == (order.lines, order.sum, order.time)
        assert found.revised == quote_digest(found.after.quote) == order.revised


def test_order_that_comes_out_differently_is_refused() -> None:
    """A record whose order no longer prices to what was recorded says so."""
    journal, _ = issued(begun(), BLOG)
    data = {**journal.entries[-1].data, "digest": "sha256:other"}
    with pytest.raises(InvalidInputError, match="CO-001 does not come out as it was recorded"):
        order_kept(contract(begun()), data)


def test_private_notes_of_a_request_are_not_kept() -> None:
    """No line of a journal shows what a request keeps to itself."""
    noted = {**BLOG["add"], "private": {"notes": "hidden-note"}}
    journal, order = issued(begun(), {"add": noted})
    lines = b"".join(entry.line() for entry in taken(journal, order).entries)
    assert b"hidden-note" not in lines
    assert contract(journal).order("CO-001").sum == order.sum


def test_exception_granted_before_and_after_acceptance() -> None:
    """What was granted changes the terms of the orders that follow."""
    granted = {"term": "changes.handling_fee", "value": "0", "reason": "As agreed by phone"}
    before = begun(
        agreement=agreement(**TERMS),
        journal=added(Journal(), "exception_granted", on="2026-03-01", **granted),
    )
    after = added(begun(agreement=agreement(**TERMS)), "exception_granted", **granted)
    by_hand = made_by_hand(terms=TERMS, exceptions=(TermException.model_validate(granted),))
    assert contract(before).agreement_in_force == by_hand.agreement_in_force
    assert contract(after).agreement_in_force == by_hand.agreement_in_force
    assert contract(begun(agreement=agreement(**TERMS))).agreement_in_force != (
        by_hand.agreement_in_force
    )


def test_progress_is_in_percent_of_what_is_agreed() -> None:
    """An order that makes a task smaller makes what was done a larger part of it."""
    journal = added(begun(), "progress", task="frontend", percent=30, on="2026-03-10")
    journal, order = issued(journal, FEWER)
    assert agreed_state(journal.in_force).progress == {"frontend": Decimal(30)}
    accepted = taken(journal, order)
    assert agreed_state(accepted.in_force).progress == {"frontend": Decimal(40)}
    assert state(accepted).progress == agreed_state(accepted.in_force).progress


def test_acceptance_holds_what_was_agreed() -> None:
    """What an acceptance comes to is what it recorded, or the entry is named."""
    journal, order = issued(begun(), BLOG)
    wrong = added(
        journal, "change_order_accepted", number=order.number, digest="sha256:other",
        rebased_from=order.base, on="2026-03-25",
    )  # fmt: skip
    with pytest.raises(InvalidInputError, match="what was agreed to by CO-001 does not come out"):
        contract(wrong)
    other = {**begun().entries[1].data, "agreed": "sha256:other"}
    accepted = added(Journal(begun().entries[:1]), "quote_accepted", **other)
    with pytest.raises(InvalidInputError, match="quote that was accepted does not come out"):
        contract(accepted)


def test_what_does_not_follow_is_named() -> None:
    """Whatever entries come to that no step would have added, the first of them is named."""
    journal = begun()
    (_, accepted) = journal.entries
    twice = seal(
        accepted.event, accepted.data, seq=3, at=accepted.at, recorded_by="mara",
        prev=journal.head,
    )  # fmt: skip
    with pytest.raises(InvalidInputError, match=r"entry 3 \(quote_accepted\) does not hold"):
        contract(journal.with_entry(twice))
    journal, order = issued(begun(), BLOG)
    journal = taken(journal, order)
    taken_twice = seal(
        "change_order_accepted", journal.entries[-1].data, seq=6, at=accepted.at,
        recorded_by="mara", prev=journal.head,
    )  # fmt: skip
    with pytest.raises(InvalidInputError, match=r"entry 6 \(change_order_accepted\): "):
        contract(journal.with_entry(taken_twice))
