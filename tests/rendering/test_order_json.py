"""The JSON of a change order: every key, every amount as text, nothing private."""

import copy
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from quotekit.changes import ChangeOrder, ChangeRequest, Contract, compare, issue
from quotekit.quotes import Agreement, Quote
from quotekit.rendering import render, schema
from tests.properties.strategies import documents, edits
from tests.properties.test_nothing_private import secretive

VALIDATOR = Draft7Validator(schema("change_order"))
BASE: dict[str, Any] = {
    "number": "Q-2026-014",
    "currency": "EUR",
    "rates": {
        "design": {"price": "85", "unit": "hour", "increment": "0.25"},
        "development": {"price": "95", "unit": "hour"},
        "translation": {"price": "140", "unit": "word", "per": "1000"},
    },
    "taxes": {"vat": {"percent": "19"}, "reduced": {"percent": "7"}},
    "tax": "vat",
    "tasks": [
        {"id": "screens", "title": "Screen design", "rate": "design", "quantity": "24.0"},
        {"id": "frontend", "title": "Front end", "rate": "development", "quantity": "40"},
        {"id": "texts-en", "rate": "translation", "quantity": "3500", "tax": "reduced"},
        {"id": "fonts", "title": "Font licence", "expense": "120"},
    ],
    "payments": [
        {"id": "deposit", "percent": "30"},
        {"id": "design-done", "percent": "30"},
        {"id": "balance", "balance": "true"},
    ],
    "schedule": {"start": "2026-04-07", "hours_per_day": "6"},
}
TERMS: dict[str, Any] = {
    "allowance": {"revisions": "2", "hours": "4"},
    "handling_fee": "60",
    "minimum": "100",
    "rush": {"within_days": "3", "percent": "50"},
    "late": [{"from": "50", "percent": "15"}, {"from": "90", "percent": "30"}],
    "valid_days": "10",
}
W0: dict[str, Any] = {
    "id": "add-blog",
    "title": "A blog and two more screens",
    "requested_on": "2026-03-20",
    "wanted_by": "2026-03-24",
    "contradicts": "12",
    "value": "preference",
    "actions": [
        {"revise": "screens", "set": {"quantity": "30"}, "because": "two more screens"},
        {"add": {"id": "blog", "title": "Blog", "rate": "development", "quantity": "10"}},
        {"remove": "fonts"},
    ],
}


def order_of(request: dict[str, Any], **stated: Any) -> ChangeOrder:
    """Issue a request on the base."""
    contract = Contract(Quote.model_validate(BASE), Agreement.model_validate({"changes": TERMS}))
    asked = ChangeRequest.model_validate(request)
    return issue(contract, asked, on=date(2026, 3, 22), **stated)


def said(order: ChangeOrder) -> dict[str, Any]:
    """Return the JSON of an order, read back."""
    found: dict[str, Any] = json.loads(render(order, format="json"))
    VALIDATOR.validate(found)
    return found


def line(**stated: Any) -> dict[str, Any]:
    """Return a line with what is stated, everything else being absent."""
    absent = dict.fromkeys(("title", "before", "percent", "base", "because", "announced", "term"))
    return {**absent, "fields": [], **stated}


def side(quantity: str | None, price: str | None, total: str) -> dict[str, str | None]:
    """Return one side of a line."""
    return {"quantity": quantity, "price": price, "total": total}


def steps(original: Any, change: Any, after: Any, zero: Any) -> dict[str, Any]:
    """Return the five steps of the first order of a contract."""
    return {
        "original": original, "earlier": zero, "before": original, "change": change, "after": after,
    }  # fmt: skip


