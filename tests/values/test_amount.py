"""Amounts are rounded by name and shared out to the last unit."""

from decimal import (
    ROUND_DOWN,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    localcontext,
)
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.values import EXACT, ZERO, allocate, divided, quantum, rounded, settled, to_multiple

CENT = Decimal("0.01")
WEIGHTS = st.lists(st.decimals(-1000, 100_000, places=2), min_size=1, max_size=8)
CENTS = st.integers(-(10**12), 10**12).map(lambda count: Decimal(count).scaleb(-2))


@pytest.mark.parametrize(("decimals", "unit"), [(0, "1"), (2, "0.01"), (3, "0.001")])
def test_quantum_is_the_smallest_unit(decimals: int, unit: str) -> None:
    """A currency's decimals say its smallest coin."""
    assert str(quantum(decimals)) == unit


@pytest.mark.parametrize(
    ("name", "amount", "result"),
    [
        ("half_up", "0.005", "0.01"),
        ("half_up", "-0.005", "-0.01"),
        ("half_up", "0.0049", "0.00"),
        ("half_up", "2.675", "2.68"),
        ("down", "0.019", "0.01"),
        ("down", "-0.019", "-0.01"),
        ("up", "0.011", "0.02"),
        ("up", "-0.011", "-0.02"),
        ("up", "0.01", "0.01"),
        ("ceiling", "-0.011", "-0.01"),
    ],
)
def test_rounding_goes_by_its_name(name: str, amount: str, result: str) -> None:
    """Half goes away from zero; down is toward it, up away from it."""
    assert str(rounded(Decimal(amount), CENT, name)) == result


@pytest.mark.parametrize("amount", ["-0.001", "-0", "0"])
def test_rounded_zero_has_no_sign(amount: str) -> None:
    """Nothing is owed in either direction."""
    assert str(rounded(Decimal(amount), CENT)) == "0.00"


@pytest.mark.parametrize(
    ("amount", "step", "rounding", "result"),
    [
        ("12.52", "0.05", "half_up", "12.50"),
        ("12.525", "0.05", "half_up", "12.55"),
        ("-12.525", "0.05", "half_up", "-12.55"),
        ("41.67", "0.25", "ceiling", "41.75"),
        ("41.75", "0.25", "ceiling", "41.75"),
        ("-0.3", "0.25", "ceiling", "-0.25"),
        ("0.1", "0.3", "ceiling", "0.3"),
        ("7", "5", "half_up", "5"),
    ],
)
def test_multiple_is_a_whole_number_of_steps(
    amount: str, step: str, rounding: str, result: str
) -> None:
    """Cash and increments come in steps."""
    assert to_multiple(Decimal(amount), Decimal(step), rounding) == Decimal(result)


def test_division_carries_fifty_digits() -> None:
    """A third has fifty threes, whatever the caller's precision is."""
    with localcontext(Context(prec=3, rounding=ROUND_DOWN)):
        assert str(divided(Decimal(1), Decimal(3))) == "0." + "3" * 50


def test_settled_thirds_make_a_whole() -> None:
    """What divisions left at the 50th digit does not tip a rounding."""
    third = divided(Decimal(1), Decimal(3))
    assert settled(EXACT.add(EXACT.add(third, third), third)) == 1


def test_settling_leaves_what_is_short() -> None:
    """An amount of up to thirty decimals stays as it is."""
    amount = Decimal("0.123456789012345678")
    assert settled(amount) is amount


def test_division_by_zero_is_an_error() -> None:
    """The engine's context hides nothing."""
    with pytest.raises((DivisionByZero, InvalidOperation)):
        divided(Decimal(1), ZERO)


@given(CENTS, WEIGHTS)
def test_shares_add_up(amount: Decimal, weights: list[Decimal]) -> None:
    """Nothing is lost and nothing is made."""
    assert sum(allocate(amount, weights, CENT)) == amount


@given(CENTS, WEIGHTS)
def test_share_is_proportional_within_a_unit(amount: Decimal, weights: list[Decimal]) -> None:
    """No share is a whole unit away from what is due to it."""
    due = [max(Fraction(weight), Fraction(0)) for weight in weights]
    if sum(due):
        for share, weight in zip(allocate(amount, weights, CENT), due, strict=True):
            assert abs(Fraction(share) - Fraction(amount) * weight / sum(due)) < Fraction(CENT)


@given(CENTS, WEIGHTS)
def test_share_of_a_credit_mirrors_that_of_a_debt(amount: Decimal, weights: list[Decimal]) -> None:
    """The sign changes nothing but the sign."""
    mirrored = [-share for share in allocate(-amount, weights, CENT)]
    assert mirrored == allocate(amount, weights, CENT)


@given(CENTS, st.integers(2, 7))
def test_earlier_comes_first_where_remainders_are_equal(amount: Decimal, count: int) -> None:
    """Equal weights share equally, and the first ones take what is left over."""
    shares = [abs(share) for share in allocate(amount, [Decimal(1)] * count, CENT)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] - shares[-1] <= CENT


def test_ten_off_three_lines() -> None:
    """10.00 off 33.33, 33.33 and 33.34 is 3.33, 3.33 and 3.34."""
    weights = [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]
    assert [str(share) for share in allocate(Decimal("10.00"), weights, CENT)] == [
        "3.33",
        "3.33",
        "3.34",
    ]


def test_weights_of_zero_or_less_get_nothing() -> None:
    """Only what is above zero carries a share."""
    weights = [Decimal(-5), Decimal(0), Decimal(1), Decimal(1)]
    assert [str(share) for share in allocate(Decimal("-1.00"), weights, CENT)] == [
        "0.00",
        "0.00",
        "-0.50",
        "-0.50",
    ]


def test_first_takes_all_where_no_weight_is_above_zero() -> None:
    """There is always somebody to carry it."""
    shares = allocate(Decimal("1.00"), [Decimal(0), Decimal(-1)], CENT)
    assert shares == [Decimal("1.00"), Decimal("0.00")]


@given(CENTS, WEIGHTS)
def test_sharing_does_not_depend_on_the_caller(amount: Decimal, weights: list[Decimal]) -> None:
    """The caller's decimal context is never used: it traps every loss of a digit here."""
    with localcontext(Context(prec=1, Emin=-1, Emax=1, traps=[Inexact])):
        narrow = allocate(amount, weights, CENT)
    assert narrow == allocate(amount, weights, CENT)
