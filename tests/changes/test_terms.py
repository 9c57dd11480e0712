"""The terms in force are those of the agreement, less the exceptions granted."""

from typing import Any

import pytest

from quotekit.changes import Contract, terms_in_force
from quotekit.changes.terms import in_force
from quotekit.errors import InvalidInputError
from quotekit.quotes import TERMS as NAMES
from quotekit.quotes import Agreement, ChangeTerms, TermException, quote_digest
from tests.changes.contracts import MORE, TERMS, agreed, agreement, contract, fees, order


def exception(term: str, value: Any = None, reason: str = "so agreed") -> TermException:
    """Return a departure from a term."""
    return TermException(term=term, value=value, reason=reason)


def dollars(**amounts: Any) -> Agreement:
    """Return an agreement in dollars that states amounts in yen."""
    return Agreement.model_validate(
        {"currency": "USD", "changes": TERMS, "amounts": {"JPY": amounts}}
    )


def test_terms_are_those_of_the_agreement() -> None:
    """Without one there are none."""
    assert terms_in_force(agreement(**TERMS), agreed()) == ChangeTerms.model_validate(TERMS)
    assert terms_in_force(None, agreed()) == ChangeTerms()


def test_amounts_are_those_of_the_quotes_currency() -> None:
    """Percents and days are the same in every currency."""
    known = dollars(**{"changes.handling_fee": 9000, "changes.minimum": 15000})
    yen = terms_in_force(known, agreed(currency="JPY"))
    assert (yen.handling_fee, yen.minimum, yen.valid_days) == (9000, 15000, 10)
    here = terms_in_force(known, agreed(currency="USD"))
    assert (here.handling_fee, here.minimum) == (60, 100)


def test_agreement_without_a_currency_fits_every_quote() -> None:
    """Its amounts are in whatever the quote is in."""
    assert terms_in_force(agreement(**TERMS), agreed(currency="JPY")).handling_fee == 60


def test_currency_for_which_nothing_is_stated_is_refused() -> None:
    """Every money term that the agreement has is to be stated."""
    quote = agreed(currency="CHF")
    with pytest.raises(InvalidInputError) as refusal:
        Contract(quote, dollars(**{"changes.handling_fee": 9000}))
    assert str(refusal.value) == (
        "currency: the agreement states its amounts in USD, the quote is in CHF; "
        "add amounts: {CHF: {changes.handling_fee: …}} to the agreement, and changes.minimum"
    )


@pytest.mark.parametrize(
    ("term", "value", "key", "found"),
    [
        ("changes.handling_fee", "0", "handling_fee", 0),
        ("changes.handling_fee", None, "handling_fee", None),
        ("changes.valid_days", "30", "valid_days", 30),
        ("changes.minimum", "12.50", "minimum", 12.5),
        ("changes.late", [], "late", ()),
    ],
)
def test_exception_replaces_a_term(term: str, value: Any, key: str, found: Any) -> None:
    """Null takes it away."""
    quote = agreed(exceptions=[{"term": term, "value": value, "reason": "so agreed"}])
    assert getattr(terms_in_force(agreement(**TERMS), quote), key) == found
    granted = terms_in_force(agreement(**TERMS), agreed(), [exception(term, value)])
    assert getattr(granted, key) == found


def test_exception_reaches_into_a_group() -> None:
    """The rest of the group stays."""
    known = agreement(**TERMS, allowance={"revisions": 2, "hours": 4})
    found = terms_in_force(
        known,
        agreed(),
        [
            exception("changes.rush.percent", "25 %"),
            exception("changes.allowance.hours"),
            exception("changes.removal.credit", 80),
        ],
    )
    assert found.rush is not None
    assert found.allowance is not None
    assert found.removal is not None
    assert (found.rush.within_days, found.rush.percent) == (3, 25)
    assert (found.allowance.revisions, found.allowance.hours) == (2, None)
    assert found.removal.credit == 80


