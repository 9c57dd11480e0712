"""Amounts of money: exact arithmetic, rounding by name, and sharing out to the last unit.

All arithmetic runs in `EXACT`, a decimal context of the engine's own, so that nothing depends
on what the caller has set. Sums and products in it are exact; only `divided` is cut, after
50 digits.
"""

from collections.abc import Sequence
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from types import MappingProxyType

EXACT = Context(
    prec=4000,
    rounding=ROUND_HALF_UP,
    Emin=-99_999,
    Emax=99_999,
    capitals=1,
    clamp=0,
    traps=[InvalidOperation, DivisionByZero, Overflow],
)
_DIVISION = Context(
    prec=50, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow]
)
_SETTLED = Decimal("1e-30")

ROUNDINGS = MappingProxyType(
    {"half_up": ROUND_HALF_UP, "down": ROUND_DOWN, "up": ROUND_UP, "ceiling": ROUND_CEILING}
)
"""Roundings by the name a quote gives them; `half_up` is half away from zero."""

ZERO = Decimal(0)


def quantum(decimals: int) -> Decimal:
    """Return the smallest unit with so many decimals: `0.01` for 2."""
    return Decimal((0, (1,), -decimals))


def rounded(amount: Decimal, unit: Decimal, rounding: str = "half_up") -> Decimal:
    """Round to as many decimals as `unit` has, half away from zero unless told otherwise.

    A zero has no sign: nothing is owed in either direction.
    """
    result = amount.quantize(unit, ROUNDINGS[rounding], EXACT)
    return result or result.copy_abs()


def settled(amount: Decimal) -> Decimal:
    """Settle what divisions left behind the 30th decimal, so that three thirds make one.

    Sums of several quotients need it before they are rounded; a single one does not.
    """
    if int(amount.as_tuple().exponent) < -30:  # noqa: PLR2004 - where _SETTLED ends
        return amount.quantize(_SETTLED, ROUND_HALF_EVEN, EXACT)
    return amount


def to_multiple(amount: Decimal, step: Decimal, rounding: str = "half_up") -> Decimal:
    """Round to a whole multiple of `step`: 0.05 for cash in CHF, a quarter of an hour."""
    count = rounded(divided(amount, step), Decimal(1), rounding)
    return EXACT.multiply(count, step)


def divided(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Divide, carrying 50 digits."""
    return _DIVISION.divide(dividend, divisor)


def allocate(amount: Decimal, weights: Sequence[Decimal], unit: Decimal) -> list[Decimal]:
    """Share out `amount`, a multiple of `unit`, in proportion to `weights`.

    Largest remainder; where remainders are equal the earlier weight comes first. Weights of
    zero or less get nothing; where none is above zero, the first takes all. The shares add up
    to the amount exactly.
    """
    shares = [weight if weight > 0 else ZERO for weight in weights]
    whole = ZERO
    for weight in shares:
        whole = EXACT.add(whole, weight)
    if not whole:
        return [amount] + [EXACT.multiply(ZERO, unit)] * (len(weights) - 1)
    # In units, and with the sign taken off, every share is floor(units * weight / whole): whole
    # numbers throughout, so that two equal remainders are seen to be equal.
    units = EXACT.divide(amount.copy_abs(), unit)
    cut: list[Decimal] = []
    remainders: list[tuple[Decimal, int]] = []
    for position, weight in enumerate(shares):
        quotient, remainder = EXACT.divmod(EXACT.multiply(units, weight), whole)
        cut.append(quotient)
        remainders.append((remainder.copy_negate(), position))
    left = units
    for quotient in cut:
        left = EXACT.subtract(left, quotient)
    for _, position in sorted(remainders)[: int(left)]:
        cut[position] = EXACT.add(cut[position], Decimal(1))
    signed = unit if amount >= 0 else unit.copy_negate()
    return [EXACT.add(EXACT.multiply(quotient, signed), ZERO) for quotient in cut]