def test_two_screens_and_a_blog_word_for_word() -> None:
    """The whole of an order: its keys in their order, and every figure."""
    order = order_of(W0)
    data = said(order)
    assert data == {
        "quotekit": "change_order/1",
        "number": "CO-001",
        "quote": "Q-2026-014",
        "title": "A blog and two more screens",
        "issued": "2026-03-22",
        "valid_until": "2026-04-01",
        "base": order.before.digest,
        "revised": order.after.digest,
        "actions": W0["actions"],
        "lines": [
            line(
                id="screens",
                title="Screen design",
                change="revised",
                before=side("24", "85", "2040.00"),
                after=side("30", "85", "2550.00"),
                difference="510.00",
                fields=[{"field": "quantity", "before": "24", "after": "30"}],
                because="two more screens",
            ),
            line(
                id="blog",
                title="Blog",
                change="added",
                after=side("10", "95", "950.00"),
                difference="950.00",
            ),
            line(
                id="fonts",
                title="Font licence",
                change="removed",
                before=side("1", "120", "120.00"),
                after=None,
                difference="-120.00",
            ),
            line(
                id="CO-001.rush.vat",
                change="fee",
                after=side(None, None, "730.00"),
                difference="730.00",
                percent="50",
                base="1460.00",
                term="changes.rush",
            ),
            line(
                id="CO-001.handling_fee",
                change="fee",
                after=side(None, None, "60.00"),
                difference="60.00",
                term="changes.handling_fee",
            ),
        ],
        "allowance": data["allowance"],
        "taxes": [
            {"name": "vat", "before": "1132.40", "after": "1537.10", "difference": "404.70"},
            {"name": "reduced", "before": "34.30", "after": "34.30", "difference": "0.00"},
        ],
        "sum": {
            "net": steps("6450.00", "2130.00", "8580.00", "0.00"),
            "total": steps("7616.70", "2534.70", "10151.40", "0.00"),
            "payable": steps("7616.70", "2534.70", "10151.40", "0.00"),
        },
        "rounding_rows": [],
        "time": {
            "working_days": steps(11, 3, 14, 0),
            "finish": {"before": "2026-04-21", "after": "2026-04-24"},
        },
        "instalments": [
            {
                "id": name,
                "title": None,
                "before": before,
                "after": after,
                "fixed": False,
            }
            for name, before, after in (
                ("deposit", "2285.01", "3045.42"),
                ("design-done", "2285.01", "3045.42"),
                ("balance", "3046.68", "4060.56"),
            )
        ],
    }
    assert list(data) == list(schema("change_order")["properties"])


def test_allowance_of_a_correction() -> None:
    """A free round is counted, and what it credits stands in the lines."""
    correction = {
        "id": "colours",
        "kind": "revision",
        "actions": [{"revise": "screens", "set": {"quantity": "26"}}],
    }
    data = said(order_of(correction))
    assert data["allowance"] == {"used": 1, "left": 1}
    assert data["sum"]["net"]["change"] == "0.00"


def test_bare_difference_has_no_number_and_no_policy() -> None:
    """Two quotes held against each other bring no order about."""
    new = {**BASE, "tasks": BASE["tasks"][:3]}
    data = said(compare(Quote.model_validate(BASE), Quote.model_validate(new)))
    empty = {key for key, value in data.items() if value is None}
    assert {"number", "issued", "valid_until", "allowance"} <= empty
    assert data["actions"] == [{"remove": "fonts"}]
    assert [(row["id"], row["change"], row["difference"]) for row in data["lines"]] == [
        ("fonts", "removed", "-120.00")
    ]


def test_null_in_set_is_said() -> None:
    """A key that is cleared is there, with null."""
    action = {"revise": "texts-en", "set": {"tax": None}}
    data = said(order_of({"id": "x", "actions": [action]}))
    assert data["actions"] == [action]
    (changed,) = data["lines"][0]["fields"]
    assert changed == {"field": "tax", "before": "reduced", "after": None}


