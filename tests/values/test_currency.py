"""The table of minor units is that of ISO 4217."""

import iso4217
import pytest

from quotekit.values import KNOWN_UNITS, MINOR_UNITS

CURRENT = {currency.code: currency.exponent for currency in iso4217.Currency}
GONE = {"ANG", "BGN"}


def test_every_current_currency_has_its_minor_units() -> None:
    """No code is missing, and each counts the decimals of the norm."""
    counted = {code: places for code, places in CURRENT.items() if places is not None}
    assert {code: MINOR_UNITS.get(code) for code in counted} == counted


def test_nothing_else_is_a_currency() -> None:
    """Funds without minor units and codes for tests are none; two that have gone are kept."""
    current = {code for code, places in CURRENT.items() if places is not None}
    assert set(MINOR_UNITS) - current == GONE - current


@pytest.mark.parametrize(
    ("code", "places"), [("RSD", 2), ("ALL", 2), ("IQD", 3), ("JPY", 0), ("KWD", 3)]
)
def test_norm_goes_before_the_cldr(code: str, places: int) -> None:
    """The CLDR prints some currencies with fewer decimals than ISO 4217 counts."""
    assert MINOR_UNITS[code] == places


@pytest.mark.parametrize("code", ["XXX", "XTS", "XAU", "XDR"])
def test_metal_and_test_codes_are_no_currency(code: str) -> None:
    """Nobody is paid in them."""
    assert code not in MINOR_UNITS


def test_known_units_are_those_of_the_format() -> None:
    """Seventeen units are translated."""
    words = (
        "minute hour day week month year item set page image word character standard_page "
        "square_meter kilometer night round"
    )
    assert frozenset(words.split()) == KNOWN_UNITS
