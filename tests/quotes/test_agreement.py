"""The service agreement: standard terms, each optional."""

from typing import Any

import pytest
from pydantic import ValidationError

from quotekit.quotes import Agreement, faults_of, written


def no(**keys: Any) -> list[str]:
    """Return what is said to an agreement that states these keys."""
    with pytest.raises(ValidationError) as refusal:
        Agreement.model_validate(keys)
    return [str(fault) for fault in faults_of(refusal.value, Agreement)]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {"changes": {"handling_fees": 5}},
            'changes.handling_fees: "handling_fees" is not a known key; did you mean handling_fee?',
        ),
        (
            {"changes": {"late": [{"from": 50, "percent": 5}, {"from": 50, "percent": 9}]}},
            "changes: late from 50 % follows the one from 50 %; "
            "write them from the lowest progress to the highest",
        ),
        (
            {"changes": {"late": [{"percent": 5}]}},
            "changes.late[0].from: from is missing; write from",
        ),
        (
            {"changes": {"removal": {"credit": 120}}},
            'changes.removal.credit: "120" is more than 100 %; write at most 100',
        ),
        (
            {"changes": {"allowance": {"per": "day"}}},
            'changes.allowance.per: "day" is not among the choices; write task or quote',
        ),
        (
            {"quotes": {"valid_days": "1.5"}},
            'quotes.valid_days: "1.5" is not a whole number; write one, such as 14',
        ),
        ({"clauses": [" "]}, "clauses[0]: there is no text here; write some"),
    ],
)
def test_agreement_keeps_its_rules(keys: dict[str, Any], message: str) -> None:
    """Each term says what it wants."""
    assert no(**keys) == [message]


def test_agreement_may_state_nothing() -> None:
    """Every term is optional."""
    assert written(Agreement.model_validate({})) == {"quotekit": "agreement/1"}


def test_late_is_written_with_its_own_key() -> None:
    """`from` is a word of Python, and still the key of the file."""
    late = [{"from": "50", "percent": "5"}]
    agreement = Agreement.model_validate({"changes": {"late": late}})
    assert written(agreement)["changes"]["late"] == late
    assert Agreement.model_validate(written(agreement)) == agreement
