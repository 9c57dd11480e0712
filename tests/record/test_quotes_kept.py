"""A snapshot prices to the same figures for ever, and holds nothing private."""

from datetime import date
from typing import Any

import pytest

from quotekit.pricing import price
from quotekit.quotes import Agreement, Quote, quote_digest
from quotekit.record import snapshot, snapshot_agreement, snapshot_quote
from quotekit.values import canonical
from tests.changes.contracts import PARTS, TERMS, agreed, agreement
from tests.written_quotes import quote

QUOTES = [
    agreed(),
    agreed(payments=PARTS),
    quote(
        tasks=[{"id": "a", "price": "12.50", "private": {"notes": "hidden-note"}}],
        private={"notes": "hidden-note"},
        client={"name": "Bäckerei", "ids": {"USt-IdNr.": "DE1", "Größe": "L"}},
        seller={"name": "Mara", "pay_to": {"IBAN": "DE00"}},
    ),
    agreed(schedule={"hours_per_day": 6, "start": "2026-04-01", "holidays": ["2026-04-06"]}),
]


@pytest.mark.parametrize("one", QUOTES)
def test_quote_comes_back_with_its_figures(one: Quote) -> None:
    """What was kept is the quote as agreed: the same digest, total and days."""
    kept = snapshot(one, None, "1.0")
    back = snapshot_quote(kept)
    assert quote_digest(back) == quote_digest(one)
    now, then = price(back), price(one)
    assert (now.totals, now.timeline) == (then.totals, then.timeline)
    assert [line.total for line in now.lines] == [line.total for line in then.lines]
    assert snapshot_agreement(kept) is None


@pytest.mark.parametrize("one", QUOTES)
def test_snapshot_is_canonical_and_has_nothing_private(one: Quote) -> None:
    """It can be sealed, and shows nobody what was meant for one's own eyes."""
    line = canonical(snapshot(one, agreement(**TERMS), "1.0"))
    assert b"private" not in line
    assert b"hidden-note" not in line


def test_agreement_is_kept_whole() -> None:
    """The terms are at hand with no other file."""
    terms = agreement(**TERMS)
    kept = snapshot(agreed(), terms, "1.0")
    assert snapshot_agreement(kept) == terms
    assert isinstance(snapshot_agreement(kept), Agreement)


def test_holidays_are_dates() -> None:
    """A calendar that changes later changes no snapshot."""
    plain: dict[str, Any] = {
        "number": "Q-1",
        "currency": "EUR",
        "tasks": [{"id": "a", "price": 1, "days": 3}],
        "schedule": {"hours_per_day": 6, "start": "2026-04-01", "holidays": "DE-BY"},
    }
    days = frozenset({date(2026, 4, 3), date(2026, 4, 6)})
    one = Quote.model_validate(plain, context={"holidays": lambda _region, _year: days})
    kept = snapshot(one, None, "1.0")
    assert kept["holidays"] == ["2026-04-03", "2026-04-06"]
    assert price(snapshot_quote(kept)).timeline == price(one).timeline
