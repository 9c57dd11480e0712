"""What is agreed has one written form and one digest."""

import copy
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.quotes import Quote, agreed_form, quote_digest, written
from tests.properties.strategies import documents, edits
from tests.written_quotes import quote

FULL: dict[str, Any] = {
    "quotekit": "quote/1",
    "number": "Q-1",
    "title": "Café",
    "date": "2026-03-02",
    "valid_until": "2026-04-01",
    "currency": "EUR",
    "language": "de_DE",
    "binding": "false",
    "agreement": "../agreement.yaml",
    "seller": {
        "name": "Mara",
        "address": "Berlin",
        "ids": {"税号": "1"},
        "pay_to": {"IBAN": "DE1"},
    },
    "client": {"name": "Bäckerei", "contact": "Jonas", "ids": {"N° TVA": "2"}, "reference": "PO 1"},
    "intro": "Hello",
    "place": "Berlin",
    "rates": {
        "design": {
            "title": "Design",
            "price": "85.5",
            "unit": "hour",
            "increment": "0.25",
            "tiers": [{"above": "40", "price": "80"}],
        }
    },
    "print_rates": "true",
    "taxes": {
        "vat": {"title": "VAT", "percent": "19"},
        "gensen": {
            "percent": "10.21",
            "tiers": [{"above": "1000000", "percent": "20.42"}],
            "withheld": "true",
            "rounding": "down",
        },
        "reverse": {"exempt": "true", "reason": "Art. 196"},
    },
    "tax": "vat",
    "rounding": "total",
    "tax_rounding": "up",
    "round_to": "0.05",
    "phases": {"build": "Build"},
    "tasks": [
        {
            "id": "a",
            "title": "Task",
            "phase": "build",
            "rate": "design",
            "quantity": "24",
            "description": "What it is",
            "deliverables": ["One"],
            "done_when": "Approved",
            "not_included": ["Two"],
            "rights": ["Three"],
            "if_changed": [{"id": "x", "title": "Another", "price": "340", "days": "1"}],
            "tax": ["vat", "gensen"],
            "discounts": [{"id": "d", "title": "Off", "percent": "5", "base": "100"}],
            "surcharges": [{"id": "s", "title": "On", "price": "5", "quantity": "2"}],
            "billed": "actual",
            "after": [],
            "code": "998314",
            "effort": "12",
        },
        {
            "id": "b",
            "expense": "129.9",
            "markup": "10",
            "option": "gold",
            "unit": "set",
            "per": "2",
        },
        {"id": "c", "price": "49", "every": "month", "times": "12", "days": "2", "ended": "CO-003"},
        {"id": "e", "rate": "design", "estimate": {"low": "1", "likely": "2", "high": "3"}},
        {"id": "f", "price": "1", "option": "shop"},
    ],
    "discounts": [{"id": "d", "title": "Off", "percent": "5", "of": ["a"], "tax": "vat"}],
    "surcharges": [{"id": "s", "title": "On", "percent": "4", "of": ["net"]}],
    "alternatives": {"package": ["gold", "shop"]},
    "selected": ["gold"],
    "option_titles": {"gold": "Gold"},
    "payments": [
        {
            "id": "p",
            "title": "Deposit",
            "percent": "30",
            "due": {"after": "acceptance", "days": "3"},
        },
        {
            "id": "q",
            "balance": "true",
            "due": {"after": "delivery", "end_of_month": "1"},
            "early": {"days": "7", "percent": "2"},
        },
    ],
    "schedule": {
        "start": "2026-04-07",
        "hours_per_day": "6",
        "workdays": ["mon", "tue"],
        "holidays": ["DE-BE", "2026-05-04"],
    },
    "scope": [{"item": "Photos", "answer": "client_supplies", "by": "2026-04-10", "task": "a"}],
    "assumptions": ["One go"],
    "notices": ["§ 19"],
    "notes": "Bye",
    "exceptions": [{"term": "changes.handling_fee", "value": "0", "reason": "First"}],
    "signature": "Sign here",
}

Place = tuple[str | int, ...]


