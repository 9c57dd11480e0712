"""Numbers and money are written byte for byte as Babel writes them."""

from datetime import date
from decimal import Decimal

import pytest
from babel.core import Locale
from babel.localedata import locale_identifiers
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import UnknownNameError
from quotekit.rendering.formats import Formats, _money_writer, _number_writer
from quotekit.rendering.language import language_of
from quotekit.rendering.number_shape import digits, shape_of

AMOUNTS = tuple(map(Decimal, ("0.00", "0.05", "-7.50", "999.99", "1000.00", "-1234567.89")))


def known(name: str) -> bool:
    """Say whether there are words for a locale."""
    try:
        language_of(name)
    except UnknownNameError:
        return False
    return True


KNOWN = [name for name in locale_identifiers() if known(name)]


@pytest.mark.parametrize("name", KNOWN)
def test_money_is_babels(name: str) -> None:
    """In every locale there are words for, whatever the currency."""
    for currency in ("EUR", "USD", "CHF", "CNY"):
        formats = Formats(name, currency, 2)
        for amount in AMOUNTS:
            assert formats.money(amount) == format_currency(amount, currency, locale=name)


@pytest.mark.parametrize("name", locale_identifiers())
def test_shape_is_found_or_left_to_babel(name: str) -> None:
    """A shape that is used writes what Babel writes; where there is none, Babel is asked."""
    locale = Locale.parse(name)
    for decimals, write in ((2, _money_writer(locale, "EUR", 2)), (0, _number_writer(locale))):
        shape = shape_of(write, decimals)
        if shape is not None:
            for amount in (Decimal("-98765.4"), Decimal(4321), Decimal("1234567.125")):
                assert shape.dress(digits(amount, decimals)) == write(amount)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2), st.sampled_from(KNOWN))
def test_any_amount_is_babels(amount: Decimal, name: str) -> None:
    """Also for amounts nobody thought of."""
    written = Formats(name, "EUR", 2).money(amount)
    assert written == format_currency(amount, "EUR", locale=name)


@pytest.mark.parametrize(("currency", "decimals"), [("JPY", 0), ("KWD", 3), ("RSD", 2), ("HUF", 0)])
def test_decimals_are_those_of_the_quote(currency: str, decimals: int) -> None:
    """ISO 4217 or the quote decides, not what the CLDR prints."""
    written = Formats("en", currency, decimals).money(Decimal(5).quantize(Decimal(10) ** -decimals))
    assert written.endswith("5" if not decimals else f"5.{'0' * decimals}")


def test_price_of_a_unit_keeps_its_decimals() -> None:
    """A word may cost a fraction of a cent."""
    assert Formats("en", "EUR", 2).price(Decimal("0.125")) == "€0.125"


@pytest.mark.parametrize(
    "name", ["en", "de", "fr", "es", "it", "ja", "nl", "pt_BR", "zh_CN", "fr_CH", "en_IN"]
)
def test_numbers_and_percents_are_babels(name: str) -> None:
    """Quantities and percentages are exact."""
    formats = Formats(name, "EUR", 2)
    for number in (Decimal("41.75"), Decimal(3500), Decimal("-0.5"), Decimal(1234567)):
        assert formats.number(number) == format_decimal(
            number, locale=name, decimal_quantization=False
        )
        assert formats.percent(number) == format_percent(
            number / 100, locale=name, decimal_quantization=False
        )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("en_GB", "2 March 2026"),
        ("en_US", "March 2, 2026"),
        ("de", "2. März 2026"),
        ("fr", "2 mars 2026"),
        ("es", "2 de marzo de 2026"),
        ("ja", "2026年3月2日"),
        ("it", "2 marzo 2026"),
        ("nl", "2 maart 2026"),
        ("zh_CN", "2026年3月2日"),
    ],
)
def test_dates_are_written_out(name: str, written: str) -> None:
    """A date in a letter is no row of figures."""
    assert Formats(name, "EUR", 2).date(date(2026, 3, 2)) == written