@pytest.mark.parametrize(
    ("action", "shown"),
    [
        ({"add": {"id": "a", "price": "5", "private": {"notes": "X"}}}, {"id": "a", "price": "5"}),
        ({"revise": "fonts", "set": {"private": {"cost": "7.77"}}}, None),
        (
            {"revise": "fonts", "set": {"title": "T", "private": {"cost": "7.77"}}},
            {"title": "T"},
        ),
        (
            {"add_rate": {"id": "r", "price": "5", "private": {"notes": "X"}}},
            {"id": "r", "price": "5"},
        ),
        ({"revise_rate": "design", "set": {"private": {"notes": "X"}}}, None),
        ({"revise_quote": {"private": {"notes": "X"}}}, None),
        ({"revise_quote": {"private": None, "notes": "Bye"}}, {"notes": "Bye"}),
    ],
)
def test_nothing_private_is_said(action: dict[str, Any], shown: dict[str, Any] | None) -> None:
    """What only the seller sees is left out, and an action that sets nothing else, too."""
    order = order_of({"id": "x", "actions": [action, {"order": ["frontend", "screens"]}]})
    text = render(order, format="json")
    assert "private" not in text
    assert '"X"' not in text
    assert "7.77" not in text
    first, *rest = said(order)["actions"]
    if shown is None:
        assert (first, rest) == ({"order": ["frontend", "screens"]}, [])
    else:
        verb = next(iter(action))
        assert first["set" if "set" in first else verb] == shown


def test_what_the_seller_thinks_of_it_is_never_said() -> None:
    """Neither `value` nor what it contradicts leaves the house."""
    text = render(order_of(W0), format="json")
    assert "preference" not in text
    assert "contradicts" not in text


def test_amounts_have_the_decimals_and_numbers_no_zeros() -> None:
    """Amounts have one length behind the point; other numbers are as short as they are."""
    yen = {
        "number": "Q",
        "currency": "JPY",
        "tasks": [{"id": "a", "price": "85.50", "quantity": "2.0"}],
    }
    new = {**yen, "tasks": [{"id": "a", "price": "85.50", "quantity": "4.50"}]}
    (changed,) = said(compare(Quote.model_validate(yen), Quote.model_validate(new)))["lines"]
    assert changed["before"] == side("2", "85.5", "171")
    assert changed["after"] == side("4.5", "85.5", "385")


@given(st.data())
def test_every_difference_obeys_the_schema(data: st.DataObject) -> None:
    """The keys are a promise to whoever reads them, and the lines add up to the change."""
    document = data.draw(documents())
    old = Quote.model_validate(document)
    new = Quote.model_validate(data.draw(edits(document)))
    assume((old.currency, old.prices_include_tax) == (new.currency, new.prices_include_tax))
    found = said(compare(old, new))
    whole = "total" if new.prices_include_tax else "net"
    differences = sum(Decimal(row["difference"]) for row in found["lines"])
    assert differences == Decimal(found["sum"][whole]["change"])


@pytest.mark.parametrize("format_name", ["json", "text"])
@given(drawn=secretive(), data=st.data())
def test_no_secret_of_any_quote_is_said(
    format_name: str, drawn: tuple[dict[str, Any], list[str]], data: st.DataObject
) -> None:
    """Law 9 for change orders, whether a secret comes, goes, or stays while the rest changes."""
    document, secrets = drawn
    bare = copy.deepcopy(document)
    for part in (bare, *bare["tasks"], *bare.get("rates", {}).values()):
        del part["private"]
    edited = data.draw(edits(document))
    hidden, open_, other = map(Quote.model_validate, (document, bare, edited))
    assert compare(open_, hidden).revised == compare(hidden, open_).revised
    pairs = [(open_, hidden), (hidden, open_)]
    if (other.currency, other.prices_include_tax) == (open_.currency, open_.prices_include_tax):
        pairs += [(open_, other), (hidden, other), (other, open_)]
    for old, new in pairs:
        text = render(compare(old, new), format=format_name)
        assert not [secret for secret in secrets if secret in text]
