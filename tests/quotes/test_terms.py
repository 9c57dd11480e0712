"""The terms of an agreement, exceptions to them, and amounts in other currencies."""

from typing import Any

import pytest

from quotekit.quotes import (
    MONEY_TERMS,
    TERMS,
    Agreement,
    Currency,
    Quote,
    agreement_faults,
    currency_faults,
    written,
)
from tests.written_quotes import quote, said

EURO = {"currency": "EUR", "changes": {"handling_fee": 45, "minimum": 90}}


@pytest.mark.parametrize(
    ("exception", "message"),
    [
        (
            {"term": "changes.handling_fe", "value": 0},
            'exceptions[0].term: there is no term "changes.handling_fe"; '
            f"did you mean changes.handling_fee? (known: {', '.join(sorted(TERMS))})",
        ),
        (
            {"term": "changes.handling_fee", "value": "-1"},
            'exceptions[0].value: "-1" is below zero; write zero or more',
        ),
        (
            {"term": "changes.handling_fee", "value": "12,50"},
            'exceptions[0].value: "12,50" is not a number; write 12.50',
        ),
        (
            {"term": "changes.removal.credit", "value": 101},
            'exceptions[0].value: "101" is more than 100 %; write at most 100',
        ),
        (
            {"term": "changes.late", "value": [{"from": 10}]},
            "exceptions[0].value[0].percent: percent is missing; write percent",
        ),
        (
            {"term": "late_payment.per", "value": "week"},
            'exceptions[0].value: "week" is not among the choices; write month or year',
        ),
        (
            {"term": "changes.handling_fee", "value": 0.5},
            'exceptions[0].value: "0.5" is a float, which is not exact; write Decimal("0.5")',
        ),
    ],
)
def test_exception_is_one_to_a_term(exception: dict[str, Any], message: str) -> None:
    """It names a term, and holds what the agreement could hold there."""
    assert said(exceptions=[exception]) == [message]


@pytest.mark.parametrize(
    "exception",
    [
        {"term": "changes.handling_fee", "value": 0, "reason": "First order"},
        {"term": "changes.rush.percent", "value": "15 %"},
        {"term": "changes.late", "value": [{"from": 10, "percent": 5}]},
        {"term": "late_payment.per", "value": "year"},
        {"term": "quotes.deposit", "value": None},
    ],
)
def test_exception_that_could_be_agreed_is_taken(exception: dict[str, Any]) -> None:
    """Only the term itself is judged, not what else its group would need."""
    assert quote(exceptions=[exception])


def test_spelling_of_an_exceptions_number_means_nothing() -> None:
    """5.0, 5 and the number 5 are one exception."""
    one, other, third = (
        quote(exceptions=[{"term": "quotes.deposit", "value": value}]) for value in ("5.0", "5", 5)
    )
    assert one == other == third


@pytest.mark.parametrize("value", [[{"from": "10", "percent": "5.50"}], "year", 0, None])
def test_exception_is_written_as_it_is_read(value: object) -> None:
    """What is written validates to an equal quote."""
    term = "changes.late" if isinstance(value, list) else "late_payment.per"
    term = "changes.minimum" if value == 0 else term
    before = quote(exceptions=[{"term": term, "value": value}])
    assert Quote.model_validate(written(before)) == before


def test_every_term_is_there() -> None:
    """A dotted name leads to a key of the agreement, and groups are none."""
    assert len(TERMS) == len(set(TERMS))
    assert set(MONEY_TERMS) <= set(TERMS)
    assert "changes.rush" not in TERMS
    assert {"quotes.valid_days", "ending.notice_days", "contact.messages_per_week"} <= set(TERMS)


def test_agreement_in_another_currency_lacks_amounts() -> None:
    """Each money term it states must be stated in the quote's currency, too."""
    agreement = Agreement.model_validate(EURO)
    (fault,) = currency_faults(agreement, Currency(code="CHF"))
    assert str(fault) == (
        "currency: the agreement states its amounts in EUR, the quote is in CHF; "
        "add amounts: {CHF: {changes.handling_fee: …}} to the agreement, and changes.minimum"
    )


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        (EURO, "EUR"),
        ({"changes": {"handling_fee": 45}}, "CHF"),
        ({"currency": "EUR"}, "CHF"),
        ({**EURO, "amounts": {"CHF": {"changes.handling_fee": 40, "changes.minimum": 0}}}, "CHF"),
    ],
)
def test_agreement_that_states_its_amounts_is_taken(keys: dict[str, Any], code: str) -> None:
    """The same currency, none at all, no money terms, or amounts for it."""
    assert list(currency_faults(Agreement.model_validate(keys), Currency(code=code))) == []


def test_amounts_are_those_of_money_terms() -> None:
    """An amount for what is no money is refused."""
    agreement = Agreement.model_validate({"amounts": {"CHF": {"changes.late": 1}}})
    (fault,) = agreement_faults(agreement)
    assert str(fault).startswith('amounts.CHF.changes.late: there is no money term "changes.late"')
