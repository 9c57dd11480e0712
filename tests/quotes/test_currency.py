"""The currency is one of ISO 4217, or says how many decimals it counts."""

import pytest

from quotekit.quotes import Currency, minor_units, written
from tests.written_quotes import quote, said


@pytest.mark.parametrize(
    ("stated", "decimals"),
    [
        ("EUR", 2),
        ("JPY", 0),
        ("KWD", 3),
        ({"code": "HUF", "decimals": 0}, 0),
        ({"code": "BTC", "decimals": 8}, 8),
    ],
)
def test_currency_counts_its_decimals(stated: object, decimals: int) -> None:
    """The norm counts them unless the quote does."""
    assert minor_units(quote(currency=stated).currency) == decimals


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        (
            "EUO",
            'currency: "EUO" is no currency of ISO 4217; '
            "did you mean EUR? Otherwise write {code: EUO, decimals: 2}",
        ),
        (
            "QQQ",
            'currency: "QQQ" is no currency of ISO 4217; otherwise write {code: QQQ, decimals: 2}',
        ),
        ("usd", 'currency: "usd" is no code of a currency; write USD'),
        ("€", 'currency: "€" is no code of a currency; write three capitals, such as EUR'),
        ({"code": "eur"}, 'currency.code: "eur" is no code of a currency; write EUR'),
        (
            {"code": "EUR\n"},
            'currency.code: "EUR<U+000A>" is no code of a currency; '
            "write three capitals, such as EUR",
        ),
        (
            {"code": "EUR", "decimals": 10},
            "currency: 10 decimals are too many; write at most 9",
        ),
        ({"decimals": 2}, "currency.code: code is missing; write code"),
    ],
)
def test_unknown_currency_is_refused(stated: object, message: str) -> None:
    """A currency that nobody knows is refused with the nearest one."""
    assert said(currency=stated) == [message]


@pytest.mark.parametrize("stated", ["EUR", {"code": "HUF", "decimals": 0}])
def test_currency_is_written_as_it_was_read(stated: object) -> None:
    """Its short form stays short."""
    assert written(quote(currency=stated))["currency"] == stated


def test_currency_of_python() -> None:
    """A model is as good as its text."""
    assert quote(currency=Currency(code="EUR")) == quote(currency="EUR")
