"""The printed quote: straight, honest, and nothing private in it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from quotekit.pricing import PricedQuote, price
from quotekit.quotes import Quote
from quotekit.rendering import render
from tests.properties.strategies import documents

LANGUAGES = ("en", "de", "fr", "es", "it", "ja", "nl", "pl", "pt_BR", "zh_CN")
WORDS = st.text(
    st.sampled_from("aä b-漢字。（é👩\u200d💻\u0301🇩🇪ﷺ/"), min_size=1, max_size=90
).filter(lambda text: bool(text.strip()))


def priced(document: dict[str, Any]) -> PricedQuote:
    """Price a quote."""
    return price(Quote.model_validate(document))


def small(**keys: object) -> PricedQuote:
    """Price a small quote."""
    document: dict[str, Any] = {
        "number": "Q-1",
        "currency": "EUR",
        "tasks": [{"id": "a", "title": "Work", "price": "100"}],
    }
    return priced({**document, **keys})


@given(documents(), st.lists(WORDS, min_size=8, max_size=8), st.sampled_from(LANGUAGES), st.data())
def test_no_line_is_wider_than_asked(
    document: dict[str, Any], words: list[str], language: str, data: st.DataObject
) -> None:
    """Whatever is written, in any language and width."""
    width = data.draw(st.sampled_from((50, 60, 80, 120)))
    document["title"] = words[0]
    for task, title in zip(document["tasks"], words[1:], strict=False):
        task["title"] = title
        task["description"] = title * 3
    text = render(priced(document), language=language, width=width)
    assert max(wcswidth(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_private_is_printed(language: str) -> None:
    """Law 9: cost, floor and notes stay with the seller."""
    quote = small(
        tasks=[{"id": "a", "price": "100", "private": {"cost": "71234", "notes": "zebra"}}],
        private={"floor_rate": "65432", "notes": "giraffe"},
    )
    text = render(quote, language=language)
    for secret in ("71", "65", "zebra", "giraffe"):
        assert secret not in text


def test_seller_sees_what_is_private() -> None:
    """When asked for."""
    quote = small(private={"floor_rate": "65", "notes": "giraffe"})
    assert "giraffe" in render(quote, language="en", internal=True)


def test_zero_reads_included() -> None:
    """A price of zero is part of the price."""
    assert "included" in render(small(tasks=[{"id": "a", "title": "Call", "price": "0"}]))


def test_one_total_where_no_tax_applies() -> None:
    """No row of zeros, and the reason instead."""
    text = render(small(), language="de_DE")
    assert "§ 19 UStG" in text
    assert "Netto" not in text
    french = render(small(), language="fr_FR")
    assert "art. 293 B du CGI" in french


def test_what_could_deceive_is_made_visible() -> None:
    """A reader is not to see another order than there is."""
    text = render(small(title="safe\u202etxt.exe"))
    assert "safe<U+202E>txt.exe" in text


def test_not_binding_is_titled_so() -> None:
    """An estimate is no quote, and the page says which it is."""
    text = render(small(binding="false"), language="de_DE")
    assert text.startswith("Kostenvoranschlag Q-1")


def test_expense_hides_its_markup() -> None:
    """The client sees the price."""
    text = render(small(tasks=[{"id": "a", "expense": "129.90", "markup": "10"}]))
    assert "142.89" in text
    assert "129.90" not in text
    assert "10%" not in text


@given(documents())
def test_what_is_payable_is_printed(document: dict[str, Any]) -> None:
    """The sum the client owes stands in the document as it was worked out."""
    found = priced(document)
    payable = found.totals.payable
    digits = f"{abs(payable):,f}" if payable else f"{Decimal(0):.{found.decimals}f}"
    assert digits in render(found, language="en")
