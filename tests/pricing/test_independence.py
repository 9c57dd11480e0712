"""Law 6: a result depends on the quote, and on nothing around it."""

import decimal
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from quotekit.pricing import PricedQuote, price, viability
from quotekit.quotes import Quote
from quotekit.rendering.csv_document import csv_quote
from quotekit.rendering.json_document import json_text, quote_json

DOCUMENT: dict[str, Any] = {
    "number": "Q-1",
    "currency": "EUR",
    "rates": {"work": {"price": "85.123456", "unit": "hour", "per": 3, "increment": "0.25"}},
    "taxes": {
        "vat": {"percent": "19.6"},
        "low": {"percent": "5.5"},
        "tds": {"percent": 10, "withheld": True, "tiers": [{"above": 1000, "percent": 20}]},
    },
    "tax": ["vat", "tds"],
    "tasks": [
        {"id": "a", "rate": "work", "estimate": {"low": 1, "likely": 20, "high": 50}},
        {"id": "b", "price": "123456789.123456789", "quantity": "98765.4321", "tax": "low"},
        {"id": "c", "price": "0.003", "quantity": "-1", "option": "gold"},
        {"id": "d", "expense": "33.33", "markup": "33.3", "option": "shop", "days": "1.7"},
        {"id": "e", "price": 49, "every": "month", "option": "gold"},
        {"id": "f", "price": "0.07", "quantity": 3, "per": 7, "tax": "low", "effort": 9},
    ],
    "selected": ["shop", "gold"],
    "discounts": [{"id": "d", "percent": "3.33"}, {"id": "e", "amount": "1.005"}],
    "surcharges": [{"id": "s", "percent": 4, "of": "net", "tax": "vat"}],
    "payments": [{"id": "p", "percent": "33.3"}, {"id": "q", "percent": "66.7"}],
    "schedule": {"start": "2026-03-27", "hours_per_day": "7.5"},
    "private": {"floor_rate": 60},
}
MODES = ["line", "total"]
ROUNDINGS = sorted(name for name in vars(decimal) if name.startswith("ROUND_"))


def printed(priced: PricedQuote) -> str:
    """Return all that is put out of a priced quote."""
    seen = viability(priced)
    return json_text(quote_json(priced, seen)) + csv_quote(priced)


def everything(rounding: str) -> str:
    """Read, price and put out the quote."""
    return printed(price(Quote.model_validate({**DOCUMENT, "rounding": rounding})))


PROGRAM = (
    "from tests.pricing.test_independence import everything; import sys; "
    "sys.stdout.buffer.write((everything('line') + everything('total')).encode())"
)


@pytest.mark.parametrize("rounding", MODES)
@pytest.mark.parametrize("name", ROUNDINGS)
@pytest.mark.parametrize("precision", [1, 3, 28])
def test_decimal_context_has_no_influence(rounding: str, name: str, precision: int) -> None:
    """Neither precision nor rounding nor bounds of the caller reach a figure."""
    context = decimal.Context(prec=precision, rounding=name, Emin=-2, Emax=2)
    with decimal.localcontext(context):
        odd = everything(rounding)
    assert odd == everything(rounding)


def test_no_digit_is_lost_in_the_callers_context() -> None:
    """A caller who traps every loss of a digit sees none."""
    traps = [decimal.Inexact, decimal.Rounded, decimal.Subnormal, decimal.Clamped]
    with decimal.localcontext(decimal.Context(prec=5, traps=[*traps, decimal.FloatOperation])):
        strict = everything("line")
    assert strict == everything("line")


def test_callers_context_is_left_as_it_was() -> None:
    """Pricing puts nothing into the caller's context, no flag either."""
    with decimal.localcontext(decimal.Context(prec=7)) as context:
        before = str(context)
        everything("total")
        assert str(context) == before
        assert Decimal(1) / Decimal(3) == Decimal("0.3333333")


def test_threads_have_no_influence() -> None:
    """Many threads that share one priced quote see the same figures as one."""
    expected = everything("total")
    shared = price(Quote.model_validate({**DOCUMENT, "rounding": "total"}))
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: printed(shared), range(64)))
    assert set(results) == {expected}


def test_surroundings_have_no_influence() -> None:
    """Hash seed, time zone and locale of the process change no byte."""
    here = everything("line") + everything("total")
    for surroundings in (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8"},
        {"PYTHONHASHSEED": "3", "TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ):
        there = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, **surroundings},
            cwd=Path(__file__).parents[2],
            check=True,
            capture_output=True,
        ).stdout.decode()
        assert there == here


def test_two_readings_are_one_quote() -> None:
    """The same file gives the same bytes, and its JSON is JSON."""
    found = quote_json(price(Quote.model_validate(DOCUMENT)))
    again = quote_json(price(Quote.model_validate(DOCUMENT)))
    assert json.loads(json_text(found)) == again
