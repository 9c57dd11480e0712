"""Advice as JSON: every figure as text, in the shapes that the schemas describe."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from quotekit.advice import Assessment, Completeness, Exposure, Review, Settlement, Signal, assess
from quotekit.quotes import Agreement
from quotekit.rendering import render, schema
from tests.advice.left_jobs import HALF, contract, left
from tests.advice.said_quotes import agreement, gaps, said
from tests.advice.test_reserve import planned, seen
from tests.changes.contracts import BLOG, order

Advice = Assessment | Completeness | Exposure | Review | Settlement


def read(advice: Advice) -> dict[str, Any]:
    """Return advice as a program reads it, held against its schema."""
    data: dict[str, Any] = json.loads(render(advice, format="json"))
    jsonschema.validate(data, schema(data["quotekit"]))
    return data


def settled() -> Settlement:
    """Return the settlement of a job with an order that was to be begun."""
    base = contract(notice_days=7)
    base = base.offer(order(base, {"add": BLOG}, title="A blog"))
    progress = {**HALF, "CO-001": "40"}
    return left(base, progress, "2285.01", instructed={"CO-001": "500.00"})


def test_settlement() -> None:
    """All that leaving comes to stands in it, money with the decimals of the currency."""
    data = read(settled())
    parts = {"tasks", "instructed", "totals", "rest"}
    assert {key: data[key] for key in data if key not in parts} == {
        "quotekit": "settlement/1", "quote": "Q-1", "on": "2026-04-20",
        "cause": "client_convenience", "currency": "EUR", "adjustments": "0.00",
        "earned": "3285.00", "unearned": "3165.00", "fee_percent": "10", "fee": "316.50",
        "paid": "2285.01", "due": "2420.64", "notice_days": 7,
    }  # fmt: skip
    assert data["tasks"][0] == {
        "id": "screens", "title": None, "total": "2040.00", "percent": "50", "earned": "1020.00",
    }  # fmt: skip
    assert data["instructed"] == [
        {
            "number": "CO-001", "title": "A blog", "limit": "500", "percent": "40",
            "earned": "380.00",
        }
    ]  # fmt: skip
    # Of 2285.01 paid, 30 % are the taxes of the contract: 339.72 and 10.29.
    assert data["rest"] == {
        "net": "2046.50",
        "taxes": [
            {
                "name": "vat", "title": None, "percent": "19", "amount": "365.56",
                "withheld": False,
            },
            {
                "name": "reduced", "title": None, "percent": "7", "amount": "8.58",
                "withheld": False,
            },
        ],
    }  # fmt: skip
    # 3285.00, 380.00 of the order, and the fee; 4705.65 less 2285.01.
    assert (data["totals"]["net"], data["totals"]["payable"]) == ("3981.50", "4705.65")


def test_exposure() -> None:
    """Now, each day, the peak, and whether enough is set aside."""
    data = read(seen(planned(), {"a": 30}, 1200))
    assert {key: data[key] for key in data if key not in {"days", "peak"}} == {
        "quotekit": "exposure/1", "quote": "Q-1", "on": "2026-04-06", "currency": "EUR",
        "paid": "1200.00", "earned": "300.00", "exposure": "900.00", "reserve_percent": "100",
        "keep": "900.00", "set_aside": None, "warning": False,
    }  # fmt: skip
    assert data["peak"] == data["days"][2]
    assert data["peak"] == {
        "on": "2026-04-07", "paid": "2800.00", "earned": "1000.00", "exposure": "1800.00",
    }  # fmt: skip


def test_assessment() -> None:
    """The verdict with its reasons, its conditions and their numbers, and what they rest on."""
    signals = [Signal("unpaid_orders", 4, "CO-002")]
    data = read(assess(said(), None, signals))
    assert (data["verdict"], data["points"], data["currency"]) == ("conditions", 60, "EUR")
    assert data["reasons"][-1] == {
        "code": "unpaid_orders", "fact": "unpaid orders, 4 times", "weight": 30, "times": 4,
        "evidence": "CO-002",
    }  # fmt: skip
    assert [(one["code"], one["value"], one["unit"]) for one in data["conditions"]] == [
        ("agreement", None, None), ("unpaid_orders", None, None),
    ]  # fmt: skip
    assert data["viability"]["floor_rate"] == "60"
    assert data["completeness"]["score"] == "100"
    (price, deposit) = read(assess(said(private={"floor_rate": 80}), agreement(deposit=40)))[
        "conditions"
    ]
    assert (price["value"], price["unit"]) == ("520.00", "amount")
    assert (deposit["value"], deposit["unit"]) == ("40", "percent")


def test_completeness() -> None:
    """One quote or several, each with what blocks it, what it ought to say, and its exceptions."""
    free = [{"term": "changes.handling_fee", "value": "0", "reason": "Third job"}]
    whole, blocked = gaps(exceptions=free, title=None), gaps(client=None)
    data = read(Review((whole, blocked)))
    assert [one["score"] for one in data["quotes"]] == ["97", "92"]
    assert data["quotes"][0]["exceptions"] == free
    assert [one["code"] for one in data["quotes"][0]["warnings"]] == ["no_title"]
    assert data["quotes"][1]["blockers"] == [
        {
            "code": "no_client", "file": None, "line": None, "column": None, "path": "client",
            "message": "the quote names no client", "remedy": "write client",
            "why": "Only whoever it was offered to can accept it.",
        }
    ]  # fmt: skip
    assert read(whole)["quotes"] == data["quotes"][:1]


@pytest.mark.parametrize(
    "advised",
    [settled, lambda: seen(planned()), lambda: assess(said(), Agreement()), gaps],
    ids=["settlement", "exposure", "assessment", "completeness"],
)
def test_no_key_is_left_out(advised: Callable[[], Advice]) -> None:
    """The schema asks for every key, so that a program finds each where it looks for it."""
    data = read(advised())
    for key in data:
        less = {name: value for name, value in data.items() if name != key}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(less, schema(data["quotekit"]))
