"""What is written loads to an equal model, here and with the types other readers expect."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from quotekit.files import dump, parse_agreement, parse_quote
from quotekit.quotes import Agreement, Currency, Quote
from tests.properties.strategies import documents

NASTY = [
    " leading", "trailing ", "null", "Null", "~", "12", "0.5", "-1", "+5", "0x1F", "0o17", "017",
    "1e5", "1_000", "1:30", ".5", ".inf", ".NaN", ".", "true", "yes", "off", "y", "N", "=", "<<",
    "#", "a #b", "a: b", "a:", ": a", "- a", "-", "--- a", "...", "? a", "@a", "`a", "%a", "!a",
    "&a", "*a", "|", ">", "{a}", "[a]", "a, b", '"a"', "'a'", "it's", 'say "a"', "\\", "a\\nb",
    "2026-03-02", "2026-13-45", "2001-12-14t21:59:43.10-05:00", "a\nb", "a\n", "\na", "a\n\n",
    "a\n\nb", " a\nb", "a \nb", "a\n b", "a\tb", "\ta", "a\n\tb", "a\r\nb", "a\rb", "\u2028a",
    "a\u2029b", "\ufeffa", "a\u200bb", "a\u202eb", "é", "e\u0301", "😀", "👩\u200d🚀", "😀\nb",
    "a: 😀", "\U0010fffd", "税号", "x" * 300, "a " * 200, "quotekit: quote/1", "…", "\u00a0a",
]  # fmt: skip
PRINTABLE = st.characters(
    exclude_categories=("Cc", "Cs", "Cn"), include_characters="\t\n\r \u2028\ufeff"
)
texts = st.one_of(st.sampled_from(NASTY), st.text(PRINTABLE, max_size=30))
titles = texts.filter(lambda text: text.strip() not in {"", "\u200b"})
labels = st.dictionaries(titles.filter(str.isascii), texts, max_size=3)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    """Draw a quote whose texts are as hard to write as texts can be."""
    document: dict[str, Any] = draw(documents())
    document["title"] = draw(titles)
    document["intro"] = draw(texts)
    document["place"] = draw(titles)
    document["seller"] = {"name": draw(titles), "ids": draw(labels), "pay_to": draw(labels)}
    document["notices"] = draw(st.lists(titles, max_size=3))
    document["signature"] = draw(titles)
    document["private"] = {"signals": draw(st.lists(st.one_of(texts, st.lists(texts)), max_size=2))}
    phases = dict.fromkeys(["null", "12", "y", "on", "1e3", "0o7"], draw(titles))
    document["phases"] = {**document.get("phases", {}), **phases}
    document["tasks"][0]["description"] = draw(texts)
    document["scope"] = [{"item": draw(titles), "answer": "assumed"}]
    document["exceptions"] = [{"term": "ending.fee", "value": "10", "reason": draw(titles)}]
    return Quote.model_validate(document)


@given(quotes())
def test_dumped_quote_loads_to_an_equal_one(quote: Quote) -> None:
    """Law 7: load(dump(x)) == x, for every quote."""
    assert parse_quote(dump(quote)) == quote


@given(quotes())
def test_other_readers_find_the_same_text(quote: Quote) -> None:
    """A reader of YAML 1.1 finds text where text was written, in keys as well."""
    read = yaml.safe_load(dump(quote))
    assert quote.seller is not None
    assert read["title"] == quote.title
    assert read["intro"] == quote.intro
    assert read["seller"].get("ids", {}) == quote.seller.ids
    assert read["seller"].get("pay_to", {}) == quote.seller.pay_to
    assert read.get("notices", []) == list(quote.notices)
    assert read["phases"] == quote.phases
    assert read["tasks"][0]["description"] == quote.tasks[0].description
    assert read.get("signature", True) == quote.signature


@given(texts)
@example("Law 7")
def test_agreement_loads_to_an_equal_one(text: str) -> None:
    """Law 7 holds for agreements, too."""
    document = {
        "currency": {"code": "HUF", "decimals": "0"},
        "clauses": [f"x{text}"],
        "changes": {"late": [{"from": "50 %", "percent": "15"}], "handling_fee": "60.50"},
        "amounts": {"USD": {"changes.handling_fee": "66"}},
    }
    agreement = Agreement.model_validate(document)
    assert parse_agreement(dump(agreement)) == agreement


def test_numbers_days_and_truths_stand_plain() -> None:
    """They are written as they are in a quote file, and text that looks like them in quotes."""
    quote = parse_quote(
        "quotekit: quote/1\nnumber: Q-1\ntitle: 12\ndate: 2026-03-02\n"
        "currency: {code: HUF, decimals: 0}\nbinding: false\nplace: 2026-03-02\n"
        "tasks: [{id: a, price: 12.50, after: [], description: 'no'}]\n"
        "schedule: {holidays: [DE-BE, 2026-12-24]}\n"
        "exceptions: [{term: changes.handling_fee, value: 0}]\n"
    )
    assert dump(quote) == (
        "quotekit: quote/1\n"
        "number: Q-1\n"
        "title: '12'\n"
        "date: 2026-03-02\n"
        "currency:\n"
        "  code: HUF\n"
        "  decimals: 0\n"
        "binding: false\n"
        "place: '2026-03-02'\n"
        "tasks:\n"
        "- id: a\n"
        "  price: 12.5\n"
        "  description: 'no'\n"
        "  after: []\n"
        "schedule:\n"
        "  holidays:\n"
        "  - DE-BE\n"
        "  - 2026-12-24\n"
        "exceptions:\n"
        "- term: changes.handling_fee\n"
        "  value: 0\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("one\ntwo", "|-\n  one\n  two"),
        ("one\n\n  two: 😀\n", "|\n  one\n\n    two: 😀"),
        ("one \ntwo", r'"one \ntwo"'),
        ("one\r\ntwo", r'"one\r\ntwo"'),
        ("Ümläut – 税", "Ümläut – 税"),
        ("a: b", "'a: b'"),
        ("it's", "it's"),
        ("", "''"),
    ],
)
def test_text_is_quoted_only_where_needed(text: str, written: str) -> None:
    """Several lines make a block, and quotes stand where a reader would stumble."""
    quote = Quote(number="Q-1", currency=Currency(code="EUR"), tasks=(), intro=text)
    assert f"\nintro: {written}\n" in dump(quote)


def test_merged_quote_needs_no_studio_file() -> None:
    """A quote dumped after its studio file was merged in stands alone."""
    quote = parse_quote(
        "quotekit: quote/1\nnumber: Q-1\nstudio: s.yaml\ntasks: [{id: a, price: 5}]\n",
        studio="quotekit: studio/1\ncurrency: EUR\nrates: {design: {price: 85}}\n",
    )
    assert "studio" not in dump(quote)
    assert parse_quote(dump(quote)) == quote
