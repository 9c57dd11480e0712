"""Numbers, money, percentages and dates as a country writes them, byte for byte as Babel does.

Babel takes long over a number, so it is asked once for each locale and currency what a number
looks like; where that cannot be told (Indian grouping), it writes every number itself.
"""

import copy
import datetime
from decimal import ROUND_DOWN, Decimal, localcontext
from functools import cache, lru_cache

from babel.core import Locale
from babel.dates import format_date, format_interval
from babel.numbers import (
    format_decimal,
    format_percent,
    get_minus_sign_symbol,
    get_plus_sign_symbol,
)

from quotekit.rendering.language import language_of
from quotekit.rendering.number_shape import NumberShape, Write, digits, shape_of
from quotekit.values import EXACT

NO_CURRENCY = ("XXX", 2)
"""The code of ISO 4217 where no currency is involved, and decimals as most currencies have."""

_HUNDREDTH = -2
_STEP = Decimal("0.01")


class Formats:
    """Write amounts in one currency, and numbers, percentages and dates, for one language.

    `decimals` overrides what the CLDR says about the currency. Raises `UnknownNameError` for a
    language that is not there.
    """

    def __init__(self, language: str, currency: str, decimals: int) -> None:
        """Find the shapes of the language's locale."""
        self.locale = language_of(language).locale
        self.decimals = decimals
        self._currency = currency
        self._fixed = f",.{decimals}f"
        self._money = _money_shape(str(self.locale), currency, decimals)
        self._number = _number_shape(str(self.locale))

    def money(self, amount: Decimal) -> str:
        """Write an amount that has the decimals of the currency."""
        if self._money is None:
            return self.price(amount)
        return self._money.dress(format(amount, self._fixed))

    def signed(self, amount: Decimal) -> str:
        """Write an amount by which a sum moves, one above zero with the plus of the locale."""
        return self._signed(amount, self.money)

    def signed_number(self, number: Decimal | int) -> str:
        """Write a number by which a count moves, one above zero with the plus of the locale."""
        return self._signed(Decimal(number), self.number)

    def _signed(self, number: Decimal, write: Write) -> str:
        if number.is_zero() or number.is_signed():
            return write(number)
        # The plus stands wherever the locale puts the minus.
        minus, plus = get_minus_sign_symbol(self.locale), get_plus_sign_symbol(self.locale)
        return write(number.copy_negate()).replace(minus, plus, 1)

    def price(self, amount: Decimal) -> str:
        """Write the price of a unit exactly, with further decimals where it has them."""
        if self._money is None:
            return _money_writer(self.locale, self._currency, self.decimals)(amount)
        return self._money.dress(digits(amount, self.decimals))

    def number(self, number: Decimal | int) -> str:
        """Write a number exactly, without trailing zeros."""
        number = Decimal(number)
        if self._number is None:
            return _number_writer(self.locale)(number)
        return self._number.dress(digits(number, 0))

    def percent(self, percent: Decimal) -> str:
        """Write a percentage exactly: `19 %` for 19."""
        return _percent(str(self.locale), percent)

    def progress(self, percent: Decimal) -> str:
        """Write how far something is, to a hundredth of a percent and never further than it is."""
        return self.percent(percent.quantize(_STEP, ROUND_DOWN))

    def date(self, day: datetime.date) -> str:
        """Write a day in full: `2 March 2026`."""
        return _date(str(self.locale), day, "long")

    def short_date(self, day: datetime.date) -> str:
        """Write a day as briefly as is still clear: `2 Mar 2026`."""
        return _date(str(self.locale), day, "medium")

    def span(self, start: datetime.date, finish: datetime.date) -> str:
        """Write the days from one to another, saying month and year once: `7–9 Apr 2026`."""
        return _span(str(self.locale), start, finish)


@cache
def _money_shape(locale: str, currency: str, decimals: int) -> NumberShape | None:
    return shape_of(_money_writer(Locale.parse(locale), currency, decimals), decimals)


@cache
def _number_shape(locale: str) -> NumberShape | None:
    return shape_of(_number_writer(Locale.parse(locale)), 0)


def _money_writer(locale: Locale, currency: str, decimals: int) -> Write:
    pattern = copy.copy(locale.currency_formats["standard"])
    pattern.frac_prec = (decimals, decimals)

    def write(amount: Decimal) -> str:
        # Babel reckons in the caller's decimal context, which may be too narrow.
        with localcontext(EXACT):
            return str(
                pattern.apply(
                    amount,
                    locale,
                    currency=currency,
                    currency_digits=False,
                    decimal_quantization=False,
                )
            )

    return write


def _number_writer(locale: Locale) -> Write:
    def write(number: Decimal) -> str:
        with localcontext(EXACT):
            return format_decimal(number, locale=locale, decimal_quantization=False)

    return write


@lru_cache(maxsize=1024)
def _percent(locale: str, percent: Decimal) -> str:
    with localcontext(EXACT):
        return format_percent(percent.scaleb(_HUNDREDTH), locale=locale, decimal_quantization=False)


@lru_cache(maxsize=4096)
def _date(locale: str, day: datetime.date, length: str) -> str:
    return format_date(day, length, locale=locale)


@lru_cache(maxsize=4096)
def _span(locale: str, start: datetime.date, finish: datetime.date) -> str:
    return str(format_interval(start, finish, "yMMMd", locale=locale))