def test_term_may_be_granted_that_no_agreement_has() -> None:
    """An exception stands alone as well."""
    found = terms_in_force(None, agreed(), [exception("changes.allowance.revisions", 1)])
    assert found.allowance is not None
    assert (found.allowance.revisions, found.allowance.per) == (1, "task")


def test_granted_later_is_granted_last() -> None:
    """It departs from what the quote itself says."""
    quote = agreed(exceptions=[{"term": "changes.handling_fee", "value": 40}])
    found = terms_in_force(
        agreement(**TERMS),
        quote,
        [exception("changes.handling_fee", 20), exception("changes.handling_fee", 10)],
    )
    assert found.handling_fee == 10


@pytest.mark.parametrize(
    ("term", "value", "message"),
    [
        ("changes.handling_fee", "much", "exceptions.changes.handling_fee: "),
        ("changes.handling", 5, "exceptions.changes.handling: "),
        ("changes.removal.credit", 120, "exceptions.changes.removal.credit: "),
    ],
)
def test_exception_that_no_term_can_hold_is_refused(term: str, value: Any, message: str) -> None:
    """Its dotted name is the place."""
    with pytest.raises(InvalidInputError) as refusal:
        contract(terms=TERMS, exceptions=(exception(term, value),))
    assert str(refusal.value).startswith(message)


def test_order_is_charged_by_the_terms_in_force() -> None:
    """An exception of the quote and one granted since."""
    quote = agreed(exceptions=[{"term": "changes.minimum", "value": 700}])
    base = contract(quote, TERMS, exceptions=(exception("changes.handling_fee", 90),))
    assert fees(order(base, MORE)) == {"handling_fee": "90.00", "minimum": "100.00"}
    assert fees(order(base.grant(exception("changes.minimum")), MORE)) == {"handling_fee": "90.00"}


def test_whole_agreement_holds_with_its_exceptions() -> None:
    """Not only what is said of changes."""
    known = Agreement.model_validate({"ending": {"notice_days": 7}, "changes": TERMS})
    found = in_force(known, agreed(), [exception("ending.notice_days", 14)])
    assert found.ending.notice_days == 14
    assert found.changes == known.changes


LATE = [{"from": 50, "percent": 15}, {"from": "90.0", "percent": 30}]
SIGNED = [{"from": "50 %", "percent": "15%"}, {"from": "90\u00a0%", "percent": "30.0 %"}]


@pytest.mark.parametrize(
    ("term", "value", "other"),
    [
        ("changes.saving_share", "25 %", 25),
        ("changes.saving_share", "25.0%", "25"),
        ("changes.late", SIGNED, LATE),
        *((name, "5 %", 5) for name in NAMES if name.rpartition(".")[2] in {
            "deposit", "percent", "credit", "saving_share", "reserve"}),
        ("ending.fee", "5 %", 5),
    ],
)  # fmt: skip
def test_percent_of_a_term_is_one_value_with_its_sign_or_without(
    term: str, value: Any, other: Any
) -> None:
    """So it is one quote, with one digest, and nothing changes from the one to the other."""
    one, two = (agreed(exceptions=[{"term": term, "value": stated}]) for stated in (value, other))
    assert one == two
    assert quote_digest(one) == quote_digest(two)


@pytest.mark.parametrize("term", ["changes.handling_fee", "quotes.valid_days", "late_payment.fee"])
def test_sign_of_a_percent_makes_no_amount(term: str) -> None:
    """A term that is no percent is given none."""
    with pytest.raises(InvalidInputError, match='"5 %" is not a'):
        agreed(exceptions=[{"term": term, "value": "5 %"}])


def test_every_term_that_takes_a_percent_is_known() -> None:
    """And no other: what holds a percent may be written with its sign."""
    for name in NAMES:
        if name != "changes.late":
            held = exception(name, "5 %").value
            try:
                agreed(exceptions=[{"term": name, "value": "5 %"}])
            except InvalidInputError:
                assert held == "5 %"
            else:
                assert held == "5"