def places(data: object, *keys: str | int) -> list[Place]:
    """List the places of all scalars in plain data."""
    if isinstance(data, dict):
        return [place for key, part in data.items() for place in places(part, *keys, key)]
    if isinstance(data, list):
        return [place for at, part in enumerate(data) for place in places(part, *keys, at)]
    return [keys]


def at(data: Any, place: Place) -> Any:
    """Return what stands at a place."""
    for key in place:
        data = data[key]
    return data


def put(data: Any, place: Place, value: object) -> Any:
    """Return a copy with another value at a place."""
    changed = copy.deepcopy(data)
    at(changed, place[:-1])[place[-1]] = value
    return changed


def digest(data: object) -> str:
    """Return the digest of a quote, references unchecked, so that any word may be changed."""
    return quote_digest(Quote.model_validate(data, context={"references": False}))


BEFORE = digest(FULL)
NUMERIC = [place for place in places(FULL) if re.fullmatch(r"[0-9.]+", str(at(FULL, place)))]
WHOLE_KEYS = {"days", "end_of_month", "times"}
TEXTS = {"ids", "pay_to", "code"}
SPELLED = [
    place
    for place in NUMERIC
    if not TEXTS & set(place)
    and (place[-1] not in WHOLE_KEYS or (place[0] == "tasks" and place[-1] == "days"))
]
PRIVATE: list[Place] = [
    ("private",),
    ("rates", "design", "private"),
    ("tasks", 0, "private"),
]
OTHER = {
    "quotekit": None,
    "language": "fr",
    "currency": "USD",
    "binding": "true",
    "print_rates": "false",
    "withheld": "false",
    "rounding": "line",
    "tax_rounding": "down",
    "answer": "unknown",
    "exempt": None,
    "balance": None,
    "billed": "fixed",
    "every": "year",
    "start": "2026-04-08",
    "date": "2026-03-01",
    "valid_until": "2026-04-02",
    "by": "2026-04-11",
}


def changed_at(place: Place) -> object:
    """Return another value that could stand at a place, None where there is no other."""
    key = next(key for key in reversed(place) if isinstance(key, str))
    value = at(FULL, place)
    if key == "rounding" and place[0] == "taxes":
        return "up"
    if key in OTHER:
        return OTHER[key]
    if key == "workdays":
        return "fri"
    if key == "holidays":
        return "DE" if value == "DE-BE" else "2026-05-05"
    if re.fullmatch(r"[0-9.]+", value) and place in NUMERIC and not TEXTS & set(place):
        return str(round(float(value)) + 1)
    return f"{value}x"


def test_full_quote_is_sound() -> None:
    """The quote these tests change breaks no rule, and states every public key."""
    assert Quote.model_validate(FULL)
    missing = set(Quote.model_fields) - set(FULL) - {"private", "prices_include_tax"}
    assert missing == set()


@pytest.mark.parametrize(
    "place", [place for place in places(FULL) if changed_at(place) is not None]
)
def test_one_word_changes_the_digest(place: Place) -> None:
    """Whatever is printed or priced by is part of what is agreed."""
    assert digest(put(FULL, place, changed_at(place))) != BEFORE


@pytest.mark.parametrize("place", SPELLED)
def test_spelling_of_a_number_changes_nothing(place: Place) -> None:
    """5.0 is 5."""
    value = at(FULL, place)
    spelled = f"{value}0" if "." in value else f"{value}.0"
    assert digest(put(FULL, place, spelled)) == BEFORE


@pytest.mark.parametrize("place", PRIVATE)
def test_private_note_changes_nothing(place: Place) -> None:
    """What only the seller sees is not agreed."""
    assert digest(put(FULL, place, {"notes": "Ask for more next time"})) == BEFORE


def test_form_of_unicode_changes_nothing() -> None:
    """One text, however its accents are composed."""
    assert digest(put(FULL, ("title",), "Cafe\u0301")) == BEFORE
    labels = put(FULL, ("client", "ids"), {"N\u00b0 TVA": "2"})
    assert digest(labels) == BEFORE


def test_order_of_selected_changes_nothing() -> None:
    """What is selected is a set."""
    one, other = (put(FULL, ("selected",), names) for names in (["gold", "shop"], ["shop", "gold"]))
    assert digest(one) == digest(other)


