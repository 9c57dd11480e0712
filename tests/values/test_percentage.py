"""Percentages are numbers, with or without their sign."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from quotekit.values import HUNDRED, Percent, Rate100, Share

PERCENT: TypeAdapter[Decimal] = TypeAdapter(Percent)
RATE: TypeAdapter[Decimal] = TypeAdapter(Rate100)
SHARE: TypeAdapter[Decimal] = TypeAdapter(Share)


def no(adapter: TypeAdapter[Any], value: object) -> tuple[str, str]:
    """Return code and fact of a refusal."""
    with pytest.raises(ValidationError) as refusal:
        adapter.validate_python(value)
    context = refusal.value.errors()[0]["ctx"]
    return context["code"], context["fact"]


@pytest.mark.parametrize("text", ["5", "5%", "5 %", "5\u00a0%", "5\u202f%", 5, Decimal(5)])
def test_sign_may_stand_behind_the_number(text: object) -> None:
    """All spellings are the same percentage."""
    assert PERCENT.validate_python(text) == 5


@pytest.mark.parametrize("text", ["%", "5 % off", "% 5", "5 ‰", "5,5 %", "1e2%", "５%"])
def test_other_text_is_no_percentage(text: str) -> None:
    """In front of the sign the grammar of numbers holds."""
    assert no(PERCENT, text)[0] == "not_a_number"


def test_percentage_may_be_a_credit() -> None:
    """A percentage of an adjustment may be below zero; that of a tax may not."""
    assert PERCENT.validate_python("-5 %") == -5
    assert no(RATE, "-5 %") == ("negative", '"-5" is below zero')


def test_rate_may_be_above_a_hundred() -> None:
    """A markup of 150 % is dear, and allowed."""
    assert RATE.validate_python("150") == 150


@pytest.mark.parametrize("text", ["0", "100", "33.33 %"])
def test_share_is_at_most_the_whole(text: str) -> None:
    """A share goes from nothing to all."""
    assert 0 <= SHARE.validate_python(text) <= HUNDRED


def test_share_above_the_whole_is_refused() -> None:
    """Nobody pays more than the whole."""
    assert no(SHARE, "100.01 %") == ("over_100", '"100.01 %" is more than 100 %')


def test_float_is_no_percentage() -> None:
    """Floats are refused here, too."""
    assert no(PERCENT, 0.19)[0] == "float"