def test_order_of_tasks_changes_the_digest() -> None:
    """The order of tasks is that of the work."""
    assert digest(put(FULL, ("tasks",), FULL["tasks"][::-1])) != BEFORE


def test_order_of_labels_changes_the_digest() -> None:
    """Labels print in their order."""
    one, other = (
        put(FULL, ("seller", "ids"), ids) for ids in ({"a": "1", "b": "2"}, {"b": "2", "a": "1"})
    )
    assert digest(one) != digest(other)


@pytest.mark.parametrize(
    ("place", "default"),
    [
        (("prices_include_tax",), "false"),
        (("rates", "design", "per"), "1"),
        (("taxes", "vat", "withheld"), "false"),
        (("taxes", "vat", "exempt"), "false"),
        (("tasks", 2, "quantity"), "1"),
        (("tasks", 2, "per"), "1"),
        (("tasks", 2, "billed"), "fixed"),
        (("tasks", 0, "if_changed", 0, "quantity"), "1"),
        (("tasks", 4, "discounts"), []),
        (("payments", 1, "due", "days"), "0"),
        (("seller", "email"), None),
    ],
)
def test_default_written_out_changes_nothing(place: Place, default: object) -> None:
    """Keys at their default are left out."""
    assert digest(put(FULL, place, default)) == BEFORE


def test_order_of_keys_changes_nothing() -> None:
    """In which order a person writes keys is no part of the agreement."""
    assert digest(dict(reversed(FULL.items()))) == BEFORE


def test_form_is_plain_text_without_anything_private() -> None:
    """The form holds what was stated, numbers as text, labels as pairs."""
    private = {"floor_rate": "60", "notes": "n", "signals": ["s"]}
    form = agreed_form(
        quote(
            seller={"name": "Mara", "ids": {"税号": "1"}},
            rates={"work": {"price": "5.00", "private": {"cost": 1}}},
            tasks=[{"id": "a", "rate": "work", "quantity": 2, "private": {"cost": 1}}],
            private=private,
        )
    )
    assert form == {
        "quotekit": "quote/1",
        "number": "Q-1",
        "currency": "EUR",
        "seller": {"name": "Mara", "ids": [["税号", "1"]]},
        "rates": {"work": {"price": "5"}},
        "tasks": [{"id": "a", "rate": "work", "quantity": "2"}],
    }


def test_digest_names_its_algorithm() -> None:
    """SHA-256, in hexadecimal."""
    assert re.fullmatch("sha256:[0-9a-f]{64}", BEFORE)


@given(documents())
def test_written_form_reads_back(document: dict[str, Any]) -> None:
    """What is written validates to an equal quote with the same digest."""
    before = Quote.model_validate(document)
    after = Quote.model_validate(written(before))
    assert after == before
    assert written(after) == written(before)
    assert quote_digest(after) == quote_digest(before)


def test_full_quote_is_written_as_it_was() -> None:
    """Each key of the file comes back, truths as truths."""
    truths = {"true": True, "false": False}
    plain = copy.deepcopy(FULL)
    for place in places(FULL):
        value = at(FULL, place)
        if value in truths:
            plain = put(plain, place, truths[value])
        elif place[-1] in WHOLE_KEYS and place not in SPELLED:
            plain = put(plain, place, int(value))
    assert written(Quote.model_validate(FULL)) == plain


@given(st.data())
def test_equal_quotes_have_equal_digests(data: st.DataObject) -> None:
    """Two quotes are agreed to be the same where they are the same, and only there."""
    document = data.draw(documents())
    one, other = Quote.model_validate(document), Quote.model_validate(data.draw(edits(document)))
    assert (one == other) == (quote_digest(one) == quote_digest(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"currency": "EUR"}, {"currency": {"code": "EUR", "decimals": 2}}),
        ({}, {"tax": "none"}),
        ({}, {"schedule": {"hours_per_day": 8}}),
        (
            {"schedule": {"workdays": ["tue", "mon"]}},
            {"schedule": {"workdays": ["mon", "tue"]}},
        ),
    ],
)
def test_two_spellings_of_the_same_have_one_digest(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    """What says no more than its default, or the same in another order, changes no digest."""
    assert quote_digest(quote(**one)) == quote_digest(quote(**other))
